"""What turns logits into honest probabilities: one temperature, and the least confidence that is worth saying."""

import torch
import torch.nn.functional as F

KEPT_ACCURACY = 0.75  # minConfidence is the lowest threshold at which this share of the readings that pass is right
TEMPERATURES = torch.arange(0.30, 3.0, 0.01)
THRESHOLDS = torch.arange(0.20, 0.95, 0.01)


def fit_temperature(logits, labels):
    losses = torch.stack([F.cross_entropy(logits / t, labels) for t in TEMPERATURES])
    return round(TEMPERATURES[losses.argmin()].item(), 2)


def fit_min_confidence(probs, labels):
    top, chosen = probs.max(1)
    right = (chosen == labels).float()
    enough = (t.item() for t in THRESHOLDS if right[top >= t].mean() >= KEPT_ACCURACY)
    return round(next(enough, THRESHOLDS[-1].item()), 2)
