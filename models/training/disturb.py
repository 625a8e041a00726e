"""What goes wrong between a face and its crop, done to 48x48 test images: one disturbance, one strength, no luck.

Every function takes uint8 [N, 1, 48, 48] and returns uint8 [N, 1, 44, 44], the crop that the appliance would have
taken: sampled bilinearly, borders repeated beyond the 48 pixels, rounded to whole grey values.
"""

import math

import torch
import torch.nn.functional as F

from net import INPUT_SIDE


def crop(images, angle=0.0, zoom=1.0, shift=None):
    """The net's window: turned by `angle` radians, its side times `zoom`, its centre moved by `shift` of its side.

    `zoom` may be [N], `shift` is [N, 2].
    """
    n = len(images)
    share = INPUT_SIDE / images.shape[-1]
    side = torch.as_tensor(zoom, dtype=torch.float32).expand(n) * share
    window = torch.zeros(n, 2, 3)
    window[:, 0, 0] = window[:, 1, 1] = math.cos(angle) * side
    window[:, 0, 1], window[:, 1, 0] = -math.sin(angle) * side, math.sin(angle) * side
    if shift is not None:
        window[:, :, 2] = 2 * share * shift  # affine_grid counts from -1 to 1
    grid = F.affine_grid(window, (n, 1, INPUT_SIDE, INPUT_SIDE), align_corners=False)
    x = F.grid_sample(images.float(), grid, mode="bilinear", padding_mode="border", align_corners=False)
    return whole(x)


def whole(x):
    return x.round().clamp(0, 255).to(torch.uint8)


def jitter(images, strength, seed):
    """Centre off by up to `strength` of the box's side, across and down, and side off by up to as much: all uniform."""
    generator = torch.Generator().manual_seed(seed)
    off = (2 * torch.rand(len(images), 3, generator=generator) - 1) * strength
    return crop(images, zoom=1 + off[:, 0], shift=off[:, 1:])


def roll(images, degrees):
    return crop(images, angle=math.radians(degrees))


def brightness(images, factor):
    """As a camera would: clipped at white, whole grey values."""
    return crop(whole(images.float() * factor))


def resolution(images, side):
    """A face of so few pixels: averaged down by area, enlarged again by the crop."""
    x = whole(F.interpolate(images.float(), size=(side, side), mode="area"))
    return crop(whole(F.interpolate(x.float(), size=images.shape[-2:], mode="bilinear", align_corners=False)))


def blur(images, sigma):
    """Gaussian: out of focus, or smeared by a cheap lens. `sigma` in pixels of 48."""
    if not sigma:
        return crop(images)
    radius = math.ceil(3 * sigma)
    kernel = torch.exp(-(torch.arange(-radius, radius + 1.0) ** 2) / (2 * sigma**2))
    kernel = kernel / kernel.sum()
    x = F.pad(images.float(), [radius] * 4, mode="replicate")
    x = F.conv2d(F.conv2d(x, kernel.view(1, 1, 1, -1)), kernel.view(1, 1, -1, 1))
    return crop(whole(x))
