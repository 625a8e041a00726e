"""Ideas that cost no training, each tried alone on finished checkpoints. On PublicTest alone.

    python3 compare.py --run OUT

Reads OUT/best.pt and OUT/last.pt; writes the part `afterwards` of report/ablations.json: what each is worth against
the averaged weights with the mirror image, which is how the model ships.
"""

import argparse
from pathlib import Path

import torch

from adjust import best
from answers import CENTRE, FIVE, ask, open_model, set_up_torch
from checkpoint import load_net, save
from data import CLASSES, load
from metrics import recalls, rounded, share
from places import REPORT, data_option, read_json, write_json
from soup import mean

BLENDS = (0.1, 0.2, 0.3, 0.5)  # shares of FER+'s head in the probabilities


def judge(answer, labels):
    recall = recalls(answer.argmax(1), labels, len(CLASSES))
    return {"accuracy": share(answer.argmax(1) == labels), "lowestRecall": share(recall.min())}


def blend(answer, part):
    seven = answer["votes"][:, :7].softmax(1)
    return (1 - part) * answer["logits"].softmax(1) + part * seven


def mean_of_two(run):
    """Best and last averaged weights, averaged: what is left of stochastic weight averaging with two snapshots."""
    return mean([load_net(run / "best.pt").state_dict(), load_net(run / "last.pt", "ema").state_dict()])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    data_option(parser)
    parser.add_argument("--run", type=Path, required=True, help="train.py's --out")
    parser.add_argument("--faces", type=int, help="only so many of PublicTest's, for a quick look")
    parser.add_argument("--report", type=Path, default=REPORT / "ablations.json")
    args = parser.parse_args()

    set_up_torch()
    faces = load(args.data)
    rows = faces.splits["public"][: args.faces]
    images, labels = faces.images[rows], faces.labels[rows]
    model = open_model(args.run / "best.pt")
    save({"weights": mean_of_two(args.run), "width": load_net(args.run / "best.pt").width}, args.run / "mean.pt")
    shipped = ask(model, images)
    logits = shipped["logits"]

    bias, _ = best(logits, labels, faces.label_share[faces.splits["training"]])
    tried = {
        "as it ships: averaged weights, mirror image": logits,
        "without the mirror image": ask(model, images, mirror=False)["logits"],
        "ten crops": ask(model, images, FIVE)["logits"],
        "five crops, no mirror images": ask(model, images, FIVE, mirror=False)["logits"],
        "last epoch's averaged weights": ask(open_model(args.run / "last.pt", "ema"), images)["logits"],
        "last epoch's weights, not averaged": ask(open_model(args.run / "last.pt", "net"), images)["logits"],
        "mean of best and last averaged weights": ask(open_model(args.run / "mean.pt"), images, CENTRE)["logits"],
        **{f"{round(100 * part)} % of FER+'s head": blend(shipped, part) for part in BLENDS},
        "bias for the lowest recall": logits + torch.tensor(bias["bias"]),
    }
    usual, table = None, []
    for name, answer in tried.items():
        judged = judge(answer, labels)
        usual = usual or judged
        gain = rounded(judged["accuracy"] - usual["accuracy"])
        table.append({"name": name, **judged, "gain": gain})
        print(f"{name}: {judged} {gain:+.4f}")
    write_json(args.report, {**read_json(args.report, absent={}), "afterwards": {"faces": len(rows), "ideas": table}})


if __name__ == "__main__":
    main()
