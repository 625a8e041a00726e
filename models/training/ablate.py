"""What each idea of the training is worth: short runs that leave out one each. Interrupted, it goes on.

    python3 ablate.py --out /tmp/ablations --bf16 [--only baseline no-mixing]

Each run writes its curve to OUT/NAME-SEED/. The part `trained` of report/ablations.json tells, per idea, the accuracy
on PublicTest and the gain over the baseline of the same seed. Runs of a few epochs on a narrower net rank ideas that
speed learning above those that hold off overfitting: read small or negative gains of the latter with that in mind.
"""

import argparse
import subprocess
import sys
from pathlib import Path

import torch

from answers import ask, open_model, set_up_torch
from data import CLASSES, load
from metrics import recalls, right, rounded, share
from places import REPORT, data_option, read_json, write_json

EPOCHS = 12
WIDTH = 0.5
VARIANTS = {  # what is changed, in words; options of train.py
    "baseline": ("the recipe as it is", []),
    "mixing": ("CutMix in a fifth of the batches, mixup in a tenth", ["--set", "CUTMIX=0.2", "--set", "MIXUP=0.1"]),
    "even": ("strong light and blur as often as mild", ["--set", "MILDNESS=1", "--set", "LIGHT_MILDNESS=1"]),
    "coarse": ("a fifth of the images with fewer pixels", ["--set", "COARSE=[0.2, 20, 40]"]),
    "sharpness-aware": ("steps that look for flat ground, at twice the time", ["--set", "SAM_RADIUS=0.07"]),
    "no-votes": ("labels alone in the target, no FER+ votes", ["--set", "VOTE_SHARE=0"]),
    "half-votes": ("half FER+ votes in the target", ["--set", "VOTE_SHARE=0.5"]),
    "no-votes-head": ("without the second head", ["--set", "FER_PLUS_WEIGHT=0"]),
    "coarse-first": ("32 pixels in the first half", ["--set", "SIDES=[[0.5, 32], [1, 44]]"]),
    "no-smoothing": ("without label smoothing", ["--set", "SMOOTHING=0"]),
    "no-gain": ("without gain that clips", ["--set", "GAIN=0"]),
    "no-erasing": ("without erased boxes", ["--set", "ERASE=[0, 6, 20]"]),
    "teacher": ("half a teacher's answers in the target", ["--teacher-share", "0.5"]),
}


def train(name, seed, args):
    """Runs or finishes one variant; train.py resumes by itself and does nothing where all epochs are done."""
    options = VARIANTS[name][1] + (["--teacher", str(args.teacher)] if name == "teacher" else [])
    command = [sys.executable, str(Path(__file__).with_name("train.py")), "--data", str(args.data)]
    command += ["--out", str(args.out / f"{name}-{seed}"), "--epochs", str(args.epochs), "--width", str(args.width)]
    command += ["--seed", str(seed), "--threads", str(args.threads), *(["--bf16"] if args.bf16 else []), *options]
    print(" ".join(command), flush=True)
    subprocess.run(command, check=True)


def judge(path, faces):
    rows = faces.splits["public"]
    labels, answer = faces.labels[rows], ask(open_model(path, "ema"), faces.images[rows])
    return {
        "accuracy": right(answer["logits"], labels),
        "lowestRecall": share(recalls(answer["logits"].argmax(1), labels, len(CLASSES)).min()),
        "ferPlusMajority": right(answer["votes"][:, :7], faces.majority[rows]),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    data_option(parser)
    parser.add_argument("--out", type=Path, required=True, help="scratch, a folder per run")
    parser.add_argument("--only", nargs="+", choices=list(VARIANTS), help="these, instead of all that can be run")
    parser.add_argument("--teacher", type=Path, help="distil.py's file; without it the teacher is left out")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--width", type=float, default=WIDTH)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0], help="two or more show how much is luck")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--bf16", action="store_true")
    parser.add_argument("--report", type=Path, default=REPORT / "ablations.json")
    args = parser.parse_args()

    names = args.only or [name for name in VARIANTS if name != "teacher" or args.teacher]
    if "teacher" in names and not args.teacher:
        raise SystemExit("--only teacher: needs --teacher, the file that distil.py writes")
    if "baseline" not in names:
        names = ["baseline", *names]
    set_up_torch()
    torch.set_num_threads(args.threads)
    faces = load(args.data)
    scores = {}
    for seed in args.seeds:
        for name in names:
            train(name, seed, args)
            scores[name, seed] = judge(args.out / f"{name}-{seed}/last.pt", faces)
            write(args, names, scores)


def write(args, names, scores):
    """After every run, so that what is done can be read."""
    ideas = []
    for name in names:
        runs = {seed: score for (variant, seed), score in scores.items() if variant == name}
        if not runs:
            continue
        gains = [rounded(score["accuracy"] - scores["baseline", seed]["accuracy"]) for seed, score in runs.items()]
        mean = {key: rounded(sum(run[key] for run in runs.values()) / len(runs)) for key in next(iter(runs.values()))}
        ideas.append({"name": VARIANTS[name][0], **mean, "gain": rounded(sum(gains) / len(gains)), "gains": gains})
        print(ideas[-1], flush=True)
    trained = {"epochs": args.epochs, "width": args.width, "seeds": args.seeds, "ideas": ideas}
    write_json(args.report, {**read_json(args.report, absent={}), "trained": trained})


if __name__ == "__main__":
    main()
