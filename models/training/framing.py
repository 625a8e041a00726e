"""How large a crop around a detector's box shows a face as the training images do. Writes report/framing.json.

    python3 framing.py

FER-2013's images are enlarged, padded and searched with each detector. The median box says which share of a training
image the detector would have boxed; the net sees the image's centre, so

    margin = (net's window / image side) / (box width / image side)

Then other images, of PublicTest, are cropped from their boxes with smaller and larger margins, and the shipped model
reads the crops: where the curve is highest the framing is right.
"""

import argparse
from pathlib import Path

import cv2
import numpy as np
import torch

from answers import BATCH, averaged, set_up_torch
from data import SIDE, load
from detectors import CASCADES, Cascade, Unavailable, YuNet, crop
from net import INPUT_SIDE, normalise
from places import CASCADES as CASCADE_FOLDER
from places import YUNET, data_option, models_option, read_json, write_json
from runonnx import OnnxModel

FACES = 1500  # random training images, for the margin
JUDGED_FACES = 1800  # of PublicTest, for the curve
MARGINS = [round(0.8 + 0.05 * step, 2) for step in range(9)]
ENLARGED = 192  # pixels a side; a detector needs more than 48 to slide over
PADDING = 48  # repeated border, so that a box may reach past the image; 192 + 2 * 48 is a multiple of 32, for YuNet
SMALLEST = 90  # pixels: half a face isn't what is looked for


def enlarged(image):
    image = cv2.resize(image, (ENLARGED, ENLARGED), interpolation=cv2.INTER_CUBIC)
    return cv2.copyMakeBorder(image, PADDING, PADDING, PADDING, PADDING, cv2.BORDER_REPLICATE)


def median_box(images, detector):
    """The margin, and how the boxes lie, in shares of the image."""
    boxes = [detector.largest(enlarged(image)) for image in images]
    found = (np.array([box for box in boxes if box is not None], float) - [PADDING, PADDING, 0, 0]) / ENLARGED
    width = found[:, 2]
    offset = np.median(found[:, :2] + found[:, 2:] / 2 - 0.5, axis=0)
    return {
        "margin": round(INPUT_SIDE / SIDE / float(np.median(width)), 2),
        "boxShareOfImage": dict(zip(("p10", "p50", "p90"), np.percentile(width, (10, 50, 90)).round(3).tolist())),
        "medianOffset": offset.round(3).tolist(),
        "found": len(found),
        "of": len(images),
    }


def by_margin(images, labels, detector, model):
    """Accuracy over margins, on the images in which the detector finds the face, and for FER-2013's own framing."""
    pictures = [enlarged(image) for image in images]
    boxes = [detector.largest(picture) for picture in pictures]
    seen = [at for at, box in enumerate(boxes) if box is not None]
    curve = []
    for margin in MARGINS:
        crops = np.stack([crop(pictures[at], boxes[at], margin, INPUT_SIDE) for at in seen])
        curve.append({"margin": margin, "accuracy": accuracy(model, crops, labels[seen])})
    edge = (SIDE - INPUT_SIDE) // 2
    own = images[seen][:, edge : edge + INPUT_SIDE, edge : edge + INPUT_SIDE]
    return {"faces": len(seen), "ownFraming": accuracy(model, own, labels[seen]), "byMargin": curve}


def accuracy(model, crops, labels):
    crops, right = torch.from_numpy(crops)[:, None], 0
    for x, y in zip(crops.split(BATCH), labels.split(BATCH)):
        right += (averaged(model, [normalise(x.float())])["logits"].argmax(1) == y).sum().item()
    return round(right / len(labels), 4)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    data_option(parser)
    models_option(parser)
    parser.add_argument("--cascades", type=Path, default=CASCADE_FOLDER, help="OpenCV's cascade files")
    parser.add_argument("--yunet", type=Path, default=YUNET, help="YuNet's ONNX file with a fixed input")
    args = parser.parse_args()

    set_up_torch()
    faces = load(args.data)
    rows = np.random.default_rng(0).choice(faces.splits["training"].numpy(), FACES, replace=False)
    public = faces.splits["public"][:JUDGED_FACES]
    model = OnnxModel(args.models / "fer.fp32.onnx")  # int8 names the same classes, and takes longer in torch
    path = args.models / "report/framing.json"
    report = read_json(path, absent={})
    for name in [*CASCADES, "yunet"]:
        try:
            if name == "yunet":
                detector = YuNet(args.yunet, SMALLEST)
            else:
                detector = Cascade(args.cascades / f"{name}.xml", SMALLEST)
        except Unavailable as error:
            print(f"{name} stays as it was measured before, if it was: {error}")
            continue
        report[name] = {
            **median_box(faces.images[rows, 0].numpy(), detector),
            "publicTest": by_margin(faces.images[public, 0].numpy(), faces.labels[public], detector, model),
        }
        print(name, report[name])
    write_json(path, report)


if __name__ == "__main__":
    main()
