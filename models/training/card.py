"""Writes the figures of report/*.json into the model card, between its two marks.

    python3 card.py --models ../

No figure of an evaluation is typed by hand.
"""

import argparse
import json
from pathlib import Path

BEGIN, END = "<!-- figures: training/card.py writes these -->", "<!-- end of figures -->"
SPLITS = {"public": "PublicTest", "private": "PrivateTest"}


def percent(share):
    return f"{100 * share:.1f}"


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def figures(evaluation, framing):
    splits = [split for split in SPLITS if split in evaluation["int8"]]
    agreement = evaluation["int8AgreesWithFp32"]
    shown = splits[-1]
    return "\n\n".join(
        [
            accuracy(evaluation, splits),
            f"Percent of {evaluation['int8'][shown]['faces']:,} faces a split. All columns after the first use the "
            f"mirror image and temperature {evaluation['temperature']}; *kept* are readings of at least "
            f"{evaluation['minConfidence']} (minConfidence). int8 names the same class as fp32 for "
            + ", ".join(f"{percent(agreement[split])} % ({SPLITS[split]})" for split in splits)
            + ".",
            f"{SPLITS[shown]}, int8 with mirror; rows are the true class, columns the model's:",
            confusion(evaluation["classes"], evaluation["int8"][shown]),
            "Crop margins, from FER-2013's own images; the box's side in shares of the image's:",
            margins(framing),
        ]
    )


def accuracy(evaluation, splits):
    head = ["split", "file", "one view", "with mirror", "mean recall", "against FER+ majority", "ECE", "kept → right"]
    rows = []
    for split in splits:
        for kind in ("int8", "fp32"):
            m = evaluation[kind][split]
            shares = (m["accuracySingle"], m["accuracy"], m["macroRecall"], m["accuracyOnFerPlusMajority"]["accuracy"])
            kept = f"{percent(m['kept'])} → {percent(m['accuracyOfKept'])}"
            rows.append([SPLITS[split], kind, *map(percent, shares), f"{m['ece']:.3f}", kept])
    return table(head, rows)


def confusion(classes, m):
    rows = [
        [f"**{name}**", *row, percent(m["recall"][name]), percent(m["precision"][name])]
        for name, row in zip(classes, m["confusion"])
    ]
    return table(["", *classes, "recall", "precision"], rows)


def margins(framing):
    rows = []
    for name, m in framing.items():
        box = m["boxShareOfImage"]
        rows.append([name, m["margin"], box["p50"], f"{box['p10']} to {box['p90']}", f"{m['found']} of {m['of']}"])
    return table(["cascade", "margin", "box, median", "10th to 90th percentile", "found"], rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--models", type=Path, default=Path(__file__).resolve().parents[1])
    args = parser.parse_args()
    evaluation = json.loads((args.models / "report/evaluation.json").read_text())
    framing = json.loads((args.models / "report/framing.json").read_text())
    card = (args.models / "README.md").read_text()
    before, rest = card.split(BEGIN)
    after = rest.split(END)[1]
    (args.models / "README.md").write_text(f"{before}{BEGIN}\n\n{figures(evaluation, framing)}\n\n{END}{after}")


if __name__ == "__main__":
    main()
