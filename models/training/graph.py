"""A net's layers as ONNX nodes: what export.py writes, for the net that is trained from nothing and for the recogniser.

Batch norms are folded into the convolutions before them. All but the enlargement runs in int8 once quantise.py was there.
"""

import numpy as np
import torch
from onnx import helper, numpy_helper

from net import INPUT_SIDE
from recogniser import CONTRAST, SIDE, Recogniser


class Graph:
    """Nodes and weights in order. Each method adds one operator or a few, and returns the name of what they give."""

    def __init__(self):
        self.nodes, self.weights = [], []

    def add(self, operator, inputs, name, **attributes):
        self.nodes.append(helper.make_node(operator, inputs, [name], name=name, **attributes))
        return name

    def constant(self, array, name):
        self.weights.append(numpy_helper.from_array(array, name))
        return name

    def weight(self, tensor, name):
        return self.constant(tensor.detach().numpy().astype(np.float32), name)

    def conv(self, x, weight, bias, name, stride=1, pad=0, groups=1):
        inputs = [x, self.weight(weight, name + ".weight"), self.weight(bias, name + ".bias")]
        shape = {"kernel_shape": weight.shape[2:], "strides": [stride] * 2, "pads": [pad] * 4}
        return self.add("Conv", inputs, name, **shape, **({"group": groups} if groups > 1 else {}))

    def conv_bn(self, x, module, name, gain=1):
        """Convolution and batch norm as one: weight and bias scaled by the norm's gain over its running spread."""
        bn, layers = module.bn, module.conv if isinstance(module.conv, torch.nn.Sequential) else [module.conv]
        *before, last = layers
        for layer in before:  # of a convolution that was cut to a rank: it has no norm of its own
            nothing = torch.zeros(layer.out_channels)
            x = self.conv(x, layer.weight, nothing, name + ".narrow", layer.stride[0], layer.padding[0])
        spread = bn.weight / torch.sqrt(bn.running_var + bn.eps)
        weight, bias = last.weight * spread[:, None, None, None] * gain, bn.bias - bn.running_mean * spread
        return self.conv(x, weight, bias, name, last.stride[0], last.padding[0])

    def pad(self, x, channels, rows, columns, name):
        """Zeros behind the channels, below and to the right."""
        ends = np.array([0, 0, 0, 0, 0, channels, rows, columns], np.int64)
        return self.add("Pad", [x, self.constant(ends, name + ".ends")], name)

    def sum_relu(self, x, y, name):
        return self.add("Relu", [self.add("Add", [x, y], name + ".sum")], name)

    def head(self, x, weight, bias, name):
        inputs = [x, self.weight(weight, name + ".weight"), self.weight(bias, name + ".bias")]
        return self.add("Gemm", inputs, name, transB=1)


def body_of(net):
    """What writes all of a net that lies before its heads: a function of the graph and the net."""
    return recogniser_body if isinstance(net, Recogniser) else expression_body


def expression_body(graph, net):
    x = graph.add("Relu", [graph.conv_bn("face", net.stem, "stem")], "stem.relu")
    for index, block in enumerate(net.blocks):
        name = f"block{index}"
        inner = graph.add("Relu", [graph.conv_bn(x, block.first, name + ".first")], name + ".first.relu")
        inner = graph.conv_bn(inner, block.second, name + ".second")
        shortcut = x if block.shortcut is None else graph.conv_bn(x, block.shortcut, name + ".shortcut")
        x = graph.sum_relu(inner, shortcut, name)
    return x


def recogniser_body(graph, net):
    scales = graph.constant(np.array([1, 1, SIDE / INPUT_SIDE, SIDE / INPUT_SIDE], np.float32), "enlarged.scales")
    x = graph.add("Resize", ["face", "", scales], "enlarged", mode="linear")
    x = graph.add("Relu", [graph.conv_bn(x, net.stem, "stem", gain=CONTRAST)], "stem.relu")
    x = graph.add("MaxPool", [x], "stem.pool", kernel_shape=[3, 3], strides=[2, 2])
    side = halved(halved(SIDE, 7), 3)
    for name, block in net.blocks.items():
        inner = graph.add("Relu", [graph.conv_bn(x, block.conv1, name + ".first")], name + ".first.relu")
        inner, shortcut = graph.conv_bn(inner, block.conv2, name + ".second"), x
        if block.halves:
            # Pooled as a convolution of each channel by itself, which runs in int8 like all others.
            quarters = torch.full((block.inputs, 1, 2, 2), 1 / 4)
            shortcut = graph.conv(x, quarters, torch.zeros(block.inputs), name + ".pooled", 2, groups=block.inputs)
            shortcut = graph.pad(shortcut, block.outputs - block.inputs, 0, 0, name + ".shortcut")
            lacking = side // 2 - halved(side, 3)
            side //= 2
            if lacking:
                inner = graph.pad(inner, 0, lacking, lacking, name + ".padded")
        x = graph.sum_relu(inner, shortcut, name)
    return x


def halved(side, kernel):
    """Pixels that a kernel gives which goes two at a time and never leaves the picture."""
    return (side - kernel) // 2 + 1
