"""Face detectors of OpenCV, the Haar cascades that the appliance uses and YuNet, and the crop around a box."""

import cv2
import numpy as np

CASCADES = ["haarcascade_frontalface_alt2", "haarcascade_frontalface_default"]
SCALE_FACTOR = 1.05  # finer than an appliance would search, for a sharper median
MIN_NEIGHBORS = 4
STRIDES = (8, 16, 32)  # YuNet's three grids, pixels a cell
LEAST_SCORE = 0.6


class Unavailable(Exception):
    """A detector that this machine can't run, and why."""


def crop(grey, box, margin, side):
    """The square of margin times the box's width, same centre, borders repeated, scaled to side x side."""
    x, y, width, height = box
    size = round(width * margin)
    left, top = round(x + (width - size) / 2), round(y + (height - size) / 2)
    padded = cv2.copyMakeBorder(grey, size, size, size, size, cv2.BORDER_REPLICATE)
    square = padded[top + size : top + 2 * size, left + size : left + 2 * size]
    return cv2.resize(square, (side, side), interpolation=cv2.INTER_AREA if size > side else cv2.INTER_LINEAR)


class Cascade:
    def __init__(self, path, smallest):
        if not hasattr(cv2, "CascadeClassifier"):
            raise Unavailable(f"OpenCV {cv2.__version__} has no cascades; Debian's 4 has")
        self.classifier, self.smallest = cv2.CascadeClassifier(str(path)), smallest
        if self.classifier.empty():
            raise Unavailable(f"{path} is no cascade: install opencv-data, or name its folder with --cascades")

    def largest(self, grey):
        """x, y, width, height of the largest face in a grey image, or None."""
        found = self.classifier.detectMultiScale(
            grey, SCALE_FACTOR, MIN_NEIGHBORS, minSize=(self.smallest, self.smallest)
        )
        return max(found, key=lambda box: box[2]) if len(found) else None


class YuNet:
    """The 2023 net, whose answers OpenCV's own FaceDetectorYN understands from 4.8 on; Debian 12 has 4.6.

    Images must be multiples of 32 pixels a side.
    """

    def __init__(self, path, smallest):
        if not path.exists():
            raise Unavailable(f"{path} is not there: name YuNet's ONNX file with --yunet")
        self.net, self.smallest = cv2.dnn.readNetFromONNX(str(path)), smallest
        self.outputs = [f"{kind}_{stride}" for kind in ("cls", "obj", "bbox", "kps") for stride in STRIDES]

    def largest(self, grey):
        self.net.setInput(cv2.dnn.blobFromImage(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR)))
        answers = dict(zip(self.outputs, self.net.forward(self.outputs)))
        found = []
        for stride in STRIDES:
            scores = np.sqrt(answers[f"cls_{stride}"].clip(0, 1) * answers[f"obj_{stride}"].clip(0, 1)).ravel()
            columns = grey.shape[1] // stride
            offsets = answers[f"bbox_{stride}"].reshape(-1, 4)
            for cell in np.flatnonzero(scores >= LEAST_SCORE):
                x, y = np.array([cell % columns, cell // columns]) + offsets[cell, :2]
                w, h = np.exp(offsets[cell, 2:])
                found.append((scores[cell], stride * np.array([x - w / 2, y - h / 2, w, h])))
        found = [(score, box) for score, box in found if box[2] >= self.smallest]
        # One face fills the image, so the surest box is its.
        return max(found, key=lambda f: f[0])[1] if found else None
