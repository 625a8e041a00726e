"""FER-2013 with FER+'s votes as tensors, cleaned of what would flatter the test figures.

Two layouts are read from one folder:
- fer2013.csv or icml_face_data.csv (the challenge's own files) and fer2013new.csv (microsoft/FERPlus);
- fer2013.ffv1.mkv (the same images, losslessly, 17 faces above each other in a frame) and labels.csv.gz.
"""

import csv
import gzip
import hashlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch

# Both in the order of their data set.
CLASSES = ["angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"]
VOTES = ["neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt", "unknown", "NF"]
VOTES_BY_CLASS = [4, 5, 6, 1, 3, 2, 0, 7]  # where CLASSES, and contempt after them, stand in VOTES
NOT_A_FACE = VOTES.index("NF")
SIDE = 48
IMAGES_SHA256 = "b1e0669f3e34347a47c00b78cf7eac6b1e3f916cf2c74b0d3996186bdcc31827"  # all 35,887 images in row order


@dataclass
class Fer2013:
    images: torch.Tensor  # uint8 [N, 1, 48, 48]
    labels: torch.Tensor  # int64 [N], index into CLASSES
    label_share: torch.Tensor  # float32 [N, 7]: the label as one-hot; shared out where copies of one image disagree
    votes: torch.Tensor  # float32 [N, 8]: FER+'s votes as shares, contempt last; zeros where there are none
    majority: torch.Tensor  # int64 [N]: what most FER+ voters said, -1 where that is none of CLASSES
    strict_majority: torch.Tensor  # int64 [N]: as FER+'s authors count, of CLASSES and contempt, -1 where they drop it
    splits: dict  # "training", "public", "private": int64 row numbers; training is cleaned, the tests are whole


def read_csv(folder):
    """The challenge's CSV beside FER+'s. Returns images, labels, usages, votes."""
    path = next((p for name in ("fer2013.csv", "icml_face_data.csv") if (p := folder / name).exists()), None)
    if path is None:
        raise SystemExit(f"{folder} holds fer2013new.csv, but neither fer2013.csv nor icml_face_data.csv beside it")
    with open(path, newline="") as file:
        rows = [{key.strip(): value for key, value in row.items()} for row in csv.DictReader(file)]
    images = np.stack([np.array(row["pixels"].split(), np.uint8) for row in rows])
    with open(folder / "fer2013new.csv", newline="") as file:
        votes = [[int(row[name]) for name in VOTES] for row in csv.DictReader(file)]
    return images, [int(row["emotion"]) for row in rows], [row["Usage"] for row in rows], votes


def read_video(folder):
    """The lossless video beside labels.csv.gz. Returns images, labels, usages, votes."""
    capture = cv2.VideoCapture(str(folder / "fer2013.ffv1.mkv"))
    frames = []
    while True:
        ok, frame = capture.read()
        if not ok:
            break
        frames.append(frame[:, :, 0])  # three equal channels: the source is grey
    images = np.concatenate(frames)
    with gzip.open(folder / "labels.csv.gz", "rt", newline="") as file:
        rows = list(csv.DictReader(file))
    votes = [[int(row["fp_" + name] or 0) for name in VOTES] for row in rows]
    return images, [int(row["fer_label"]) for row in rows], [row["usage"] for row in rows], votes


def load(folder):
    folder = Path(folder)
    if (folder / "fer2013.ffv1.mkv").exists():
        images, labels, usages, votes = read_video(folder)
    elif (folder / "fer2013new.csv").exists():
        images, labels, usages, votes = read_csv(folder)
    else:
        raise SystemExit(
            f"{folder} holds neither fer2013.ffv1.mkv + labels.csv.gz nor fer2013.csv + fer2013new.csv: "
            "name the folder with --data"
        )
    images = np.ascontiguousarray(images, np.uint8).reshape(-1, SIDE, SIDE)[: len(labels)]
    if hashlib.sha256(images.tobytes()).hexdigest() != IMAGES_SHA256:
        raise SystemExit(f"the images in {folder} are not FER-2013's 35,887: the download or the decoder is at fault")

    labels, usages, votes = np.array(labels), np.array(usages), np.array(votes, np.float32)
    training, label_share = clean(images, labels, usages, votes)
    class_of_vote = np.full(len(VOTES), -1)
    class_of_vote[VOTES_BY_CLASS[:7]] = range(7)
    return Fer2013(
        images=torch.from_numpy(images)[:, None],
        labels=torch.from_numpy(labels),
        label_share=torch.from_numpy(label_share),
        votes=torch.from_numpy(vote_shares(votes)),
        majority=torch.from_numpy(np.where(votes.sum(1) > 0, class_of_vote[votes.argmax(1)], -1)),
        strict_majority=torch.from_numpy(strict_majority(votes)),
        splits={
            "training": torch.from_numpy(training),
            "public": torch.from_numpy(np.flatnonzero(usages == "PublicTest")),
            "private": torch.from_numpy(np.flatnonzero(usages == "PrivateTest")),
        },
    )


def vote_shares(votes):
    """A class that only one of the ten voters saw is dropped, as FER+'s authors do, unless nothing else is left."""
    votes = votes[:, VOTES_BY_CLASS]
    agreed = np.where(votes > 1, votes, 0)
    agreed = np.where(agreed.sum(1, keepdims=True) > 0, agreed, votes)
    return (agreed / np.maximum(agreed.sum(1, keepdims=True), 1)).astype(np.float32)


def strict_majority(votes):
    """What more than half of the votes say, single votes left out; -1 where there is no such class or no such face.

    So count FER+'s authors in "majority" mode, on which the published accuracies rest: easier than a plurality.
    """
    agreed = np.where(votes > 1, votes, 0)
    classes = np.full(len(VOTES), -1)
    classes[VOTES_BY_CLASS] = range(len(VOTES_BY_CLASS))
    return np.where(agreed.max(1) > 0.5 * agreed.sum(1), classes[agreed.argmax(1)], -1)


def clean(images, labels, usages, votes):
    """Rows to train on, and every row's label share.

    Dropped: images that also stand in a test split, images of one flat colour, and what FER+'s voters call no face.
    Copies within training become one row; where their labels disagree it carries a share of each.
    """
    digests = [hashlib.md5(image.tobytes()).digest() for image in images]
    tested = {digest for digest, usage in zip(digests, usages) if usage != "Training"}
    flat = images.reshape(len(images), -1).std(1) == 0
    copies = defaultdict(list)
    for row, digest in enumerate(digests):
        if usages[row] == "Training" and digest not in tested and not flat[row] and votes[row].argmax() != NOT_A_FACE:
            copies[digest].append(row)
    label_share = np.eye(len(CLASSES), dtype=np.float32)[labels]
    for rows in copies.values():
        label_share[rows[0]] = label_share[rows].mean(0)
    return np.array([rows[0] for rows in copies.values()]), label_share
