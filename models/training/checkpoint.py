"""Checkpoints: written whole or not at all, and read back as nets.

OUT/best.pt holds `weights` (the averaged ones); OUT/last.pt holds `net` (as trained), `ema` (averaged) and what a
resumed run needs. Both hold the net's `width`; without one it is 1, and "recogniser" is that net (recogniser.py).
"""

import os

import torch

from net import ExpressionNet
from recogniser import Recogniser, rank_of


def save(state, path):
    torch.save(state, path.with_suffix(".new"))
    os.replace(path.with_suffix(".new"), path)


def load_net(path, weights=None, device="cpu"):
    """The net in a checkpoint, ready to answer. `weights` names which, where it holds several."""
    state = torch.load(path, map_location=device)
    names = [name for name in ("weights", "ema", "net") if name in state]
    name = weights or (names[0] if names else None)
    if name not in names:
        raise SystemExit(f"{path} holds {names or 'no weights'}, not {name!r}: name a best.pt or last.pt of train.py")
    width = state.get("width", 1.0)
    net = (Recogniser(rank_of(state[name])) if width == Recogniser.width else ExpressionNet(width)).to(device)
    net.load_state_dict(state[name])
    return net.eval()
