"""How large a crop around a cascade's box shows a face as the training images do. Writes margins as JSON.

    python3 framing.py --data DATA --report ../report/framing.json

FER-2013's images are enlarged, padded and searched with each cascade. The median box says which share of a training
image the cascade would have boxed; the net sees the image's centre, so

    margin = (net's window / image side) / (box side / image side)
"""

import argparse
import json
from pathlib import Path

import cv2
import numpy as np

from data import SIDE, load
from net import INPUT_SIDE

CASCADES = ["haarcascade_frontalface_alt2", "haarcascade_frontalface_default"]
FACES = 1500  # random training images
ENLARGED = 192  # pixels a side; a cascade needs more than 48 to slide over
PADDING = 48  # repeated border, so that a box may reach past the image
SCALE_FACTOR = 1.05  # finer than an appliance would search, for a sharper median
MIN_NEIGHBORS = 4
SMALLEST = 90  # pixels: half a face isn't what is looked for


def boxes(images, cascade):
    """The largest box in each enlarged image that has one: x, y, side in shares of the image, from its corner."""
    found = []
    for image in images:
        image = cv2.resize(image, (ENLARGED, ENLARGED), interpolation=cv2.INTER_CUBIC)
        image = cv2.copyMakeBorder(image, PADDING, PADDING, PADDING, PADDING, cv2.BORDER_REPLICATE)
        rectangles = cascade.detectMultiScale(image, SCALE_FACTOR, MIN_NEIGHBORS, minSize=(SMALLEST, SMALLEST))
        if len(rectangles):
            x, y, side, _ = max(rectangles, key=lambda r: r[2])
            found.append(((x - PADDING) / ENLARGED, (y - PADDING) / ENLARGED, side / ENLARGED))
    return np.array(found)


def main():
    repository = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=repository / "../shared/data/fer2013")
    parser.add_argument(
        "--cascades", type=Path, default="/usr/share/opencv4/haarcascades", help="OpenCV's cascade files"
    )
    parser.add_argument("--report", type=Path, required=True, help="the JSON file to write")
    args = parser.parse_args()

    faces = load(args.data)
    rows = np.random.default_rng(0).choice(faces.splits["training"].numpy(), FACES, replace=False)
    report = {}
    for name in CASCADES:
        found = boxes(faces.images[rows, 0].numpy(), cv2.CascadeClassifier(str(args.cascades / f"{name}.xml")))
        side = found[:, 2]
        offset = np.median(found[:, :2] + side[:, None] / 2 - 0.5, axis=0)
        report[name] = {
            "margin": round(INPUT_SIDE / SIDE / float(np.median(side)), 2),
            "boxShareOfImage": dict(zip(("p10", "p50", "p90"), np.percentile(side, (10, 50, 90)).round(3).tolist())),
            "medianOffset": offset.round(3).tolist(),
            "found": len(found),
            "of": FACES,
        }
        print(name, report[name])
    args.report.parent.mkdir(parents=True, exist_ok=True)
    args.report.write_text(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
