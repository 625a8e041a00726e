"""Models of either kind, a checkpoint or an ONNX file, asked in the same way.

A model is a function from normalised faces [N, 1, 44, 44] to {"logits": [N, 7], "votes": [N, 8]}; the first releases'
ONNX files have no `votes`.
"""

import os

import torch

from checkpoint import load_net
from net import INPUT_SIDE, normalise

BATCH = 256


def set_up_torch():
    """All cores, of which Debian's torch takes one by itself, unless OMP_NUM_THREADS says otherwise."""
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", os.cpu_count())))
    torch.set_flush_denormal(True)  # averaged weights hold denormals, which are many times slower on a CPU


def open_model(path, weights=None, device="cpu", bf16=False):
    """`bf16` halves the time where the hardware has bfloat16, and costs the shares their third digit."""
    if path.suffix == ".onnx":
        from runonnx import OnnxModel  # here, so that training and distilling from checkpoints need no onnx package

        onnx_model = OnnxModel(path, device)

        def in_bf16(x):
            with torch.autocast(device, dtype=torch.bfloat16):
                return onnx_model(x.contiguous(memory_format=torch.channels_last))

        return in_bf16 if bf16 else onnx_model
    net = load_net(path, weights, device).to(memory_format=torch.channels_last)

    @torch.no_grad()
    def model(x):
        with torch.autocast(device, dtype=torch.bfloat16, enabled=bf16):
            outputs = net(x.contiguous(memory_format=torch.channels_last))
        return dict(zip(("logits", "votes"), (output.float() for output in outputs)))

    return model


CENTRE = [(0, 0)]
FIVE = [(0, 0), (-1, -1), (1, -1), (-1, 1), (1, 1)]  # and the four corners: with their mirror images, ten crops


def windows(images, places):
    """uint8 [N, 1, 48, 48] to one normalised input per place of the net's window; 1 is as far as it goes."""
    edge = (images.shape[-1] - INPUT_SIDE) // 2
    corners = [(edge * (1 + across), edge * (1 + down)) for across, down in places]
    return [normalise(images[:, :, y : y + INPUT_SIDE, x : x + INPUT_SIDE].float()) for x, y in corners]


def averaged(model, inputs, mirror=True):
    """Outputs by name, averaged over several inputs that show the same faces, and over their mirror images."""
    views = [model(view) for x in inputs for view in ([x, x.flip(3)] if mirror else [x])]
    return {name: torch.stack([view[name] for view in views]).mean(0) for name in views[0]}


def ask(model, images, places=CENTRE, mirror=True):
    """Outputs by name for any number of images; as it ships unless told otherwise."""
    batches = [averaged(model, windows(batch, places), mirror) for batch in images.split(BATCH)]
    return {name: torch.cat([batch[name] for batch in batches]) for name in batches[0]}
