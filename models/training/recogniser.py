"""A net that began as a face recogniser: dlib's ResNet (Davis King, CC0), as the package face-api packs it (MIT).

Its convolutions have told three million photographs of people apart; trained on to expressions, it errs elsewhere than
a net that has seen nothing but FER-2013.
"""

import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

SIDE = 112  # pixels the net's 44 are enlarged to: the eyes then lie about as far apart as in the recogniser's own faces
DROPOUT = 0.3
RANK = 0  # of each convolution from 256 channels to 256; 112 brings the net to 3 MB in int8, 0 leaves them whole
CONTRAST = 60 / 256  # of the pictures that it was trained on: what normalise() gave is scaled back
BLOCKS = [
    *[(f"conv32_{number}", 32, False) for number in (1, 2, 3)],  # face-api's name, channels, whether it halves the side
    ("conv64_down", 64, True),
    *[(f"conv64_{number}", 64, False) for number in (1, 2, 3)],
    ("conv128_down", 128, True),
    *[(f"conv128_{number}", 128, False) for number in (1, 2)],
    ("conv256_down", 256, True),
    *[(f"conv256_{number}", 256, False) for number in (1, 2)],
]
WIDEST = 256  # channels: where most of the weights lie
MANIFEST = "face_recognition_model-weights_manifest.json"


class Conv(nn.Module):
    """`rank` of the one convolution, which then is two: to so many channels, and a 1x1 from there."""

    def __init__(self, inputs, outputs, kernel=3, stride=1, rank=0):
        super().__init__()
        self.conv = nn.Conv2d(inputs, rank or outputs, kernel, stride, 0 if stride == 2 else kernel // 2, bias=False)
        if rank:
            self.conv = nn.Sequential(self.conv, nn.Conv2d(rank, outputs, 1, bias=False))
        self.bn = nn.BatchNorm2d(outputs)

    def forward(self, x):
        return self.bn(self.conv(x))


class Block(nn.Module):
    """dlib's: the shortcut has no weights; it is pooled, and filled up with zeros to the new channels."""

    def __init__(self, inputs, outputs, halves, rank):
        super().__init__()
        self.inputs, self.outputs, self.halves = inputs, outputs, halves
        rank = rank if outputs == WIDEST else 0
        self.conv1 = Conv(inputs, outputs, stride=2 if halves else 1, rank=rank if inputs == outputs else 0)
        self.conv2 = Conv(outputs, outputs, rank=rank)

    def forward(self, x):
        out = self.conv2(torch.relu(self.conv1(x)))
        if self.halves:
            x = F.avg_pool2d(x, 2)
            out = F.pad(out, (0, x.shape[3] - out.shape[3], 0, x.shape[2] - out.shape[2]))
            x = F.pad(x, (0, 0, 0, 0, 0, out.shape[1] - x.shape[1]))
        return torch.relu(out + x)


class Recogniser(nn.Module):
    """Input and both heads as ExpressionNet's (net.py), of which `width` tells it apart in checkpoints."""

    width = "recogniser"

    def __init__(self, rank=0):
        super().__init__()
        self.stem = Conv(1, 32, 7, 2)
        self.blocks, channels = nn.ModuleDict(), 32
        for name, outputs, halves in BLOCKS:
            self.blocks[name] = Block(channels, outputs, halves, rank)
            channels = outputs
        self.dropout = nn.Dropout(DROPOUT)
        self.fer, self.fer_plus = nn.Linear(channels, 7), nn.Linear(channels, 8)

    def forward(self, x):
        x = F.interpolate(x, size=(SIDE, SIDE), mode="bilinear", align_corners=False) * CONTRAST
        x = F.max_pool2d(torch.relu(self.stem(x)), 3, 2)
        for block in self.blocks.values():
            x = block(x)
        x = self.dropout(x.mean((2, 3)))
        return self.fer(x), self.fer_plus(x)

    def convolutions(self):
        """Each with face-api's name for it, from the input on."""
        yield "conv32_down", self.stem
        for name, block in self.blocks.items():
            yield f"{name}/conv1", block.conv1
            yield f"{name}/conv2", block.conv2


@torch.no_grad()
def begin(folder, faces):
    """The net with the recogniser's weights from face-api's folder `model`; its heads are random.

    What it was packed from had its batch norms folded in. They are needed for training: each is set so that it changes
    nothing for `faces`, a batch of inputs.
    """
    net, tensors = Recogniser(RANK).eval(), read_tensors(Path(folder))
    for name, layer in net.convolutions():
        filters = tensors[f"{name}/conv/filters"].permute(3, 2, 0, 1)
        if isinstance(layer.conv, nn.Sequential):
            cut(filters, *layer.conv)
        else:
            layer.conv.weight.copy_(filters.sum(1, keepdim=True) if layer is net.stem else filters)  # grey is R = G = B
        mean, variance = of_what_it_gives(layer.conv, net, faces)
        scale, shift = (tensors[f"{name}/scale/{part}"] for part in ("weights", "biases"))
        layer.bn.running_mean.copy_(mean)
        layer.bn.running_var.copy_(variance)
        layer.bn.weight.copy_(scale * (variance + layer.bn.eps).sqrt())
        layer.bn.bias.copy_(shift + scale * (tensors[f"{name}/conv/bias"] + mean))
    return net


def rank_of(weights):
    """The rank of a checkpoint's net."""
    cut_to = [weight for name, weight in weights.items() if name.endswith("conv.0.weight")]
    return len(cut_to[0]) if cut_to else 0


@torch.no_grad()
def cut(filters, narrow, widen):
    """Sets two convolutions in a row to the best that their rank allows of one (Eckart and Young, 1936)."""
    left, strengths, right = torch.linalg.svd(filters.flatten(1), full_matrices=False)
    roots = strengths[: narrow.out_channels].sqrt()
    narrow.weight.copy_((roots[:, None] * right[: len(roots)]).reshape(narrow.weight.shape))
    widen.weight.copy_((left[:, : len(roots)] * roots).reshape(widen.weight.shape))


def of_what_it_gives(layer, net, x):
    """Mean and variance of each channel that `layer` gives inside `net`."""
    given = []
    hook = layer.register_forward_hook(lambda module, inputs, output: given.append(output))
    net(x)
    hook.remove()
    return given[0].mean((0, 2, 3)), given[0].var((0, 2, 3))


def read_tensors(folder):
    """By name, from TensorFlow.js's format: a JSON of shapes, and one file of values, of 8 bits where it says so."""
    if not (folder / MANIFEST).is_file():
        raise SystemExit(f"{folder}: no {MANIFEST}; `npm ci` puts it into node_modules/@vladmandic/face-api/model")
    tensors = {}
    for part in json.loads((folder / MANIFEST).read_text()):
        values, at = b"".join((folder / path).read_bytes() for path in part["paths"]), 0
        for entry in part["weights"]:
            packed = entry.get("quantization")
            kind = np.dtype(packed["dtype"] if packed else "float32")
            array = np.frombuffer(values, kind, int(np.prod(entry["shape"])), at).astype(np.float32)
            at += array.size * kind.itemsize
            if packed:
                array = array * packed["scale"] + packed["min"]
            tensors[entry["name"]] = torch.from_numpy(array.reshape(entry["shape"]).astype(np.float32))
        if at != len(values):
            raise SystemExit(f"{folder}: {len(values)} bytes of weights, and its manifest tells of {at}")
    return tensors
