"""What the shipped model says of photos and clips, cropped as the appliance crops them.

    python3 read_faces.py happy.jpg clip.mp4

One line per photo, and one per second of a clip: how many frames had a face, and the mean of their probabilities.
"""

import argparse
import json
from pathlib import Path

import cv2
import numpy as np
import torch

from answers import averaged
from detectors import crop
from net import normalise
from places import CASCADES, MODELS
from runonnx import OnnxModel

CASCADE = "haarcascade_frontalface_alt2"
SCALE_FACTOR, MIN_NEIGHBORS, SMALLEST = 1.1, 3, 60
FRAMES_A_SECOND = 5  # read from a clip


class Reader:
    def __init__(self, models, cascades, kind):
        self.contract = json.loads((models / "fer.json").read_text())
        self.model = OnnxModel(models / self.contract["files"][kind]["path"])
        self.cascade = cv2.CascadeClassifier(str(cascades / f"{CASCADE}.xml"))

    def probs(self, image):
        """Of the largest face, or None."""
        grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
        boxes = self.cascade.detectMultiScale(grey, SCALE_FACTOR, MIN_NEIGHBORS, minSize=(SMALLEST, SMALLEST))
        if not len(boxes):
            return None
        largest = max(boxes, key=lambda box: box[2])
        face = crop(grey, largest, self.contract["crop"]["margin"][CASCADE], self.contract["input"]["width"])
        x = normalise(torch.from_numpy(face)[None, None].float())
        return (averaged(self.model, [x])["logits"][0] / self.contract["temperature"]).softmax(0).numpy()

    def describe(self, probs):
        named = sorted(zip(probs.tolist(), self.contract["classes"]), reverse=True)
        return " ".join(f"{name} {p:.2f}" for p, name in named[:3])


def read_clip(reader, path):
    capture = cv2.VideoCapture(str(path))
    if not capture.isOpened():
        raise SystemExit(f"{path} is neither a photo nor a clip that OpenCV reads")
    every = max(1, round(capture.get(cv2.CAP_PROP_FPS) / FRAMES_A_SECOND))
    second, tried, found, number = 0, 0, [], 0
    while True:
        ok, frame = capture.read()
        if not ok or number >= (second + 1) * every * FRAMES_A_SECOND:
            mean = reader.describe(np.mean(found, 0)) if found else "no face"
            print(f"{path.name} {second:3d} s  {len(found)}/{tried} frames  {mean}")
            second, tried, found = second + 1, 0, []
        if not ok:
            break
        if number % every == 0:
            tried += 1
            probs = reader.probs(frame)
            if probs is not None:
                found.append(probs)
        number += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", type=Path, nargs="+", help="photos, or clips that OpenCV reads")
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--cascades", type=Path, default=CASCADES)
    parser.add_argument("--kind", choices=("fp32", "int8"), default="int8")
    args = parser.parse_args()
    reader = Reader(args.models, args.cascades, args.kind)
    for path in args.files:
        image = cv2.imread(str(path))
        if image is None:
            read_clip(reader, path)
        else:
            probs = reader.probs(image)
            print(path.name, "no face" if probs is None else reader.describe(probs))


if __name__ == "__main__":
    main()
