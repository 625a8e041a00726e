"""Writes the figures of report/*.json into the model card, between its two marks.

    python3 card.py

No figure of an evaluation is typed by hand. What has not been measured is left out.
"""

import argparse

import tables
from places import models_option, read_json

BEGIN, END = "<!-- figures: training/card.py writes these -->", "<!-- end of figures -->"

VOTERS = (
    "Ten people per image, asked anew. *faces* counts those whose most frequent answer is one of the seven classes; "
    "*strict* those on which more than half agree, contempt included, as FER+'s authors count for their 84 to 85 %."
)


def picture(name, described):
    return f"![{described}](report/{name}.svg)"


def sections(report):
    """Title, source file, what to say. Where the source is absent the section is."""
    return [
        ("### Accuracy", "evaluation", [tables.accuracy, picture("accuracy", "Accuracy over epochs")]),
        (
            "### Which face is taken for which",
            "evaluation",
            [tables.confusion, picture("confusion", "Confusion matrix"), picture("recall", "Recall of each class")],
        ),
        (
            "### Against FER+'s voters",
            "evaluation",
            [
                VOTERS,
                tables.fer_plus,
            ],
        ),
        ("### Calibration", "evaluation", [picture("reliability", "Reliability diagram")]),
        ("### Bad crops", "robustness", [tables.robustness, picture("robustness", "Accuracy over disturbances")]),
        (
            "### The lowest recall",
            "adjustment",
            [
                "A bias on the seven logits, chosen on PublicTest (`training/adjust.py`) and part of both files:",
                tables.adjustment,
                picture("adjustment", "Accuracy against the lowest recall"),
            ],
        ),
        ("### Reading fewer faces", "evaluation", [picture("abstention", "Accuracy against the share of faces read")]),
        (
            "### Through the appliance's own path",
            "served",
            [
                "`npm run bench -- model`: the crop and the runtime that serve, one thread, mirror image included.",
                tables.served,
            ],
        ),
        (
            "### Crop margins",
            "framing",
            [
                "From FER-2013's own images; lengths in shares of the image's side.",
                tables.margins,
                *([picture("framing", "Accuracy over margins")] if (report / "framing.svg").exists() else []),
            ],
        ),
        ("### What each idea was worth", "ablations", [ablations]),
    ]


def ablations(tried):
    parts = []
    if "trained" in tried:
        t = tried["trained"]
        seeds = "one seed" if len(t["seeds"]) == 1 else f"the mean of {len(t['seeds'])} seeds"
        parts.append(
            f"Left out or changed one at a time, {t['epochs']} epochs at {t['width']:g} times the width, {seeds} "
            "(`training/ablate.py`). So short a run rewards what speeds learning and punishes what holds off "
            "overfitting; under a point is noise."
        )
        parts.append(tables.ideas(t["ideas"]))
    if "afterwards" in tried:
        faces = tried["afterwards"]["faces"]
        parts.append(f"Without any training, on the finished net, {faces:,} faces (`training/compare.py`):")
        parts.append(tables.ideas(tried["afterwards"]["ideas"]))
    return "\n\n".join(parts)


def of_what_ships(report, source):
    """A report's figures; nothing where the appliance's own path was measured with files of another version."""
    measured = read_json(report / f"{source}.json", absent={})
    if source == "served" and measured:
        version = read_json(report.parent / "fer.json")["version"]
        if any(run["model"]["version"] != version for run in measured):
            print(f"{source}.json is of another version than {version}, and left out: npm run bench -- model --json")
            return {}
    return measured


def figures(report):
    written = []
    for title, source, parts in sections(report):
        measured = of_what_ships(report, source)
        if measured:
            written += [title, *(part if isinstance(part, str) else part(measured) for part in parts)]
    return "\n\n".join(written)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    models_option(parser)
    args = parser.parse_args()
    path = args.models / "README.md"
    before, rest = path.read_text().split(BEGIN)
    after = rest.split(END)[1]
    path.write_text(f"{before}{BEGIN}\n\n{figures(args.models / 'report')}\n\n{END}{after}")


if __name__ == "__main__":
    main()
