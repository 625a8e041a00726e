"""Writes the trained net as ONNX, and the value ranges that the quantiser needs.

    python3 export.py --checkpoint OUT/best.pt --adjustment ../report/adjustment.json --ranges OUT/ranges.json

Two outputs: `logits`, FER-2013's 7 classes, and `votes`, FER+'s 8. Who asks a runtime for `logits` alone pays for them
alone. The graph is written operator by operator, not by torch's exporter, whose API and tensor names change between
releases (graph.py): it has a handful of kinds of node, and readable names that the quantiser and the ranges share.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from answers import set_up_torch
from checkpoint import load_net
from data import load
from graph import Graph, body_of
from net import INPUT_SIDE, centre
from places import MODELS, data_option, read_json, write_json
from runonnx import OnnxModel

OPSET = 13  # the first with per-channel DequantizeLinear; every runtime since 2021 reads it
CALIBRATION_FACES = 1000
PERCENTILE = 99.999  # of each tensor's values; the plain minimum and maximum leave too coarse a grid


def to_onnx(net, bias=None):
    """`bias` is added to the logits (adjust.py)."""
    graph = Graph()
    x = body_of(net)(graph, net)
    x = graph.add("Flatten", [graph.add("GlobalAveragePool", [x], "pool")], "features")
    graph.head(x, net.fer.weight, net.fer.bias if bias is None else net.fer.bias + bias, "logits")
    graph.head(x, net.fer_plus.weight, net.fer_plus.bias, "votes")
    face = helper.make_tensor_value_info("face", TensorProto.FLOAT, ["n", 1, INPUT_SIDE, INPUT_SIDE])
    outputs = [
        helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["n", 7]),
        helper.make_tensor_value_info("votes", TensorProto.FLOAT, ["n", 8]),
    ]
    model = helper.make_model(
        helper.make_graph(graph.nodes, "fer", [face], outputs, graph.weights),
        opset_imports=[helper.make_opsetid("", OPSET)],
        producer_name="mien",
        ir_version=8,
    )
    onnx.checker.check_model(model)
    return model


def ranges_of(model, x):
    """Per tensor [low, high] that hold all but the outermost values, mirror images included."""
    kept = {}

    def watch(name, values):
        flat = values.flatten().numpy()
        tail = max(1, round(flat.size * (1 - PERCENTILE / 100)))
        ends = [tail, flat.size - tail - 1]
        kept[name] = np.partition(flat, ends)[ends].tolist()

    model(torch.cat([x, x.flip(3)]), watch)
    return {model.input: [float(x.min()), float(x.max())], **kept}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    data_option(parser)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--adjustment", type=Path, help="adjust.py's report, whose bias goes into the last layer")
    parser.add_argument("--model", type=Path, default=MODELS / "fer.fp32.onnx", help="the ONNX file to write")
    parser.add_argument("--ranges", type=Path, required=True, help="the JSON file to write for quantise.py")
    args = parser.parse_args()

    set_up_torch()
    net = load_net(args.checkpoint)
    bias = torch.tensor(read_json(args.adjustment)["bias"]) if args.adjustment else torch.zeros(7)
    onnx.save(to_onnx(net, bias), str(args.model))

    faces = load(args.data)
    rows = faces.splits["training"]
    torch.manual_seed(0)
    x = centre(faces.images[rows[torch.randperm(len(rows))[:CALIBRATION_FACES]]])
    model = OnnxModel(args.model)
    with torch.no_grad():
        answer, (logits, votes) = model(x), net(x)
    for name, wanted in (("logits", logits + bias), ("votes", votes)):
        difference = (answer[name] - wanted).abs().max().item()
        if difference > 1e-3:
            raise SystemExit(f"{args.model}: {name} are off by {difference:.2g}: to_onnx no longer follows net.py")
    write_json(args.ranges, ranges_of(model, x))


if __name__ == "__main__":
    main()
