"""Teachers' answers to the training images, as soft targets for train.py --teacher.

    python3 distil.py --teachers SEED1/best.pt WIDE/best.pt fer.fp32.onnx --out OUT/teacher.npz

Teachers are checkpoints of any width, or ONNX files that have both outputs. An image's answer is the mean over
teachers, five windows and their mirror images: surer than any of them, and a student that sees the image anywhere
learns the same answer.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from answers import FIVE, averaged, open_model, set_up_torch, windows
from data import load
from metrics import right
from places import data_option

BATCH = 256
TEMPERATURE = 1.0  # of the teachers' shares; above 1 softens them


def shares(models, images):
    """[N, 7] and [N, 8], the mean of all teachers' shares. Shares, not logits: a sure teacher shall not shout."""
    answers = [averaged(model, windows(images, FIVE)) for model in models]
    return tuple(
        torch.stack([(answer[name] / TEMPERATURE).softmax(1) for answer in answers]).mean(0)
        for name in ("logits", "votes")
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    data_option(parser)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True, help="best.pt files and ONNX files")
    parser.add_argument("--out", type=Path, required=True, help="the npz to write")
    parser.add_argument("--bf16", action="store_true", help="bfloat16: half the time, where the hardware has it")
    args = parser.parse_args()

    set_up_torch()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    faces = load(args.data)
    models = [open_model(path, device=device, bf16=args.bf16) for path in args.teachers]
    mute = [str(p) for p, m in zip(args.teachers, models) if getattr(m, "outputs", ["votes"])[-1] != "votes"]
    if mute:
        raise SystemExit(f"{', '.join(mute)}: without the output `votes`, which every teacher must have")

    def ask(rows):
        parts = []
        for number, batch in enumerate(rows.split(BATCH)):
            parts.append([s.cpu() for s in shares(models, faces.images[batch].to(device))])
            if number % 20 == 0:
                print(f"{number * BATCH} of {len(rows)}", flush=True)
        return [torch.cat(part) for part in zip(*parts)]

    public = faces.splits["public"]
    print(f"the teachers together on PublicTest: {right(ask(public)[0], faces.labels[public])}")
    rows = faces.splits["training"]
    fer, votes = ask(rows)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        args.out, rows=rows.numpy(), fer=fer.numpy().astype(np.float16), votes=votes.numpy().astype(np.float16)
    )


if __name__ == "__main__":
    main()
