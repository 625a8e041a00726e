"""What a camera and a face detector do to a crop, done to training images. Whole batches at once, on any device."""

import math

import torch
import torch.nn.functional as F

from data import SIDE
from net import INPUT_SIDE, normalise

ROTATION = math.radians(15)  # either way
ZOOM = (0.87, 1.12)  # side of the window, in shares of its usual side: a cascade's boxes vary by about that
SHIFT = 3  # pixels of the 48, either way
ASPECT = 0.06  # log of the stretch
COARSE = (0.0, 20, 40)  # share of images; pixels of the 48 that they have left: a face far away, enlarged again
GAIN = 0.7  # log of the factor, mostly mild; clipped at white as a camera clips: half to twice the light
GAMMA = 0.4  # log of the exponent: over- and under-exposure
BLUR = 1.0  # 1 is a 3x3 mean, half as much the other way; mostly mild: motion, soft focus, upscaled small faces
MILDNESS = 3  # the power of an even draw that blur is drawn by; 1 draws strong ones as often as mild
LIGHT_MILDNESS = 3  # that of light; at 1.5 a third of the images lie beyond half of GAIN
ERASE = (0.4, 6, 18)  # share of images; least and greatest side of the box, pixels of 44: hands, hair, cups
CUTMIX = 0.0  # share of batches in which a box of each image comes from another, targets in proportion
MIXUP = 0.0  # share of batches in which each image is blended with another
MIXUP_ALPHA = 0.4  # Beta(a, a): low keeps one of the two dominant


def uniform(low, high, *shape, device):
    return torch.rand(*shape, device=device) * (high - low) + low


def mostly_mild(most, mildness, *shape, device):
    """From -most to most, at 3 half of it within an eighth: what is rare in a camera stays rare in training."""
    draw = uniform(-1, 1, *shape, device=device)
    return most * draw.sign() * draw.abs() ** mildness


def coarse(x):
    """Some of the batch with fewer pixels, averaged down by area and enlarged again; one size a batch, drawn anew."""
    share, least, greatest = COARSE
    side = int(torch.randint(least, greatest + 1, ()))
    small = F.interpolate(x, size=(side, side), mode="area").round()
    again = F.interpolate(small, size=x.shape[-2:], mode="bilinear", align_corners=False)
    return torch.where(torch.rand(len(x), 1, 1, 1, device=x.device) < share, again, x)


def draw_windows(n, device="cpu"):
    """[n, 2, 3]: which part of each image is seen, how it is turned, and whether mirrored; affine_grid's."""
    angle = uniform(-ROTATION, ROTATION, n, device=device)
    side = uniform(*ZOOM, n, device=device) * INPUT_SIDE / SIDE
    stretch = uniform(-ASPECT, ASPECT, n, device=device).exp()
    mirror = torch.randint(0, 2, (n,), device=device) * 2.0 - 1
    window = torch.zeros(n, 2, 3, device=device)
    window[:, 0, 0] = angle.cos() * side * stretch * mirror
    window[:, 0, 1] = -angle.sin() * side
    window[:, 1, 0] = angle.sin() * side * mirror
    window[:, 1, 1] = angle.cos() * side / stretch
    window[:, :, 2] = uniform(-SHIFT, SHIFT, n, 2, device=device) * 2 / SIDE
    return window


def seen_through(windows, images, side_out=INPUT_SIDE):
    """What of float images [N, 1, 48, 48] lies in their windows; the same window more coarsely where side_out is less."""
    grid = F.affine_grid(windows, (len(images), 1, side_out, side_out), align_corners=False)
    return F.grid_sample(images, grid, mode="bilinear", padding_mode="border", align_corners=False)


def augment(images, side_out=INPUT_SIDE, windows=None):
    """uint8 [N, 1, 48, 48] to normalised float32 [N, 1, side_out, side_out], through windows that are drawn or given."""
    n, device = len(images), images.device
    windows = draw_windows(n, device) if windows is None else windows
    x = seen_through(windows, coarse(images.float()), side_out)

    sharpness = mostly_mild(BLUR, MILDNESS, n, 1, 1, 1, device=device).clamp(max=BLUR / 2)
    x = x + sharpness * (x - F.avg_pool2d(x, 3, 1, 1, count_include_pad=False))
    x = x * mostly_mild(GAIN, LIGHT_MILDNESS, n, 1, 1, 1, device=device).exp()
    x = 255 * (x / 255).clamp(0, 1) ** uniform(-GAMMA, GAMMA, n, 1, 1, 1, device=device).exp()
    x = normalise(x)

    share, least, greatest = ERASE
    hole = boxes(uniform(least, greatest, 2, n, device=device) * side_out / INPUT_SIDE, side_out) & (
        torch.rand(n, 1, 1, 1, device=device) < share
    )
    return torch.where(hole, torch.randn(n, 1, 1, 1, device=device), x)


def boxes(sides, frame):
    """[2, N] heights and widths to bool [N, 1, frame, frame], true inside a box at a random place, whole inside it."""
    sides = sides.unsqueeze(-1)
    start = torch.rand_like(sides) * (frame - sides)
    at = torch.arange(frame, device=sides.device)
    inside = (at >= start) & (at < start + sides)
    return (inside[0, :, :, None] & inside[1, :, None, :])[:, None]


def mix(x, targets):
    """CutMix, mixup or neither, drawn per batch. `targets` is a tuple of [N, K] shares, mixed as the images are."""
    draw = torch.rand(()).item()
    if draw >= CUTMIX + MIXUP:
        return x, targets
    other = torch.randperm(len(x), device=x.device)
    if draw < CUTMIX:
        frame = x.shape[-1]
        side = torch.rand(len(x), device=x.device).sqrt() * frame
        hole = boxes(torch.stack([side, side]), frame)
        x = torch.where(hole, x[other], x)
        kept = 1 - hole.float().mean((1, 2, 3))[:, None]
    else:
        kept = torch.distributions.Beta(MIXUP_ALPHA, MIXUP_ALPHA).sample((len(x), 1)).to(x.device)
        x = kept[..., None, None] * x + (1 - kept[..., None, None]) * x[other]
    return x, tuple(kept * target + (1 - kept) * target[other] for target in targets)
