"""Writes the figures of report/*.json into the model card, between its two marks.

    python3 card.py --models ../
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
    classes, splits = evaluation["classes"], [s for s in SPLITS if s in evaluation["int8"]]
    shipped = evaluation["int8"]["private" if "private" in splits else "public"]
    agreement = ", ".join(f"{percent(evaluation['int8AgreesWithFp32'][split])} % ({SPLITS[split]})" for split in splits)
    accuracy = [
        [SPLITS[split], kind, *(percent(m[key]) for key in ("accuracySingle", "accuracy", "macroRecall")), percent(m["accuracyOnFerPlusMajority"]["accuracy"]),
         f"{m['ece']:.3f}", f"{percent(m['kept'])} → {percent(m['accuracyOfKept'])}"]
        for split in splits for kind in ("int8", "fp32") for m in [evaluation[kind][split]]
    ]
    confusion = [
        [f"**{name}**", *row, percent(shipped["recall"][name]), percent(shipped["precision"][name])] for name, row in zip(classes, shipped["confusion"])
    ]
    margins = [
        [name, m["margin"], m["boxShareOfImage"]["p50"], f"{m['boxShareOfImage']['p10']} to {m['boxShareOfImage']['p90']}", f"{m['found']} of {m['of']}"]
        for name, m in framing.items()
    ]
    return "\n\n".join([
        table(["split", "file", "accuracy, one view", "with mirror", "mean recall", "against FER+ majority", "ECE", "kept → right"], accuracy),
        f"Percent of {evaluation['int8']['public']['faces']:,} faces a split; all columns after the first use the mirror image and "
        f"temperature {evaluation['temperature']}. *Kept* are readings of at least {evaluation['minConfidence']} (minConfidence). "
        f"int8 names the same class as fp32 for {agreement}.",
        f"{SPLITS[splits[-1]]}, int8 with mirror; rows are the true class, columns the model's:",
        table(["", *classes, "recall", "precision"], confusion),
        "Crop margins, from FER-2013's own images (a cascade's median box, as a share of the image's side):",
        table(["cascade", "margin", "box, median", "10th to 90th percentile", "found"], margins),
    ])


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
