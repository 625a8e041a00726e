"""Where things lie by default, and the one form in which reports are written."""

import hashlib
import json
import os
import re
from pathlib import Path

MODELS = Path(__file__).resolve().parents[1]
REPORT = MODELS / "report"
DATA = MODELS.parents[1] / "shared/data/fer2013"
CASCADES = Path("/usr/share/opencv4/haarcascades")  # Debian's opencv-data
YUNET = DATA.parent / "detectors/yunet_n_640_640.onnx"


def data_option(parser):
    parser.add_argument(
        "--data", type=Path, default=DATA, help="folder of FER-2013 and FER+ (data.py says which files)"
    )


def models_option(parser):
    parser.add_argument("--models", type=Path, default=MODELS, help="folder of the ONNX files, fer.json and report/")


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def measured_files(models, kinds=("fp32", "int8")):
    """Which files a report is of, so that a test can tell whether they are those that ship."""
    return {kind: sha256(models / f"fer.{kind}.onnx") for kind in kinds}


def read_json(path, absent=None):
    if path.exists():
        return json.loads(path.read_text())
    if absent is None:
        raise SystemExit(f"{path} is not there: models/training/run says which script writes it")
    return absent


def write_json(path, value, indent=1):
    """Lists of plain values on one line each: short files, and a diff shows which row has changed."""
    text = json.dumps(value, indent=indent)
    text = re.sub(r"\[\s+([^\[\]{}]*?)\s+\]", lambda found: "[" + re.sub(r"\s*\n\s*", " ", found[1]) + "]", text)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".new").write_text(text + "\n")
    os.replace(path.with_suffix(".new"), path)  # never a half-written report
