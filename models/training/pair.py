"""Joins two exported nets to one that answers as their mean: as one file, for one session, with one temperature.

    python3 pair.py A.fp32.onnx B.fp32.onnx --adjustment ../report/adjustment.json --ranges OUT/ranges.json

Both see the same face. What they find lies side by side before the last layer, whose weights are halves of theirs, so
the mean is not rounded on the way.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from answers import set_up_torch
from data import load
from export import CALIBRATION_FACES, ranges_of
from net import centre
from places import MODELS, data_option, read_json, write_json
from runonnx import OnnxModel

HEADS = ("logits", "votes")


def renamed(graph, prefix):
    """Nodes and weights before the heads, and the heads' weights by name; all but the input gets the prefix."""
    face = graph.input[0].name
    weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    heads = {node.name: [weights[name] for name in node.input[1:]] for node in graph.node if node.name in HEADS}
    of_heads = {name for node in graph.node if node.name in HEADS for name in node.input[1:]}
    nodes = []
    for node in graph.node:
        if node.name in HEADS:
            continue
        node.input[:] = [name if name in ("", face) else prefix + name for name in node.input]
        node.name, node.output[:] = prefix + node.name, [prefix + name for name in node.output]
        nodes.append(node)
    tensors = [numpy_helper.from_array(w, prefix + name) for name, w in weights.items() if name not in of_heads]
    return nodes, tensors, heads


def join(first, second, bias=None):
    """One model of two; `bias` is added to the logits (adjust.py)."""
    parts = [renamed(model.graph, f"net{index}.") for index, model in enumerate((first, second))]
    nodes = [node for part, _, _ in parts for node in part]
    tensors = [tensor for _, part, _ in parts for tensor in part]
    nodes.append(helper.make_node("Concat", ["net0.features", "net1.features"], ["features"], "features", axis=1))
    for head in HEADS:
        (weight, offset), (other_weight, other_offset) = (heads[head] for _, _, heads in parts)
        both, offsets = np.concatenate([weight, other_weight], 1) / 2, (offset + other_offset) / 2
        if head == "logits" and bias is not None:
            offsets = offsets + np.asarray(bias, np.float32)
        for name, array in ((f"{head}.weight", both), (f"{head}.bias", offsets)):
            tensors.append(numpy_helper.from_array(array.astype(np.float32), name))
        nodes.append(helper.make_node("Gemm", ["features", f"{head}.weight", f"{head}.bias"], [head], head, transB=1))
    del first.graph.node[:], first.graph.initializer[:]
    first.graph.node.extend(nodes)
    first.graph.initializer.extend(tensors)
    onnx.checker.check_model(first)
    return first


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    data_option(parser)
    parser.add_argument("nets", type=Path, nargs=2, metavar="ONNX", help="fp32 files that export.py wrote")
    parser.add_argument("--adjustment", type=Path, help="adjust.py's report, whose bias goes into the last layer")
    parser.add_argument("--model", type=Path, default=MODELS / "fer.fp32.onnx", help="the ONNX file to write")
    parser.add_argument("--ranges", type=Path, required=True, help="the JSON file to write for quantise.py")
    args = parser.parse_args()

    set_up_torch()
    bias = read_json(args.adjustment)["bias"] if args.adjustment else None
    onnx.save(join(*(onnx.load(str(net)) for net in args.nets), bias), str(args.model))
    faces = load(args.data)
    rows = faces.splits["training"]
    torch.manual_seed(0)
    x = centre(faces.images[rows[torch.randperm(len(rows))[:CALIBRATION_FACES]]])
    write_json(args.ranges, ranges_of(OnnxModel(args.model), x))


if __name__ == "__main__":
    main()
