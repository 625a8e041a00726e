"""The network: a narrow residual net for 44x44 grey faces.

Plain 3x3 convolutions, ReLU and one average pool: operators that every runtime has in int8. A net of depthwise
convolutions with half the multiply-adds took twice the time on a CPU.
"""

import torch
import torch.nn.functional as F
from torch import nn

INPUT_SIDE = 44  # the centre of the 48x48 image; training shifts the window about
STEM = 16  # channels at full resolution, where a channel costs most
STAGES = [(32, 2), (64, 2), (128, 2), (192, 2)]  # (channels, blocks); each stage halves the side
CHANNEL_STEP = 4  # a width's channels are rounded to multiples of it
DROPOUT = 0.2
STD_FLOOR = 8  # added to the contrast, so that a flat crop isn't blown up into noise


def normalise(pixels):
    """[N, 1, H, W] of 0 to 255 to zero mean and about unit spread per image: light and camera gain cancel out."""
    mean = pixels.mean((2, 3), keepdim=True)
    std = pixels.std((2, 3), keepdim=True, unbiased=False)
    return (pixels - mean) / (std + STD_FLOOR)


def centre(images, side=INPUT_SIDE):
    """uint8 [N, 1, 48, 48] to the net's input; with another `side`, the same window more coarsely sampled."""
    edge = (images.shape[-1] - INPUT_SIDE) // 2
    x = images[:, :, edge : edge + INPUT_SIDE, edge : edge + INPUT_SIDE].float()
    if side != INPUT_SIDE:
        x = F.interpolate(x, size=(side, side), mode="bilinear", align_corners=False)
    return normalise(x)


class ConvBN(nn.Module):
    def __init__(self, inputs, outputs, kernel=3, stride=1):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
        self.bn = nn.BatchNorm2d(outputs)

    def forward(self, x):
        return self.bn(self.conv(x))


class Residual(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first = ConvBN(inputs, outputs, stride=stride)
        self.second = ConvBN(outputs, outputs)
        self.shortcut = ConvBN(inputs, outputs, 1, stride) if stride != 1 or inputs != outputs else None
        nn.init.zeros_(
            self.second.bn.weight
        )  # every block starts as its shortcut: high learning rates hold from the first step

    def forward(self, x):
        shortcut = x if self.shortcut is None else self.shortcut(x)
        return torch.relu(self.second(torch.relu(self.first(x))) + shortcut)


class ExpressionNet(nn.Module):
    """Two heads: FER-2013's 7 classes, and FER+'s 8 (the same 7, then contempt), which teaches and ships as `votes`.

    `width` multiplies all channels: above 1 for teachers, below for quick comparisons. 1 is what ships.
    """

    def __init__(self, width=1.0):
        super().__init__()
        self.width = width
        channels = scaled(STEM, width)
        self.stem = ConvBN(1, channels)
        blocks = []
        for outputs, count in STAGES:
            for index in range(count):
                blocks.append(Residual(channels, scaled(outputs, width), stride=2 if index == 0 else 1))
                channels = scaled(outputs, width)
        self.blocks = nn.Sequential(*blocks)
        self.dropout = nn.Dropout(DROPOUT)
        self.fer = nn.Linear(channels, 7)
        self.fer_plus = nn.Linear(channels, 8)

    def forward(self, x):
        x = self.blocks(torch.relu(self.stem(x))).mean((2, 3))
        x = self.dropout(x)
        return self.fer(x), self.fer_plus(x)


def scaled(channels, width):
    return max(CHANNEL_STEP, round(channels * width / CHANNEL_STEP) * CHANNEL_STEP)
