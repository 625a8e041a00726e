"""Runs the shipped ONNX files in torch: the handful of operators they use, int8 rounding included.

So calibration and evaluation see the very files that ship, and need no runtime beside torch.
"""

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import helper, numpy_helper


def conv(x, w, b, a):
    return F.conv2d(x, w, b, a["strides"], a["pads"][:2], groups=a.get("group", 1))


def enlarge(x, _, scales, a):
    return F.interpolate(x, scale_factor=scales[2:].tolist(), mode=a["mode"].decode().replace("linear", "bilinear"))


def pad(x, ends, _):
    *before, channels, rows, columns = (int(length) for length in ends)
    assert not any(before), "graph.py pads at the ends alone"
    return F.pad(x, (0, columns, 0, rows, 0, channels))


def quantize(x, scale, zero, _):
    return (x / scale).round_().add_(zero).clamp_(0, 255)


def dequantize(q, scale, zero, a):
    if scale.ndim:  # one scale per output channel
        shape = [-1 if axis == a["axis"] else 1 for axis in range(q.ndim)]
        scale, zero = scale.reshape(shape), zero.reshape(shape)
    return (q - zero) * scale


OPERATORS = {
    "Resize": enlarge,
    "Pad": pad,
    "MaxPool": lambda x, a: F.max_pool2d(x, a["kernel_shape"], a["strides"]),
    "Conv": conv,
    "Relu": lambda x, _: torch.relu(x),
    "Add": lambda x, y, _: x + y,
    "GlobalAveragePool": lambda x, _: x.mean((2, 3), keepdim=True),
    "Concat": lambda x, y, a: torch.cat([x, y], a["axis"]),
    "Flatten": lambda x, _: x.flatten(1),
    "Gemm": lambda x, w, b, _: F.linear(x, w, b),
    "QuantizeLinear": quantize,
    "DequantizeLinear": dequantize,
}


def constant(tensor):
    """As float32, but int32 as float64: a bias may pass 2^24, where float32 drops bits."""
    exact = np.float64 if tensor.data_type == onnx.TensorProto.INT32 else np.float32
    return torch.from_numpy(numpy_helper.to_array(tensor).astype(exact))


class OnnxModel:
    def __init__(self, path, device="cpu"):
        graph = onnx.load(str(path)).graph
        self.input, self.outputs = graph.input[0].name, [output.name for output in graph.output]
        self.constants = {t.name: constant(t).to(device) for t in graph.initializer}
        self.nodes = []
        for n in graph.node:
            node = n.op_type, list(n.input), n.output[0], {a.name: helper.get_attribute_value(a) for a in n.attribute}
            if all(name in self.constants for name in n.input):  # rounded weights: the same for every face
                self.constants[n.output[0]] = self.run(node, self.constants)
            else:
                self.nodes.append(node)
        self.last_reader = {name: at for at, (_, inputs, _, _) in enumerate(self.nodes) for name in inputs}

    @staticmethod
    def run(node, values):
        operator, inputs, _, attributes = node
        return OPERATORS[operator](*(values.get(name) for name in inputs), attributes).float()

    @torch.no_grad()
    def __call__(self, x, watch=None):
        """Outputs by name for normalised faces [N, 1, 44, 44]; `watch(name, values)` sees every tensor on the way."""
        values = {self.input: x}
        for at, node in enumerate(self.nodes):
            _, inputs, output, _ = node
            values[output] = self.run(node, {**self.constants, **values})
            if watch:
                watch(output, values[output])
            for name in inputs:  # a batch's tensors together would take gigabytes
                if name in values and self.last_reader[name] == at:
                    del values[name]
        return {name: values[name] for name in self.outputs}
