"""Whether more than one temperature would calibrate better, on PublicTest alone.

    python3 scalings.py

Each way is fitted on one half of the faces and judged on the other, for several splits into halves: expected
calibration error and accuracy, the means over the splits.
"""

import argparse

import torch
import torch.nn.functional as F

from answers import ask, set_up_torch
from data import load
from metrics import expected_calibration_error, reliability, right
from places import data_option, models_option
from runonnx import OnnxModel

SPLITS = 3
WAYS = {  # after Guo et al., 2017 (https://arxiv.org/abs/1706.04599): the scale's first value, and whether with a bias
    "temperature": (torch.ones(1), False),
    "temperature and bias": (torch.ones(1), True),
    "a factor for each class": (torch.ones(7), True),
    "a matrix": (torch.eye(7), True),
}


def scaled(logits, scale, bias):
    return (logits @ scale if scale.ndim == 2 else logits * scale) + bias


def fit(logits, labels, scale, with_bias):
    """Scale and bias of the least cross entropy."""
    scale, bias = scale.clone().requires_grad_(), torch.zeros(7, requires_grad=with_bias)
    weights = [weight for weight in (scale, bias) if weight.requires_grad]
    optimiser = torch.optim.LBFGS(weights, max_iter=200, line_search_fn="strong_wolfe")

    def loss():
        optimiser.zero_grad()
        value = F.cross_entropy(scaled(logits, scale, bias), labels)
        value.backward()
        return value

    optimiser.step(loss)
    return scale.detach(), bias.detach()


def across_halves(logits, labels, way, seed):
    """Logits of every face, scaled by what was fitted on the half that it is not in."""
    order = torch.randperm(len(labels), generator=torch.Generator().manual_seed(seed))
    halves, judged = (order[::2], order[1::2]), torch.empty_like(logits)
    for fitted, other in (halves, halves[::-1]):
        judged[other] = scaled(logits[other], *fit(logits[fitted], labels[fitted], *way))
    return judged


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    data_option(parser)
    models_option(parser)
    args = parser.parse_args()

    set_up_torch()
    faces = load(args.data)
    rows = faces.splits["public"]
    labels = faces.labels[rows]
    logits = ask(OnnxModel(args.models / "fer.int8.onnx"), faces.images[rows])["logits"]
    for name, way in WAYS.items():
        judged = [across_halves(logits, labels, way, seed) for seed in range(SPLITS)]
        errors = [expected_calibration_error(reliability(each.softmax(1), labels)) for each in judged]
        shares = [right(each, labels) for each in judged]
        print(f"{name}: ECE {sum(errors) / SPLITS:.3f}, accuracy {100 * sum(shares) / SPLITS:.1f} %")


if __name__ == "__main__":
    main()
