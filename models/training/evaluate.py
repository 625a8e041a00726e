"""Measures the shipped ONNX files on FER-2013's test splits and fits what turns logits into honest probabilities.

    python3 evaluate.py [--private]

Temperature and minConfidence come from PublicTest alone. PrivateTest is read only with --private: once per release
candidate, or it turns into a second PublicTest. Every reading is noted in the report, with what was read.
Writes report/evaluation.json, and report/parity.json: logits of some faces, to hold the appliance's own path against.
"""

import argparse

import torch

from answers import ask, set_up_torch
from calibrate import fit_min_confidence, fit_temperature
from data import CLASSES, load
from metrics import measure, right, share
from places import data_option, measured_files, models_option, read_json, sha256, write_json
from runonnx import OnnxModel

KINDS = ("fp32", "int8")
PREFERRED = "int8"  # the file whose logits the temperature fits; the other one differs by less than its error
PARITY_FACES = 300  # of PublicTest, evenly spread


def one_view_and_both(model, images):
    """Outputs for the face alone, and averaged with its mirror image's, for the price of the second."""
    plain, flipped = (ask(model, view, mirror=False) for view in (images, images.flip(3)))
    return plain, {name: (plain[name] + flipped[name]) / 2 for name in plain}


def measure_split(faces, rows, single, mirrored, temperature, min_confidence):
    labels, majority = faces.labels[rows], faces.majority[rows]
    strict = faces.strict_majority[rows]
    measured = {
        "accuracySingle": right(single["logits"], labels),
        **measure((mirrored["logits"] / temperature).softmax(1), labels, CLASSES, min_confidence),
        "accuracyOnFerPlusMajority": {
            "faces": int((majority >= 0).sum()),
            "accuracy": right(mirrored["logits"], majority),
        },
    }
    if "votes" in mirrored:  # absent in the first releases
        measured["accuracyOnFerPlusMajority"]["votesHead"] = right(mirrored["votes"][:, :7], majority)
        measured["accuracyOnFerPlusStrictMajority"] = {
            "faces": int((strict >= 0).sum()),
            "votesHead": right(mirrored["votes"], strict),
            "votesHeadSingle": right(single["votes"], strict),
        }
    return measured


def private_reads(before):
    """Earlier readings of PrivateTest. The first release noted none, but its figures are there."""
    if "privateReads" in before:
        return before["privateReads"]
    read = before.get("int8", {}).get("private")
    return [{"model": "the first release", "accuracy": read["accuracy"]}] if read else []


def parity(faces, rows, answers):
    """Logits of every so-many-th face of PublicTest, mirror averaged in, before the temperature."""
    chosen = torch.arange(0, len(rows), len(rows) // PARITY_FACES)[:PARITY_FACES]
    logits = {
        kind: [[round(value, 4) for value in row] for row in answers[kind]["public"][1]["logits"][chosen].tolist()]
        for kind in KINDS
    }
    return {"faces": rows[chosen].tolist(), **logits}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    data_option(parser)
    models_option(parser)
    parser.add_argument("--private", action="store_true", help="measure PrivateTest too")
    args = parser.parse_args()

    set_up_torch()
    faces = load(args.data)
    splits = {name: faces.splits[name] for name in ("public", "private") if name == "public" or args.private}
    answers = {}  # per kind and split: outputs for one view, and with the mirror image averaged in
    for kind in KINDS:
        model = OnnxModel(args.models / f"fer.{kind}.onnx")
        images = {name: faces.images[rows] for name, rows in splits.items()}
        answers[kind] = {name: one_view_and_both(model, i) for name, i in images.items()}

    labels = faces.labels[splits["public"]]
    logits = answers[PREFERRED]["public"][1]["logits"]
    temperature = fit_temperature(logits, labels)
    min_confidence = fit_min_confidence((logits / temperature).softmax(1), labels)

    path = args.models / "report/evaluation.json"
    reads = private_reads(read_json(path, absent={}))
    file = args.models / f"fer.{PREFERRED}.onnx"
    if args.private:
        accuracy = right(answers[PREFERRED]["private"][1]["logits"], faces.labels[splits["private"]])
        reads.append({"model": sha256(file)[:12], "accuracy": accuracy})
    top = {kind: {name: answers[kind][name][1]["logits"].argmax(1) for name in splits} for kind in KINDS}
    report = {
        "files": measured_files(args.models),
        "classes": CLASSES,
        "confusionRows": "true class; columns are the model's",
        "privateReads": reads,
        "temperature": temperature,
        "minConfidence": min_confidence,
        "int8AgreesWithFp32": {name: share(top["int8"][name] == top["fp32"][name]) for name in splits},
    }
    for kind in KINDS:
        report[kind] = {}
        for name, rows in splits.items():
            measured = measure_split(faces, rows, *answers[kind][name], temperature, min_confidence)
            report[kind][name] = measured
            print(f"{kind} {name}: {measured['accuracySingle']} single, {measured['accuracy']} with mirror")
    write_json(path, report)
    files = {"files": measured_files(args.models)}
    write_json(args.models / "report/parity.json", {**files, **parity(faces, splits["public"], answers)})


if __name__ == "__main__":
    main()
