"""Draws the figures of report/*.json and curve-*.jsonl as pictures, report/*.svg.

    python3 report.py

A picture whose figures are not there is left out, by name.
"""

import argparse
import json

import pictures
from places import models_option, read_json
from style import save


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    models_option(parser)
    args = parser.parse_args()
    report = args.models / "report"
    files = {
        name: read_json(report / f"{name}.json", absent={})
        for name in ("evaluation", "robustness", "framing", "adjustment", "abstention")
    }
    files["framing"] = {name: m for name, m in files["framing"].items() if "publicTest" in m}
    for name in ("curve-net", "curve-recogniser"):
        curve = report / f"{name}.jsonl"
        files[name] = [json.loads(line) for line in curve.read_text().splitlines()] if curve.exists() else []

    for name, (draw, needed, used) in pictures.ALL.items():
        if not all(files[source] for source in needed):
            print(f"no {name}.svg: {' and '.join(needed)} are not there")
            continue
        figure, described = draw(*(files[source] for source in needed + used))
        save(figure, report / f"{name}.svg", described)
        print(f"{name}.svg: {described}")


if __name__ == "__main__":
    main()
