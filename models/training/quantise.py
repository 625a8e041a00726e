"""Post-training int8: puts QuantizeLinear/DequantizeLinear pairs into an fp32 graph. Needs only numpy and onnx.

    python3 quantise.py fer.fp32.onnx ranges.json fer.int8.onnx

Activations become uint8, one scale per tensor; weights int8, symmetric, one scale per output channel. That is the form
which ONNX Runtime fuses into its integer kernels: with int8 activations the same net ran four times slower.
"""

import json
import sys

import numpy as np
import onnx
from onnx import helper, numpy_helper

SMALLEST_SCALE = 1e-8  # a channel of zeros still needs a scale
# What reads a few hundred numbers a face costs nothing in float, and would lose the most: classes lie close together.
FLOAT = ("GlobalAveragePool", "Flatten", "Concat", "Gemm")


class Quantiser:
    """Collects the nodes and constants of the int8 graph, in order."""

    def __init__(self, graph, ranges):
        self.weights = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
        self.ranges = ranges  # per tensor [low, high]
        self.scales = {}  # of the activations that have been rounded so far
        self.nodes, self.constants = [], []

    def node(self, operator, inputs, output, **attributes):
        self.nodes.append(helper.make_node(operator, inputs, [output], name=output, **attributes))
        return output

    def constant(self, array, name):
        self.constants.append(numpy_helper.from_array(np.asarray(array), name))
        return name

    def activation(self, name):
        """Rounds tensor `name` to uint8; who reads it gets `name`.dq."""
        low, high = self.ranges[name]
        low, high = min(low, 0), max(high, 0)  # zero must be exact: it pads the borders
        scale = np.float32(max(high - low, SMALLEST_SCALE) / 255)
        zero = np.uint8(np.clip(round(-low / scale), 0, 255))
        grid = [self.constant(scale, name + ".scale"), self.constant(zero, name + ".zero")]
        rounded = self.node("QuantizeLinear", [name, *grid], name + ".q")
        self.node("DequantizeLinear", [rounded, *grid], name + ".dq")
        self.scales[name] = scale

    def parameter(self, name, integers, scale):
        """Stores a weight or bias as integers. Returns the name of its floats."""
        per_channel = {"axis": 0} if scale.ndim else {}
        inputs = [
            self.constant(integers, name + ".q"),
            self.constant(scale, name + ".scale"),
            self.constant(np.zeros(scale.shape, integers.dtype), name + ".zero"),
        ]
        return self.node("DequantizeLinear", inputs, name + ".dq", **per_channel)

    def layer(self, node):
        """Inputs of a Conv, all rounded; the bias sits on the accumulator's own grid."""
        x, weight, bias = node.input
        w, b = self.weights[weight], self.weights[bias]
        peak = np.abs(w).reshape(len(w), -1).max(1)
        scale = np.maximum(peak, SMALLEST_SCALE).astype(np.float32) / np.float32(127)
        per_row = scale.reshape((-1,) + (1,) * (w.ndim - 1))
        integers = np.rint(w / per_row).clip(-127, 127).astype(np.int8)
        bias_scale = scale * self.scales[x]
        bias_integers = np.rint(b.astype(np.float64) / bias_scale).clip(-(2**31) + 1, 2**31 - 1).astype(np.int32)
        return [
            x + ".dq",
            self.parameter(weight, integers, scale),
            self.parameter(bias, bias_integers, bias_scale),
        ]


def quantise(graph, ranges):
    """Rewrites an ONNX graph that graph.py wrote in place."""
    readers = {}
    for node in graph.node:
        for name in node.input:
            readers.setdefault(name, []).append(node.op_type)

    int8 = Quantiser(graph, ranges)
    int8.activation(graph.input[0].name)
    for node in graph.node:
        if node.op_type == "Conv":
            inputs = int8.layer(node)
        else:
            # A face that is enlarged is rounded once it is.
            rounded = () if node.op_type == "Resize" else int8.scales
            inputs = [name + ".dq" if name in rounded else name for name in node.input]
            for name in node.input:
                if name in int8.weights:  # the heads', and lengths and scales that an operator goes by
                    int8.constant(int8.weights[name], name)
        output = node.output[0]
        attributes = {a.name: helper.get_attribute_value(a) for a in node.attribute}
        int8.node(node.op_type, inputs, output, **attributes)
        # A tensor that only a Relu reads stays float: the runtime fuses the pair, and only what leaves it is rounded.
        if node.op_type not in FLOAT and readers[output] != ["Relu"]:
            int8.activation(output)

    del graph.node[:], graph.initializer[:]
    graph.node.extend(int8.nodes)
    graph.initializer.extend(int8.constants)


def main(source, ranges_path, target):
    model = onnx.load(source)
    with open(ranges_path) as file:
        quantise(model.graph, json.load(file))
    onnx.checker.check_model(model)
    onnx.save(model, target)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
