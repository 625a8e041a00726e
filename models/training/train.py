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
import time
from pathlib import Path

import torch
import torch.nn.functional as F

from augment import augment, mix
from data import load
from net import ExpressionNet, centre

BATCH = 128
LEARNING_RATE = 0.1  # SGD with Nesterov momentum; half a cosine down to nearly nothing
WARMUP = 450  # steps of linear rise
MOMENTUM = 0.9
WEIGHT_DECAY = 5e-4  # on convolutions and heads, not on norms and biases
VOTE_SHARE = 0.15  # of FER+'s votes in the target; low, because the tests' labels are FER-2013's own
SMOOTHING = 0.08  # share of the target that is spread over all classes
FER_PLUS_WEIGHT = 0.6  # of the auxiliary head's loss
EMA_DECAY = 0.9988  # per step: what ships is a running mean over about four epochs' weights
PLAIN_AT_END = 0.25  # last share of the run without CutMix and mixup, so that confidence fits whole faces


def targets(faces):
    """What each head learns, as shares per class. A teacher's answers would be blended in here."""
    votes = faces.votes[:, :7]
    seen = votes.sum(1, keepdim=True)
    blended = (1 - VOTE_SHARE) * faces.label_share + VOTE_SHARE * votes / seen.clamp(min=1e-6)
    fer = torch.where(seen > 0, blended, faces.label_share)
    return (1 - SMOOTHING) * fer + SMOOTHING / 7, faces.votes


def cross_entropy(logits, shares):
    return -(shares * F.log_softmax(logits.float(), 1)).sum(1).mean()


def learning_rate(step, total):
    return LEARNING_RATE * min(1, (step + 1) / WARMUP) * 0.5 * (1 + math.cos(math.pi * step / total))


def sgd(net):
    groups = [
        {"params": [p for p in net.parameters() if p.ndim > 1], "weight_decay": WEIGHT_DECAY},
        {"params": [p for p in net.parameters() if p.ndim == 1], "weight_decay": 0},
    ]
    return torch.optim.SGD(groups, lr=LEARNING_RATE, momentum=MOMENTUM, nesterov=True)


@torch.no_grad()
def accuracy(net, images, labels, amp):
    """Share of right top classes, each image's logits averaged with its mirror's."""
    net.eval()
    right = 0
    for rows in torch.arange(len(images)).split(256):
        x = centre(images[rows]).contiguous(memory_format=torch.channels_last)
        with amp:
            logits = net(x)[0].float() + net(x.flip(3).contiguous(memory_format=torch.channels_last))[0].float()
        right += (logits.argmax(1) == labels[rows]).sum().item()
    return right / len(images)


@torch.no_grad()
def average_into(ema, net, step):
    decay = min(EMA_DECAY, (1 + step) / (40 + step))  # early on, a shorter memory: the first weights are worth nothing
    for mean, value in zip(ema.state_dict().values(), net.state_dict().values()):
        if mean.dtype.is_floating_point:
            mean.lerp_(value, 1 - decay)
        else:
            mean.copy_(value)


def save(state, path):
    torch.save(state, path.with_suffix(".new"))
    os.replace(path.with_suffix(".new"), path)  # never a half-written checkpoint


def main():
    repository = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=repository / "../shared/data/fer2013")
    parser.add_argument("--out", type=Path, required=True, help="folder for last.pt, best.pt and curve.jsonl")
    parser.add_argument("--epochs", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="1 on a machine that does other work too")
    parser.add_argument("--bf16", action="store_true", help="bfloat16: half the time, where the hardware has it")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)

    # Two threads on two cores halve the time, but wait for each other by spinning: beside other programs they took
    # three to eight times as long as one.
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)  # averaged weights drift into denormals, which are many times slower on a CPU
    torch.manual_seed(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    amp = torch.autocast(device, dtype=torch.bfloat16, enabled=args.bf16)

    faces = load(args.data)
    fer, fer_plus = (t.to(device) for t in targets(faces))
    images, labels = faces.images.to(device), faces.labels.to(device)
    training, public = faces.splits["training"], faces.splits["public"].to(device)

    net = ExpressionNet().to(device, memory_format=torch.channels_last)
    ema = copy.deepcopy(net)
    optimiser = sgd(net)
    first, best = 0, 0.0
    if (args.out / "last.pt").exists():
        last = torch.load(args.out / "last.pt", map_location=device)
        net.load_state_dict(last["net"])
        ema.load_state_dict(last["ema"])
        optimiser.load_state_dict(last["optimiser"])
        first, best = last["epoch"] + 1, last["best"]

    steps = len(training) // BATCH
    for epoch in range(first, args.epochs):
        torch.manual_seed(args.seed * 10_000 + epoch)
        started, mean_loss, right = time.time(), 0.0, 0
        mixing = epoch < args.epochs * (1 - PLAIN_AT_END)
        net.train()
        shuffled = training[torch.randperm(len(training))][: steps * BATCH]
        for index, rows in enumerate(shuffled.split(BATCH)):
            step = epoch * steps + index
            for group in optimiser.param_groups:
                group["lr"] = learning_rate(step, steps * args.epochs)
            rows = rows.to(device)
            x, shares = augment(images[rows]), (fer[rows], fer_plus[rows])
            if mixing:
                x, shares = mix(x, shares)
            with amp:
                logits, votes = net(x.contiguous(memory_format=torch.channels_last))
            loss = cross_entropy(logits, shares[0]) + FER_PLUS_WEIGHT * cross_entropy(votes, shares[1])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            average_into(ema, net, step)
            mean_loss += loss.item() / steps
            right += (logits.argmax(1) == shares[0].argmax(1)).sum().item()

        score = accuracy(ema, images[public], labels[public], amp)
        line = {
            "epoch": epoch,
            "learningRate": round(optimiser.param_groups[0]["lr"], 5),
            "loss": round(mean_loss, 4),
            "trainingAccuracy": round(right / (steps * BATCH), 4),
            "publicAccuracy": round(score, 4),
            "seconds": round(time.time() - started, 1),
        }
        print(json.dumps(line), flush=True)
        with open(args.out / "curve.jsonl", "a") as file:
            file.write(json.dumps(line) + "\n")
        if score > best:
            best = score
            save({"weights": ema.state_dict(), "epoch": epoch, "publicAccuracy": score}, args.out / "best.pt")
        state = {"net": net.state_dict(), "ema": ema.state_dict(), "optimiser": optimiser.state_dict()}
        save({**state, "epoch": epoch, "best": best}, args.out / "last.pt")


if __name__ == "__main__":
    main()
