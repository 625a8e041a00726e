"""Trains the expression net. Resumes by itself from OUT/last.pt; keeps what is best on PublicTest in OUT/best.pt.

    python3 train.py --data ../../../shared/data/fer2013 --out /tmp/fer

Every epoch is seeded by its number, so a resumed run is the run that was interrupted.
OUT/curve.jsonl gets a line per epoch.
"""

import argparse
import copy
import json
import math
import os
import sys
import time
from pathlib import Path

import torch
import torch.nn.functional as F

import augment
import net
import recogniser
import targets
from checkpoint import load_net, save
from data import load
from net import INPUT_SIDE, ExpressionNet, centre
from places import data_option
from settings import override

BATCH = 128
LEARNING_RATE = 0.1  # SGD with Nesterov momentum; half a cosine down to nearly nothing
WARMUP = 450  # steps of linear rise
MOMENTUM = 0.9
WEIGHT_DECAY = 5e-4  # on convolutions and heads, not on norms and biases
FER_PLUS_WEIGHT = 0.6  # of the auxiliary head's loss
EMA_DECAY = 0.9988  # per step: what ships is a running mean over about four epochs' weights
SIDES = [(1, INPUT_SIDE)]  # until which share of the run the faces have which side: coarse ones cost less time
SAM_RADIUS = 0.0  # above 0: sharpness-aware steps (Foret et al., 2021), for twice the time; 0.05 to 0.1
UNFINISHED = 75  # the exit status after --stop-after, so that nobody goes on with half a net (sysexits' EX_TEMPFAIL)
PLAIN_AT_END = 0.2  # last share of the run without CutMix and mixup, so that confidence fits whole faces


def cross_entropy(logits, shares):
    return -(shares * F.log_softmax(logits.float(), 1)).sum(1).mean()


def learning_rate(step, total):
    return LEARNING_RATE * min(1, (step + 1) / WARMUP) * 0.5 * (1 + math.cos(math.pi * step / total))


def side_of(progress):
    return next(side for until, side in SIDES if progress < until)


def sgd(weights):
    weights = list(weights)
    groups = [
        {"params": [p for p in weights if p.ndim > 1], "weight_decay": WEIGHT_DECAY},
        {"params": [p for p in weights if p.ndim == 1], "weight_decay": 0},
    ]
    return torch.optim.SGD(groups, lr=LEARNING_RATE, momentum=MOMENTUM, nesterov=True)


@torch.no_grad()
def accuracy(ema, images, labels, side, amp):
    """Share of right top classes, each image's logits averaged with its mirror's, at the side that is trained on."""
    ema.eval()
    right = 0
    for rows in torch.arange(len(images)).split(256):
        x = centre(images[rows], side).contiguous(memory_format=torch.channels_last)
        with amp:
            logits = ema(x)[0].float() + ema(x.flip(3).contiguous(memory_format=torch.channels_last))[0].float()
        right += (logits.argmax(1) == labels[rows]).sum().item()
    return right / len(images)


@torch.no_grad()
def uphill(weights, radius):
    """Moves the weights by `radius` to where the loss rises most. Returns what undoes it."""
    moved = [weight for weight in weights if weight.grad is not None]
    length = torch.stack([weight.grad.norm() for weight in moved]).norm()
    steps = [weight.grad * (radius / (length + 1e-12)) for weight in moved]
    for weight, step in zip(moved, steps):
        weight.add_(step)

    @torch.no_grad()
    def back():
        for weight, step in zip(moved, steps):
            weight.sub_(step)

    return back


@torch.no_grad()
def average_into(ema, trained, step):
    decay = min(EMA_DECAY, (1 + step) / (40 + step))  # early on, a shorter memory: the first weights are worth nothing
    for mean, value in zip(ema.state_dict().values(), trained.state_dict().values()):
        if mean.dtype.is_floating_point:
            mean.lerp_(value, 1 - decay)
        else:
            mean.copy_(value)


class Run:
    """Nets, optimiser and how far they have come; all that a checkpoint holds."""

    def __init__(self, out, epochs, net, device):
        self.out, self.epochs = out, epochs
        self.net = net.to(device, memory_format=torch.channels_last)
        self.ema = copy.deepcopy(self.net)
        self.optimiser = sgd(self.net.parameters())
        self.first, self.best = 0, 0.0
        if (out / "last.pt").exists():
            self.resume(torch.load(out / "last.pt", map_location=device))

    def resume(self, last):
        if last.get("width", 1.0) != self.net.width:
            raise SystemExit(
                f"{self.out}/last.pt has width {last.get('width', 1.0)}: pass --width or --recogniser, or another --out"
            )
        self.net.load_state_dict(last["net"])
        self.ema.load_state_dict(last["ema"])
        self.optimiser.load_state_dict(last["optimiser"])
        self.first, self.best = last["epoch"] + 1, last["best"]

    def keep(self, epoch, score, best_counts):
        width = self.net.width
        if best_counts and score > self.best:
            self.best = score
            state = {"weights": self.ema.state_dict(), "epoch": epoch, "publicAccuracy": score, "width": width}
            save(state, self.out / "best.pt")
        state = {"net": self.net.state_dict(), "ema": self.ema.state_dict(), "optimiser": self.optimiser.state_dict()}
        save({**state, "epoch": epoch, "best": self.best, "width": width}, self.out / "last.pt")

    def gradients(self, x, shares, amp):
        """One pass there and back. Returns the logits and the loss."""
        with amp:
            logits, votes = self.net(x)
        loss = cross_entropy(logits, shares[0]) + FER_PLUS_WEIGHT * cross_entropy(votes, shares[1])
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        return logits.detach(), loss.item()

    def epoch(self, epoch, images, fer, fer_plus, training, amp, windows=None):
        """One pass over the training rows. Returns the mean loss and the share of right top classes."""
        steps, progress = len(training) // BATCH, epoch / self.epochs
        side, mixing = side_of(progress), progress < 1 - PLAIN_AT_END
        mean_loss, right = 0.0, 0
        self.net.train()
        shuffled = training[torch.randperm(len(training))][: steps * BATCH]
        for index, rows in enumerate(shuffled.split(BATCH)):
            step = epoch * steps + index
            for group in self.optimiser.param_groups:
                group["lr"] = learning_rate(step, steps * self.epochs)
            rows = rows.to(images.device)
            x = augment.augment(images[rows], side, None if windows is None else windows[rows])
            shares = fer[rows], fer_plus[rows]
            if mixing:
                x, shares = augment.mix(x, shares)
            x = x.contiguous(memory_format=torch.channels_last)
            logits, loss = self.gradients(x, shares, amp)
            if SAM_RADIUS > 0:
                back = uphill(self.net.parameters(), SAM_RADIUS)
                self.gradients(x, shares, amp)
                back()
            self.optimiser.step()
            average_into(self.ema, self.net, step)
            mean_loss += loss / steps
            right += (logits.argmax(1) == shares[0].argmax(1)).sum().item()
        return mean_loss, right / (steps * BATCH)


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    data_option(parser)
    parser.add_argument("--out", type=Path, required=True, help="folder for last.pt, best.pt and curve.jsonl")
    parser.add_argument("--epochs", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--width", type=float, default=1.0, help="channels, times net.py's: teachers may be wider")
    parser.add_argument("--start", type=Path, help="a checkpoint whose weights to start from, instead of random ones")
    parser.add_argument("--recogniser", type=Path, metavar="FOLDER", help="start as face-api's face recogniser instead")
    parser.add_argument("--teacher", type=Path, help="distil.py's file: soft targets, blended in by --teacher-share")
    parser.add_argument("--teacher-share", type=float, default=0.5)
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="overrides a setting")
    parser.add_argument("--stop-after", type=float, metavar="MINUTES", help="ends after the epoch that passes them")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="1 on a machine that does other work too")
    parser.add_argument("--bf16", action="store_true", help="bfloat16: half the time, where the hardware has it")
    return parser.parse_args()


def first_net(args, faces):
    if args.start:
        return load_net(args.start)
    if args.recogniser:
        return recogniser.begin(args.recogniser, centre(faces.images[faces.splits["training"][:512]]))
    return ExpressionNet(args.width)


def main():
    args = options()
    args.out.mkdir(parents=True, exist_ok=True)
    overridden = override((sys.modules[__name__], augment, net, recogniser, targets), args.set)

    # Two threads on two cores halve the time, but wait for each other by spinning: beside other programs they took
    # three to eight times as long as one.
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)  # averaged weights drift into denormals, which are many times slower on a CPU
    torch.manual_seed(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    amp = torch.autocast(device, dtype=torch.bfloat16, enabled=args.bf16)

    faces = load(args.data)
    training, public = faces.splits["training"], faces.splits["public"].to(device)
    fer, fer_plus = (t.to(device) for t in targets.targets(faces))
    teacher = None
    if args.teacher:
        teacher = targets.read_teacher(args.teacher, training, len(faces.images), args.teacher_share, device)
    images, labels = faces.images.to(device), faces.labels.to(device)

    run = Run(args.out, args.epochs, first_net(args, faces), device)
    curve = args.out / "curve.jsonl"
    began = time.time()
    lines = curve.read_text().splitlines()[: run.first] if curve.exists() else []
    for epoch in range(run.first, args.epochs):
        torch.manual_seed(args.seed * 10_000 + epoch)
        started, side = time.time(), side_of(epoch / args.epochs)
        shares, windows = (fer, fer_plus), None
        if teacher:
            shares, windows = teacher.blend(fer, fer_plus, epoch), teacher.lesson(epoch)[2]
        loss, seen = run.epoch(epoch, images, *shares, training, amp, windows)
        score = accuracy(run.ema, images[public], labels[public], side, amp)
        line = {
            "epoch": epoch,
            "side": side,
            "learningRate": round(run.optimiser.param_groups[0]["lr"], 5),
            "loss": round(loss, 4),
            "trainingAccuracy": round(seen, 4),
            "publicAccuracy": round(score, 4),
            "seconds": round(time.time() - started, 1),
            **({"set": overridden} if overridden else {}),
        }
        lines.append(json.dumps(line))
        print(lines[-1], flush=True)
        curve.write_text("\n".join(lines) + "\n")
        run.keep(epoch, score, best_counts=side == INPUT_SIDE)
        if args.stop_after and time.time() - began > 60 * args.stop_after and epoch + 1 < args.epochs:
            print(f"stopped after epoch {epoch}: the same command goes on from there", flush=True)
            raise SystemExit(UNFINISHED)


if __name__ == "__main__":
    main()
