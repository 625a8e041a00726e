"""One net from several that were trained on from the same start: the mean of their weights, where that helps.

    python3 soup.py --checkpoints A/best.pt B/best.pt C/best.pt --out SOUP/best.pt

Greedy, as in Wortsman et al., 2022 (https://arxiv.org/abs/2203.05482): the best net on PublicTest first, then each
other one in order, kept if PublicTest doesn't lose by it. It costs nothing to run. Nets from different random weights
can't be mixed so; train.py --start makes those that can.
"""

import argparse
from pathlib import Path

import torch

from answers import ask, open_model, set_up_torch
from checkpoint import load_net, save
from data import load
from metrics import right
from places import data_option


def mean(states):
    """Weights and running statistics alike; counts of batches are the first's."""
    return {
        name: torch.stack([state[name] for state in states]).mean(0) if value.dtype.is_floating_point else value
        for name, value in states[0].items()
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    data_option(parser)
    parser.add_argument("--checkpoints", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True, help="the checkpoint to write")
    args = parser.parse_args()

    set_up_torch()
    faces = load(args.data)
    images, labels = (t[faces.splits["public"]] for t in (faces.images, faces.labels))
    nets = {path: load_net(path) for path in args.checkpoints}
    if len({net.width for net in nets.values()}) > 1:
        raise SystemExit(
            "nets of different widths can't be mixed: " + ", ".join(f"{p} {n.width}" for p, n in nets.items())
        )
    scores = {path: right(ask(open_model(path), images)["logits"], labels) for path in nets}
    for path, score in scores.items():
        print(f"{score}  {path}", flush=True)

    args.out.parent.mkdir(parents=True, exist_ok=True)
    best, kept = 0.0, []
    for path in sorted(nets, key=scores.get, reverse=True):
        weights = mean([nets[p].state_dict() for p in [*kept, path]])
        state = {"weights": weights, "width": nets[path].width}
        save(state, args.out.with_suffix(".tried"))
        score = right(ask(open_model(args.out.with_suffix(".tried")), images)["logits"], labels)
        print(f"{score}  mean of {len(kept) + 1}, with {path}", flush=True)
        if score >= best:
            best, kept = score, [*kept, path]
            save({**state, "publicAccuracy": score}, args.out)
    args.out.with_suffix(".tried").unlink()


if __name__ == "__main__":
    main()
