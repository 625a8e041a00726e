"""Figures of merit, from logits or shares and labels. Pure: no model, no file, no setting of its own but the bins."""

import torch
import torch.nn.functional as F

ECE_BINS = 15
ABSTENTION_STEP = 0.05  # of the share of faces that are read


def rounded(value, digits=4):
    return round(float(value), digits)


def share(values):
    return rounded(values.float().mean())


def right(answers, labels):
    """Share of top classes that are the label, among faces that have one."""
    known = labels >= 0
    return share((answers.argmax(1) == labels)[known])


def confusion(chosen, labels, classes):
    """[true class, chosen class] counts."""
    return torch.bincount(labels * classes + chosen, minlength=classes**2).reshape(classes, classes)


def recalls(chosen, labels, classes):
    counts = confusion(chosen, labels, classes)
    return counts.diagonal() / counts.sum(1).clamp(min=1)


def reliability(probs, labels):
    """Per bin of confidence that holds any face: share of all faces, mean confidence, share of them that are right."""
    top, chosen = probs.max(1)
    bins = (top * ECE_BINS).long().clamp(max=ECE_BINS - 1)
    rows = []
    for b in bins.unique():
        inside = bins == b
        rows.append(
            {
                "share": rounded(inside.float().mean(), 5),
                "confidence": rounded(top[inside].mean()),
                "accuracy": share((chosen == labels)[inside]),
            }
        )
    return rows


def expected_calibration_error(bins):
    return rounded(sum(b["share"] * abs(b["accuracy"] - b["confidence"]) for b in bins))


def abstention(probs, labels):
    """Accuracy of the surest share of readings, for shares from all down to one step; and the least confidence read."""
    top, chosen = probs.max(1)
    order = top.argsort(descending=True)
    correct = (chosen == labels)[order].float().cumsum(0)
    rows = []
    for step in range(round(1 / ABSTENTION_STEP), 0, -1):
        kept = max(1, round(step * ABSTENTION_STEP * len(labels)))
        rows.append(
            {
                "share": rounded(kept / len(labels)),
                "accuracy": rounded(correct[kept - 1] / kept),
                "confidence": rounded(top[order[kept - 1]]),
            }
        )
    return rows


def measure(probs, labels, classes, min_confidence):
    """All of one split, through the head that ships."""
    top, chosen = probs.max(1)
    counts = confusion(chosen, labels, len(classes))
    recall = counts.diagonal() / counts.sum(1).clamp(min=1)
    precision = counts.diagonal() / counts.sum(0).clamp(min=1)
    bins, kept = reliability(probs, labels), top >= min_confidence
    return {
        "faces": len(labels),
        "accuracy": share(chosen == labels),
        "macroRecall": share(recall),
        "lowestRecall": share(recall.min()),
        "recall": dict(zip(classes, map(share, recall))),
        "precision": dict(zip(classes, map(share, precision))),
        "confusion": counts.tolist(),
        "ece": expected_calibration_error(bins),
        "nll": rounded(F.nll_loss(probs.clamp(min=1e-12).log(), labels)),
        "kept": share(kept),
        "accuracyOfKept": share((chosen == labels)[kept]) if kept.any() else None,
        "reliability": bins,
        "abstention": abstention(probs, labels),
    }
