"""What each head learns, as shares per class: the label, FER+'s votes, and a teacher's answers where there is one."""

import numpy as np
import torch

VOTE_SHARE = 0.15  # of FER+'s votes in the target; low, because the tests' labels are FER-2013's own
SMOOTHING = 0.08  # share of the target that is spread over all classes


def targets(faces, teacher=None, teacher_share=0.0):
    """For every row [N, 7] and [N, 8]; rows without votes have zeros in the second, which then teach nothing there."""
    votes = faces.votes[:, :7]
    seen = votes.sum(1, keepdim=True)
    blended = (1 - VOTE_SHARE) * faces.label_share + VOTE_SHARE * votes / seen.clamp(min=1e-6)
    fer = torch.where(seen > 0, blended, faces.label_share)
    fer, fer_plus = (1 - SMOOTHING) * fer + SMOOTHING / 7, faces.votes
    if teacher is not None:
        rows, logits, votes = teacher
        fer, fer_plus = fer.clone(), fer_plus.clone()
        fer[rows] = (1 - teacher_share) * fer[rows] + teacher_share * logits
        # Where nobody voted the teacher's is the only answer.
        share = torch.where(fer_plus[rows].sum(1, keepdim=True) > 0, teacher_share, 1.0)
        fer_plus[rows] = (1 - share) * fer_plus[rows] + share * votes
    return fer, fer_plus


def read_teacher(path, rows):
    """distil.py's file: row numbers, shares of 7 classes, shares of 8. It must have seen all the rows to train on."""
    with np.load(path) as file:
        teacher = tuple(
            torch.from_numpy(file[name].astype(kind))
            for name, kind in (("rows", np.int64), ("fer", np.float32), ("votes", np.float32))
        )
    if not np.isin(rows.numpy(), teacher[0].numpy()).all():
        raise SystemExit(f"{path} lacks some of the training images: make it anew with distil.py from this data")
    return teacher
