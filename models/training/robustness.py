"""How much accuracy the shipped files lose when the crop is worse than FER-2013's. On PublicTest alone.

    python3 robustness.py [--faces 1000]

Writes report/robustness.json: the accuracy of each kind of disturbance over its strength, and the loss at those
strengths that the project has set itself a limit for.
"""

import argparse

import disturb
from answers import BATCH, averaged, set_up_torch
from data import load
from metrics import rounded
from net import normalise
from places import data_option, measured_files, models_option, write_json
from runonnx import OnnxModel

LIMIT = 0.04  # of accuracy, at each of the strengths in JUDGED
DRAWS = 2  # of a random jitter
CURVE_EVERY = 6  # the curves are drawn from every so-many-th face; what is judged, from all
CURVES = {  # strengths, the undisturbed one among them; what an axis says; the views whose accuracies are averaged
    "jitter": {
        "axis": "jitter, % of the box",
        "usual": 0,
        "strengths": [0, 2.5, 5, 7.5, 10, 15, 20],
        "views": [lambda images, s, seed=seed: disturb.jitter(images, s / 100, seed) for seed in range(DRAWS)],
    },
    "roll": {
        "axis": "roll, degrees",
        "usual": 0,
        "strengths": [0, 5, 10, 15, 20, 25, 30],
        "views": [disturb.roll, lambda images, s: disturb.roll(images, -s)],
    },
    "brightness": {
        "axis": "brightness, times",
        "usual": 1,
        "strengths": [0.25, 0.37, 0.5, 0.73, 1, 1.37, 2, 2.7, 4],
        "views": [disturb.brightness],
    },
    "resolution": {
        "axis": "pixels across the face",
        "usual": 48,
        "strengths": [12, 16, 20, 24, 32, 48],
        "views": [disturb.resolution],
    },
    "blur": {
        "axis": "blur, σ of 48 pixels",
        "usual": 0,
        "strengths": [0, 0.5, 1, 1.5, 2, 2.5],
        "views": [disturb.blur],
    },
}
JUDGED = {
    "10 % jitter": ("jitter", 10),
    "15° of roll": ("roll", 15),
    "half the brightness": ("brightness", 0.5),
    "twice the brightness": ("brightness", 2),
    "half the resolution": ("resolution", 24),
}


def accuracy(model, crops, labels):
    right = 0
    for x, y in zip(crops.split(BATCH), labels.split(BATCH)):
        right += (averaged(model, [normalise(x.float())])["logits"].argmax(1) == y).sum().item()
    return right / len(labels)


def disturbed(models, name, strength, images, labels):
    """Accuracy per kind of file, the mean over the views of this disturbance."""
    curve = CURVES[name]
    views = [disturb.crop] if strength == curve["usual"] else [lambda i, v=v: v(i, strength) for v in curve["views"]]
    crops = [view(images) for view in views]
    return {k: rounded(sum(accuracy(model, c, labels) for c in crops) / len(crops)) for k, model in models.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    data_option(parser)
    models_option(parser)
    parser.add_argument("--faces", type=int, help="only so many of PublicTest's, for a quick look")
    parser.add_argument("--kinds", nargs="+", choices=("fp32", "int8"), default=["fp32", "int8"])
    args = parser.parse_args()

    set_up_torch()
    faces = load(args.data)
    rows = faces.splits["public"][: args.faces]
    images, labels = faces.images[rows], faces.labels[rows]
    models = {kind: OnnxModel(args.models / f"fer.{kind}.onnx") for kind in args.kinds}

    clean = disturbed(models, "roll", 0, images, labels)
    print("undisturbed", clean, flush=True)
    judged = []
    for title, (name, strength) in JUDGED.items():
        measured = disturbed(models, name, strength, images, labels)
        losses = {kind: rounded(clean[kind] - measured[kind]) for kind in models}
        judged.append({"name": title, "loss": losses, "limit": LIMIT})
        print(title, losses, flush=True)

    few, curves = slice(None, None, CURVE_EVERY), {}
    for name, curve in CURVES.items():
        points = [disturbed(models, name, strength, images[few], labels[few]) for strength in curve["strengths"]]
        by_kind = {kind: [point[kind] for point in points] for kind in models}
        curves[name] = {"axis": curve["axis"], "usual": curve["usual"], "strengths": curve["strengths"], **by_kind}
        print(name, curve["strengths"], by_kind, flush=True)
    report = {"files": measured_files(args.models), "split": "public", "faces": len(rows), "curveFaces": len(rows[few]), "clean": clean}
    write_json(args.models / "report/robustness.json", {**report, "judged": judged, "curves": curves})


if __name__ == "__main__":
    main()
