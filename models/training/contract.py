"""Writes models/fer.json: all that a program must know to use the ONNX files.

python3 contract.py --models ../ --version 2026-11-21
"""

import argparse
import hashlib
import json
import re
from pathlib import Path

from data import CLASSES
from net import INPUT_SIDE, STD_FLOOR

TRAINED_ON = "FER-2013 Training with FER+ votes; images scraped from the web for a 2013 challenge, research use"


def described(path):
    content = path.read_bytes()
    return {"path": path.name, "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--models", type=Path, default=Path(__file__).resolve().parents[1])
    parser.add_argument("--version", required=True, help="names this release of the model, such as its date")
    args = parser.parse_args()

    evaluation = json.loads((args.models / "report/evaluation.json").read_text())
    framing = json.loads((args.models / "report/framing.json").read_text())
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
        "crop": {"margin": {**{name: measured["margin"] for name, measured in framing.items()}, "yunet": None}},
        "minConfidence": evaluation["minConfidence"],
        "preferred": "int8",
        "files": {kind: described(args.models / f"fer.{kind}.onnx") for kind in ("fp32", "int8")},
        "trainedOn": TRAINED_ON,
    }
    text = json.dumps(contract, indent=2) + "\n"
    one_line = re.sub(r"\[\s+([^\]]*?)\s+\]", lambda m: "[" + re.sub(r"\s+", " ", m[1]) + "]", text)  # biome's form
    (args.models / "fer.json").write_text(one_line)


if __name__ == "__main__":
    main()
