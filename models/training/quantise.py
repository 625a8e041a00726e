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


def main(source, ranges_path, target):
    model = onnx.load(source)
    graph = model.graph
    with open(ranges_path) as file:
        ranges = json.load(file)
    weights = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    readers = {}
    for node in graph.node:
        for name in node.input:
            readers.setdefault(name, []).append(node.op_type)

    nodes, constants, scales = [], [], {}

    def constant(array, name):
        constants.append(numpy_helper.from_array(array, name))
        return name

    def dequantised(name, integers, scale, **attributes):
        """A weight or bias as integers with its scale. Returns the name of the floats."""
        inputs = [
            constant(integers, name + ".q"),
            constant(scale, name + ".scale"),
            constant(np.zeros(scale.shape, integers.dtype), name + ".zero"),
        ]
        nodes.append(helper.make_node("DequantizeLinear", inputs, [name + ".dq"], name=name + ".dq", **attributes))
        return name + ".dq"

    def round_trip(name):
        """Tensor `name` to uint8 and back."""
        low, high = (
            min(ranges[name][0], 0),
            max(ranges[name][1], 0),
        )  # zero must be exact: it pads the borders
        scale = np.float32(max(high - low, SMALLEST_SCALE) / 255)
        zero = np.uint8(np.clip(round(-low / scale), 0, 255))
        grid = [constant(np.array(scale), name + ".scale"), constant(np.array(zero), name + ".zero")]
        nodes.append(helper.make_node("QuantizeLinear", [name, *grid], [name + ".q"], name=name + ".q"))
        nodes.append(helper.make_node("DequantizeLinear", [name + ".q", *grid], [name + ".dq"], name=name + ".dq"))
        scales[name] = scale

    def layer(node):
        """A Conv or Gemm on dequantised input, weight and bias; the bias sits on the accumulator's own grid."""
        x, weight, bias = node.input
        w = weights[weight]
        scale = np.maximum(np.abs(w).max(tuple(range(1, w.ndim))), SMALLEST_SCALE).astype(np.float32) / np.float32(127)
        per_channel = {"axis": 0}
        if node.op_type == "Gemm":  # its integer kernel takes one scale only
            scale, per_channel = np.array(scale.max()), {}
        q = np.rint(w / scale.reshape((-1,) + (1,) * (w.ndim - 1))).clip(-127, 127).astype(np.int8)
        bias_scale = (scale * scales[x]).astype(np.float32)
        bias_q = np.rint(weights[bias].astype(np.float64) / bias_scale).clip(-(2**31) + 1, 2**31 - 1).astype(np.int32)
        return [
            x + ".dq",
            dequantised(weight, q, scale, **per_channel),
            dequantised(bias, bias_q, bias_scale, **per_channel),
        ]

    round_trip(graph.input[0].name)
    for node in graph.node:
        inputs = (
            layer(node)
            if node.op_type in ("Conv", "Gemm")
            else [name + ".dq" if name in scales else name for name in node.input]
        )
        output = node.output[0]
        nodes.append(
            helper.make_node(
                node.op_type,
                inputs,
                [output],
                name=node.name,
                **{a.name: helper.get_attribute_value(a) for a in node.attribute},
            )
        )
        # A tensor that only a Relu reads stays float: the runtime fuses the pair, and only what leaves it is rounded.
        if output != graph.output[0].name and readers[output] != ["Relu"]:
            round_trip(output)

    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(constants)
    onnx.checker.check_model(model)
    onnx.save(model, target)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
