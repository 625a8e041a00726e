"""What the card and the pictures show is what was measured."""

import tempfile
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

import torch

import card
import tables
from adjust import best, judged
from data import CLASSES
from evaluate import measure_split
from places import write_json
from robustness import CURVES, JUDGED

try:
    import pictures
    from style import save
except ImportError:  # the figures alone need no matplotlib
    pictures = None


class Faces:
    def __init__(self, labels):
        self.labels = self.majority = self.strict_majority = labels


def evaluation():
    torch.manual_seed(0)
    labels = torch.arange(7).repeat(60)
    answer = {"logits": torch.randn(420, 7) + 2 * torch.eye(7)[labels], "votes": torch.randn(420, 8)}
    rows = torch.arange(420)
    split = measure_split(Faces(labels), rows, answer, answer, 1.0, 0.4)
    return {
        "classes": CLASSES,
        "temperature": 1.0,
        "minConfidence": 0.4,
        "privateReads": [{"model": "abc", "accuracy": 0.701}],
        "int8AgreesWithFp32": {"public": 0.98, "private": 0.99},
        "int8": {"public": split, "private": split},
        "fp32": {"public": split, "private": split},
    }


def robustness():
    curves = {}
    for name, curve in CURVES.items():
        values = [0.7 - 0.01 * at for at in range(len(curve["strengths"]))]
        curves[name] = {**{k: curve[k] for k in ("axis", "usual", "strengths")}, "int8": values, "fp32": values}
    judged_points = [{"name": name, "loss": {"int8": 0.031, "fp32": 0.03}, "limit": 0.04} for name in JUDGED]
    return {
        "faces": 100,
        "curveFaces": 34,
        "clean": {"int8": 0.7, "fp32": 0.71},
        "judged": judged_points,
        "curves": curves,
    }


def adjustment():
    torch.manual_seed(0)
    labels = torch.arange(7).repeat(60)
    logits = torch.randn(420, 7) + 2 * torch.eye(7)[labels]
    chosen, points = best(logits, labels, torch.eye(7)[labels])
    before, after = (judged(logits, labels, bias) for bias in (torch.zeros(7), torch.tensor(chosen["bias"])))
    curves = {name: [point for point in points if point["path"] == name] for name in ("priors", "weakest")}
    return {"maxLoss": 0.006, "before": before, "after": after, "acrossHalves": after, "curves": curves}


def framing():
    curve = [{"margin": m / 100, "accuracy": 0.6} for m in range(80, 121, 5)]
    box = {"p10": 0.8, "p50": 0.96, "p90": 1.1}
    measured = {"margin": 0.95, "boxShareOfImage": box, "medianOffset": [0.003, -0.01], "found": 9, "of": 10}
    return {"yunet": {**measured, "publicTest": {"byMargin": curve}}}


ABLATIONS = {
    "trained": {
        "epochs": 12,
        "width": 0.5,
        "seeds": [0],
        "ideas": [{"name": "without votes", "accuracy": 0.61, "gain": -0.012, "lowestRecall": 0.3}],
    }
}
ONE_SERVED = {
    "set": "fer2013-public",
    "accuracy": 0.7,
    "p50Ms": 0.41,
    "p99Ms": 0.6,
    "model": {"file": "fer.int8.onnx", "precision": "int8", "bytes": 2_700_000, "version": "2026-01-01"},
}


class Card(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.report = Path(folder.name, "report")
        write_json(self.report.parent / "fer.json", {"version": "2026-01-01"})

    def test_figures_are_those_of_the_reports(self):
        measured = evaluation()
        for name, value in (
            ("evaluation", measured),
            ("robustness", robustness()),
            ("adjustment", adjustment()),
            ("framing", framing()),
            ("ablations", ABLATIONS),
            ("served", [ONE_SERVED]),
        ):
            write_json(self.report / f"{name}.json", value)
        text = card.figures(self.report)
        split = measured["int8"]["private"]
        for said in (
            f"| PrivateTest | int8 | {100 * split['accuracySingle']:.1f} | {100 * split['accuracy']:.1f} |",
            "PrivateTest has been read once: 70.1 (abc).",
            "| 10 % jitter | −3.1 | −3.0 | 4 |",
            "| without votes | 61.0 | −1.2 | 30.0 |",
            "| fer2013-public | int8 | 2.70 | 70.0 | 0.41 | 0.60 |",
            "| yunet | 0.95 | 0.96 | 0.8 to 1.1 | +0.003, −0.010 | 9 of 10 |",
        ):
            self.assertIn(said, text)

    def test_the_appliances_own_path_is_told_of_no_other_version(self):
        older = {**ONE_SERVED, "model": {**ONE_SERVED["model"], "version": "2025-12-31"}}
        write_json(self.report / "served.json", [ONE_SERVED, older])
        self.assertNotIn("own path", card.figures(self.report))

    def test_what_was_not_measured_has_no_section(self):
        write_json(self.report / "framing.json", framing())
        text = card.figures(self.report)
        self.assertIn("### Crop margins", text)
        self.assertEqual(text.count("### "), 1)

    def test_readings_of_the_private_test_are_counted(self):
        read = {"model": "abc", "accuracy": 0.7}
        self.assertIn("never been read", tables.reads([]))
        self.assertIn("read 2 times in all", tables.reads([read, read]))


@unittest.skipIf(pictures is None, "no matplotlib in this Python")
class Pictures(unittest.TestCase):
    def test_every_picture_is_drawn_alike_twice_and_says_in_words_what_it_shows(self):
        line = {"epoch": 0, "side": 32, "trainingAccuracy": 0.3, "publicAccuracy": 0.4}
        files = {
            "curve-net": [line, {**line, "epoch": 1, "side": 44, "publicAccuracy": 0.5}],
            "curve-recogniser": [line, {**line, "publicAccuracy": 0.5}],
            "evaluation": evaluation(),
            "robustness": robustness(),
            "adjustment": adjustment(),
            "framing": framing(),
            "abstention": {},
        }
        with tempfile.TemporaryDirectory() as folder:
            for name, (draw, needed, used) in pictures.ALL.items():
                drawn = []
                for at in range(2):
                    figure, described = draw(*(files[source] for source in needed + used))
                    path = Path(folder, f"{name}{at}.svg")
                    save(figure, path, described)
                    drawn.append(path.read_text())
                self.assertEqual(drawn[0], drawn[1], name)
                root = xml.fromstring(drawn[0])
                self.assertEqual(root.find("{http://www.w3.org/2000/svg}title").text, described)
                self.assertNotIn("width", root.attrib)


if __name__ == "__main__":
    unittest.main()
