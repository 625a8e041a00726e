"""What each head learns, as shares per class: the label, FER+'s votes, and a teacher's answers where there is one."""

from dataclasses import dataclass

import numpy as np
import torch

VOTE_SHARE = 0.15  # of FER+'s votes in the target; low, because the tests' labels are FER-2013's own
SMOOTHING = 0.08  # share of the target that is spread over all classes


def targets(faces):
    """For every row [N, 7] and [N, 8]; rows without votes have zeros in the second, which then teach nothing there."""
    votes = faces.votes[:, :7]
    seen = votes.sum(1, keepdim=True)
    blended = (1 - VOTE_SHARE) * faces.label_share + VOTE_SHARE * votes / seen.clamp(min=1e-6)
    fer = torch.where(seen > 0, blended, faces.label_share)
    fer, fer_plus = (1 - SMOOTHING) * fer + SMOOTHING / 7, faces.votes
    return fer, fer_plus


@dataclass
class Teacher:
    """distil.py's file: answers to all images that are trained on, in one or more rounds."""

    fer: torch.Tensor  # float32 [rounds, N, 7]; N counts all images, and those that it did not see have zeros
    votes: torch.Tensor  # float32 [rounds, N, 8]
    windows: torch.Tensor | None  # float32 [rounds, N, 2, 3]: what it saw of each image; None where it saw ten crops
    share: float  # of its answers in the targets

    def lesson(self, epoch):
        """Targets' counterparts and windows of one epoch: the rounds come in turn."""
        at = epoch % len(self.fer)
        return self.fer[at], self.votes[at], None if self.windows is None else self.windows[at]

    def blend(self, fer, fer_plus, epoch):
        answer, votes, _ = self.lesson(epoch)
        # Where nobody voted the teacher's is the only answer.
        share = torch.where(fer_plus.sum(1, keepdim=True) > 0, self.share, 1.0)
        return (1 - self.share) * fer + self.share * answer, (1 - share) * fer_plus + share * votes


def read_teacher(path, rows, count, share, device="cpu"):
    """`count` images in all, of which `rows` are trained on."""
    with np.load(path) as file:
        arrays = {name: torch.from_numpy(file[name].astype(np.float32)) for name in file.files if name != "rows"}
        seen = torch.from_numpy(file["rows"].astype(np.int64))
    if not np.isin(rows.numpy(), seen.numpy()).all():
        raise SystemExit(f"{path} lacks some of the training images: make it anew with distil.py from this data")

    def of_all(values):
        placed = torch.zeros(len(values), count, *values.shape[2:])
        placed[:, seen] = values
        return placed.to(device)

    fer, votes, windows = (arrays.get(name) for name in ("fer", "votes", "windows"))
    return Teacher(of_all(fer), of_all(votes), None if windows is None else of_all(windows), share)
