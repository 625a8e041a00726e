"""Writes models/fer.json: all that a program must know to use the ONNX files.

python3 contract.py --version 2026-11-21
"""

import argparse

from data import CLASSES
from net import INPUT_SIDE, STD_FLOOR
from places import models_option, read_json, sha256, write_json

TRAINED_ON = (
    "FER-2013 Training with FER+ votes; images scraped from the web for a 2013 challenge, research use. One of its two "
    "nets began as dlib's face recogniser (CC0), which some three million photographs from the web had taught"
)


def described(path):
    return {"path": path.name, "sha256": sha256(path), "bytes": path.stat().st_size}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    models_option(parser)
    parser.add_argument("--version", required=True, help="names this release of the model, such as its date")
    args = parser.parse_args()

    evaluation = read_json(args.models / "report/evaluation.json")
    framing = read_json(args.models / "report/framing.json")
    margins = {name: measured["margin"] for name, measured in framing.items()}
    margins.setdefault("yunet", None)  # where it could not be measured
    contract = {
        "version": args.version,
        "classes": CLASSES,
        "input": {
            "name": "face",
            "width": INPUT_SIDE,
            "height": INPUT_SIDE,
            "normalisation": {"kind": "per-image", "stdFloor": STD_FLOOR},
        },
        "output": {"name": "logits"},
        "mirror": True,
        "temperature": evaluation["temperature"],
        "crop": {"margin": margins},
        "minConfidence": evaluation["minConfidence"],
        "preferred": "int8",
        "files": {kind: described(args.models / f"fer.{kind}.onnx") for kind in ("fp32", "int8")},
        "trainedOn": TRAINED_ON,
    }
    write_json(args.models / "fer.json", contract, indent=2)


if __name__ == "__main__":
    main()
