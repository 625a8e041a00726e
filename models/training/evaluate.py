"""Measures the shipped ONNX files on FER-2013's test splits and fits what turns logits into honest probabilities.

    python3 evaluate.py --data DATA --models ../ --report ../report/evaluation.json [--private]

Temperature and minConfidence come from PublicTest alone. PrivateTest is read only with --private: once per release
candidate, or it turns into a second PublicTest.
"""

import argparse
import json
from pathlib import Path

import torch
import torch.nn.functional as F

from data import CLASSES, load
from net import centre
from runonnx import OnnxModel

PREFERRED = "int8"  # the file whose logits the temperature fits; the other one differs by less than its error
ECE_BINS = 15
KEPT_ACCURACY = 0.75  # minConfidence is the lowest threshold at which this share of the readings that pass is right
TEMPERATURES = torch.arange(0.30, 3.0, 0.01)
THRESHOLDS = torch.arange(0.20, 0.95, 0.01)


def logits_of(model, images):
    """Single-view and mirror-averaged logits."""
    batches = [centre(batch) for batch in images.split(256)]
    return torch.cat([model(x) for x in batches]), torch.cat([model.mirrored(x) for x in batches])


def fit_temperature(logits, labels):
    losses = torch.stack([F.cross_entropy(logits / t, labels) for t in TEMPERATURES])
    return round(TEMPERATURES[losses.argmin()].item(), 2)


def fit_min_confidence(probs, labels):
    top, chosen = probs.max(1)
    right = (chosen == labels).float()
    enough = (t.item() for t in THRESHOLDS if right[top >= t].mean() >= KEPT_ACCURACY)
    return round(next(enough, THRESHOLDS[-1].item()), 2)


def expected_calibration_error(probs, labels):
    top, chosen = probs.max(1)
    bins = (top * ECE_BINS).long().clamp(max=ECE_BINS - 1)
    gaps = [
        (bins == b).float().mean() * ((chosen == labels)[bins == b].float().mean() - top[bins == b].mean()).abs()
        for b in bins.unique()
    ]
    return sum(gaps).item()


def share(values):
    return round(values.float().mean().item(), 4)


def measure(single, mirrored, labels, majority, temperature, min_confidence):
    probs = (mirrored / temperature).softmax(1)
    top, chosen = probs.max(1)
    confusion = torch.bincount(labels * 7 + chosen, minlength=49).reshape(7, 7)
    recall = confusion.diagonal() / confusion.sum(1)
    precision = confusion.diagonal() / confusion.sum(0).clamp(min=1)
    kept, voted = top >= min_confidence, majority >= 0
    return {
        "faces": len(labels),
        "accuracySingle": share(single.argmax(1) == labels),
        "accuracy": share(chosen == labels),
        "accuracyOnFerPlusMajority": {"faces": int(voted.sum()), "accuracy": share((chosen == majority)[voted])},
        "macroRecall": share(recall),
        "recall": dict(zip(CLASSES, map(share, recall))),
        "precision": dict(zip(CLASSES, map(share, precision))),
        "confusion": confusion.tolist(),
        "ece": round(expected_calibration_error(probs, labels), 4),
        "nll": round(F.nll_loss(probs.log(), labels).item(), 4),
        "kept": share(kept),
        "accuracyOfKept": share((chosen == labels)[kept]),
    }


def main():
    repository = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=repository / "../shared/data/fer2013")
    parser.add_argument("--models", type=Path, default=repository / "models", help="folder of the ONNX files")
    parser.add_argument("--report", type=Path, required=True, help="the JSON file to write")
    parser.add_argument("--private", action="store_true", help="measure PrivateTest too")
    args = parser.parse_args()

    torch.set_flush_denormal(True)
    faces = load(args.data)
    splits = {name: faces.splits[name] for name in ("public", "private") if name == "public" or args.private}
    models = {kind: OnnxModel(args.models / f"fer.{kind}.onnx") for kind in ("fp32", "int8")}
    logits = {
        kind: {name: logits_of(model, faces.images[rows]) for name, rows in splits.items()}
        for kind, model in models.items()
    }

    public = faces.labels[splits["public"]]
    mirrored = logits[PREFERRED]["public"][1]
    temperature = fit_temperature(mirrored, public)
    min_confidence = fit_min_confidence((mirrored / temperature).softmax(1), public)
    report = {
        "classes": CLASSES,
        "confusionRows": "true class; columns are the model's",
        "temperature": temperature,
        "minConfidence": min_confidence,
        "int8AgreesWithFp32": {
            name: share(logits["int8"][name][1].argmax(1) == logits["fp32"][name][1].argmax(1)) for name in splits
        },
    }
    for kind in models:
        report[kind] = {}
        for name, rows in splits.items():
            measured = measure(
                *logits[kind][name], faces.labels[rows], faces.majority[rows], temperature, min_confidence
            )
            report[kind][name] = measured
            print(f"{kind} {name}: {measured['accuracySingle']} single, {measured['accuracy']} with mirror")
    args.report.parent.mkdir(parents=True, exist_ok=True)
    args.report.write_text(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
