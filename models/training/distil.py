"""Teachers' answers to the training images, as soft targets for train.py --teacher.

    python3 distil.py --teachers SEED1/best.pt WIDE/best.pt fer.fp32.onnx --out OUT/teacher.npz

Teachers are checkpoints of any width, or ONNX files that have both outputs. An image's answer is the mean over
teachers, five windows and their mirror images: surer than any of them, and a student that sees the image anywhere
learns the same answer.

With `--rounds 8` they answer eight times instead, each time for one window of each image as training draws them, and
the student sees it through that very window (Beyer et al., 2022, https://arxiv.org/abs/2106.05237) — but in another
light, coarser, blurred or covered, while the teachers saw it clearly.
"""

import argparse
import os
from pathlib import Path

import numpy as np
import torch

from answers import FIVE, averaged, open_model, set_up_torch, windows
from augment import draw_windows, seen_through
from data import load
from metrics import right
from net import normalise
from places import data_option

BATCH = 256
TEMPERATURE = 1.0  # of the teachers' shares; above 1 softens them


def shares(models, inputs, mirror):
    """[N, 7] and [N, 8], the mean of all teachers' shares. Shares, not logits: a sure teacher shall not shout."""
    answers = [averaged(model, inputs, mirror) for model in models]
    return tuple(
        torch.stack([(answer[name] / TEMPERATURE).softmax(1) for answer in answers]).mean(0)
        for name in ("logits", "votes")
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    data_option(parser)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True, help="best.pt files and ONNX files")
    parser.add_argument("--out", type=Path, required=True, help="the npz to write")
    parser.add_argument("--rounds", type=int, default=0, help="of windows as training draws them, instead of ten crops")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--bf16", action="store_true", help="bfloat16: half the time, where the hardware has it")
    args = parser.parse_args()

    set_up_torch()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    faces = load(args.data)
    models = [open_model(path, device=device, bf16=args.bf16) for path in args.teachers]
    mute = [str(p) for p, m in zip(args.teachers, models) if getattr(m, "outputs", ["votes"])[-1] != "votes"]
    if mute:
        raise SystemExit(f"{', '.join(mute)}: without the output `votes`, which every teacher must have")

    def ask(rows, seen=None):
        parts = []
        for number, at in enumerate(torch.arange(len(rows)).split(BATCH)):
            images = faces.images[rows[at]].to(device)
            if seen is None:
                given = shares(models, windows(images, FIVE), mirror=True)
            else:
                given = shares(models, [normalise(seen_through(seen[at].to(device), images.float()))], mirror=False)
            parts.append([s.cpu() for s in given])
            if number % 20 == 0:
                print(f"{number * BATCH} of {len(rows)}", flush=True)
        return [torch.cat(part) for part in zip(*parts)]

    public = faces.splits["public"]
    print(f"the teachers together on PublicTest: {right(ask(public)[0], faces.labels[public])}")
    rows = faces.splits["training"]
    torch.manual_seed(args.seed)
    drawn = [draw_windows(len(rows)) for _ in range(args.rounds)]
    answers = [ask(rows, seen) for seen in drawn or [None]]
    arrays = {name: torch.stack(part).numpy().astype(np.float16) for name, part in zip(("fer", "votes"), zip(*answers))}
    if drawn:
        arrays["windows"] = torch.stack(drawn).numpy()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = args.out.with_suffix(".new.npz")  # whoever finds the file finds all of it
    np.savez_compressed(unfinished, rows=rows.numpy(), **arrays)
    os.replace(unfinished, args.out)


if __name__ == "__main__":
    main()
