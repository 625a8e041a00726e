"""The report's pictures. Each takes what the JSON files hold and returns a figure, and what it shows in words."""

import numpy as np
from matplotlib.ticker import MaxNLocator

from style import BLUE, CARD, CYCLE, GREEN, INK, ORANGE, PURPLE, QUIET, card, name_line, panel, percent

SPLITS = {"public": "PublicTest", "private": "PrivateTest"}
AIMED_RECALL = 0.55
KEY = {"frameon": False, "fontsize": 8, "labelcolor": "linecolor", "handlelength": 2.2}
LINES = {
    "fp32": {"color": ORANGE, "linestyle": (0, (4, 2)), "zorder": 3},
    "int8": {"color": BLUE, "linestyle": "-", "zorder": 2},
}
DASHES = ("-", (0, (4, 2)), (0, (1, 1.5)))


def last_split(evaluation):
    """PrivateTest where it has been read. Returns its name and int8's figures."""
    split = [name for name in SPLITS if name in evaluation["int8"]][-1]
    return SPLITS[split], evaluation["int8"][split]


def accuracy(net, recogniser):
    """One panel for each of the two nets that ship as one."""
    figure = card("Accuracy over epochs", 5.4, "Training images are augmented: harder than the test's.")
    parts = (("trained on FER-2013 alone", net, 2.75), ("began as a face recogniser", recogniser, 0.5))
    said = []
    for title, curve, bottom in parts:
        axes = panel(figure, 0.58, bottom, 3.3, 1.7)
        axes.set_title(title, fontsize=8, color=INK, loc="left", pad=12)
        best = over_epochs(axes, curve)
        said.append(f"{title}, {len(curve)} epochs, the best on PublicTest {100 * best:.1f} %")
    axes.set_xlabel("epoch")
    axes.legend(loc="lower right", **KEY)
    return figure, "Accuracy over epochs of both nets: " + "; ".join(said)


def over_epochs(axes, curve):
    """Of several trainings, each on from the best of the one before, whose epochs count from 0 again. The best share."""
    epochs = np.arange(len(curve))
    seen, public = (np.array([line[key] for line in curve]) for key in ("trainingAccuracy", "publicAccuracy"))
    axes.plot(epochs, seen, color=ORANGE, label="Training, as augmented")
    axes.plot(epochs, public, color=BLUE, label="PublicTest, with mirror image")
    best = int(public.argmax())
    axes.plot(epochs[best], public[best], "o", color=BLUE, markersize=4.5)
    name_line(axes, epochs[best], public[best], f"{100 * public[best]:.1f} %", BLUE, xytext=(0, -12), ha="center")
    for at in range(1, len(curve)):
        side, anew = curve[at].get("side"), curve[at]["epoch"] < curve[at - 1]["epoch"]
        if anew or side != curve[at - 1].get("side"):
            axes.axvline(epochs[at] - 0.5, color=QUIET, linewidth=0.7, linestyle=(0, (3, 3)))
            axes.text(
                epochs[at] + 0.3,
                1.01,
                "on from the best" if anew else f"{side} px",
                fontsize=7.5,
                color=QUIET,
                transform=axes.get_xaxis_transform(),
            )
    axes.set_xlim(epochs[0], epochs[-1])
    percent(axes)
    return public[best]


def confusion(evaluation):
    split, measured = last_split(evaluation)
    counts = np.array(measured["confusion"])
    shares = counts / counts.sum(1, keepdims=True)
    figure = card("What is taken for what", 4.5, f"{split}, percent of each true class (rows).")
    axes = panel(figure, 0.82, 0.3, 3.15, 3.15)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1.15, aspect="equal")
    names = evaluation["classes"]
    for row in range(7):
        for column in range(7):
            value = shares[row, column]
            weight = "bold" if row == column else "normal"
            color = CARD if value > 0.55 else INK if value >= 0.05 else QUIET
            axes.text(column, row, f"{100 * value:.0f}", ha="center", va="center", color=color, fontweight=weight)
    axes.set_xticks(range(7), names, rotation=35, ha="left", rotation_mode="anchor")
    axes.xaxis.tick_top()
    axes.set_yticks(range(7), names)
    axes.set_xticks(np.arange(6) + 0.5, minor=True)
    axes.set_yticks(np.arange(6) + 0.5, minor=True)
    axes.grid(False)
    axes.grid(which="minor", color=CARD, linewidth=1.5)
    axes.tick_params(which="both", length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)
    return figure, f"Confusion matrix on {split}: " + ", ".join(
        f"{name} {100 * shares[at, at]:.0f} % right" for at, name in enumerate(names)
    )


def recall(evaluation):
    split, measured = last_split(evaluation)
    named = sorted(measured["recall"].items(), key=lambda pair: pair[1])
    figure = card("Recall of each class", 2.75, f"{split}. The line is the least that is aimed at.")
    axes = panel(figure, 0.82, 0.3, 3.05, 1.9)
    for at, (name, value) in enumerate(named):
        axes.barh(at, value, height=0.62, color=BLUE if value >= AIMED_RECALL else ORANGE)
        axes.text(value - 0.015, at, f"{100 * value:.0f}", ha="right", va="center", color=CARD, fontweight="bold")
    axes.axvline(AIMED_RECALL, color=INK, linewidth=1, linestyle=(0, (3, 2)))
    axes.set_yticks(range(7), [name for name, _ in named])
    axes.set_xlim(0, 1)
    axes.grid(axis="y", visible=False)
    percent(axes, "x")
    return figure, f"Recall on {split}: " + ", ".join(f"{name} {100 * value:.0f} %" for name, value in reversed(named))


def reliability(evaluation):
    split, measured = last_split(evaluation)
    bins = measured["reliability"]
    confidence, right, share = (np.array([b[key] for b in bins]) for key in ("confidence", "accuracy", "share"))
    figure = card("Does it know how sure to be?", 3.9, f"{split}, 15 bins; a dot's area is the share of faces in it.")
    axes = panel(figure, 0.7, 0.5, 3.15, 2.75)
    axes.plot([0, 1], [0, 1], color=QUIET, linewidth=0.9, linestyle=(0, (3, 3)))
    axes.vlines(confidence, np.minimum(confidence, right), np.maximum(confidence, right), color=ORANGE, linewidth=2.2)
    axes.scatter(confidence, right, s=12 + 900 * share, color=BLUE, alpha=0.85, linewidths=0, zorder=3)
    axes.text(0.03, 0.95, f"ECE {measured['ece']:.3f}", fontweight="bold", va="top", fontsize=10)
    axes.text(0.97, 0.05, "below the line: too sure", ha="right", color=QUIET, fontsize=8)
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="largest probability", ylabel="share that is right")
    percent(axes)
    percent(axes, "x")
    return figure, f"Reliability diagram on {split}: expected calibration error {measured['ece']:.3f}"


def robustness(measured):
    curves = measured["curves"]
    kinds = [kind for kind in LINES if kind in measured["clean"]]
    lowest = min(min(curve[kind]) for curve in curves.values() for kind in kinds)
    limits = np.floor(20 * lowest) / 20, np.ceil(20 * max(measured["clean"].values())) / 20
    figure = card("When the crop is bad", 7.5, f"Points of accuracy lost, {measured['faces']:,} faces of PublicTest.")
    losses(panel(figure, 1.38, 5.55, 2.5, 1.2), measured["judged"], kinds[-1])
    figure.text(0.055, 5.1 / 7.5, f"Accuracy, {measured['curveFaces']:,} faces, over", fontsize=8, color=QUIET)
    places = [(0.58, 3.6), (2.5, 3.6), (0.58, 1.95), (2.5, 1.95), (0.58, 0.3)]
    for (name, curve), (left, bottom) in zip(curves.items(), places):
        axes = panel(figure, left, bottom, 1.4, 1.15)
        x = np.array(curve["strengths"], float)
        at = np.log2(x) if name == "brightness" else x
        for kind in kinds:
            axes.plot(
                at, curve[kind], label=f"{kind}, {100 * measured['clean'][kind]:.1f} % undisturbed", **LINES[kind]
            )
        usual = curve["strengths"].index(curve["usual"])
        axes.plot(at[usual], curve[kinds[-1]][usual], "o", color=LINES[kinds[-1]]["color"], markersize=4)
        if name == "brightness":
            axes.set_xticks([-2, -1, 0, 1, 2], ["¼", "½", "1", "2", "4"])
        if name == "resolution":
            axes.set_xticks([12, 24, 36, 48])
            axes.invert_xaxis()
        axes.set_ylim(*limits)
        axes.set_title(curve["axis"], fontsize=8, color=INK, loc="left", pad=5)
        percent(axes)
    figure.legend(*axes.get_legend_handles_labels(), loc="center", bbox_to_anchor=(3.13 / 4.2, 0.9 / 7.5), **KEY)
    return figure, "Points of accuracy lost: " + ", ".join(
        f"{one['name']} {100 * one['loss'][kinds[-1]]:.1f}" for one in measured["judged"]
    )


def losses(axes, judged, kind):
    """Bars; beyond the limit in the other colour."""
    limit = 100 * judged[0]["limit"]
    for at, one in enumerate(reversed(judged)):
        loss = 100 * one["loss"][kind]
        axes.barh(at, max(loss, 0), height=0.62, color=BLUE if loss <= limit else ORANGE)
        axes.annotate(f"{loss:.1f}", (max(loss, 0), at), xytext=(3, 0), textcoords="offset points", va="center")
    axes.axvline(limit, color=INK, linewidth=1, linestyle=(0, (3, 2)))
    axes.text(
        limit, 1.03, f"limit {limit:g}", transform=axes.get_xaxis_transform(), ha="center", fontsize=7.5, color=QUIET
    )
    axes.set_yticks(range(len(judged)), [one["name"] for one in reversed(judged)])
    axes.set_xlim(0, max(limit + 1.5, 100 * max(one["loss"][kind] for one in judged) + 1.5))
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(axis="y", visible=False)


def abstention(evaluation, served):
    split, measured = last_split(evaluation)
    figure = card("Reading fewer faces, and better", 3.4, "Share of faces that are read, the surest first.")
    axes = panel(figure, 0.7, 0.5, 3.15, 2.3)
    rows = measured["abstention"]
    lines = [(f"{split}, as it is", [(row["share"], row["accuracy"]) for row in rows])]
    if served:  # through the appliance's own path
        harmed = served["harmed"]
        for name, curve in (
            ("harmed faces, the surest", harmed["curve"]),
            ("harmed faces, the best pictures", harmed["qualityCurve"]),
        ):
            points = [(p["read"], p["accuracy"]) for p in curve if p["accuracy"] is not None and p["read"] >= 0.05]
            lines.append((name, points))
    shown = []
    for (name, points), color, line in zip(lines, CYCLE, DASHES):
        x, y = np.array(points).T
        axes.plot(x, y, color=color, linestyle=line, label=name)
        shown.append(y)
    kept, right = measured["kept"], measured["accuracyOfKept"]
    axes.plot(kept, right, "o", color=BLUE, markersize=5)
    said = f"at minConfidence {evaluation['minConfidence']}\n{100 * kept:.0f} % read, {100 * right:.0f} % of them right"
    axes.text(0.98, 0.98, said, color=BLUE, transform=axes.transAxes, ha="right", va="top", fontsize=8)
    axes.set(xlabel="faces that are read", ylabel="of them right", xlim=(0, 1), ylim=(min(y.min() for y in shown) - 0.15, 1))
    axes.legend(loc="lower left", **KEY)
    percent(axes)
    percent(axes, "x")
    return figure, f"On {split}, {100 * kept:.0f} % of the faces are read at minConfidence, {100 * right:.0f} % right"


def framing(detectors):
    figure = card(
        "How wide to crop", 3.3, "Accuracy over the margin around each detector's box.\nDots: the margin in fer.json."
    )
    axes = panel(figure, 0.58, 0.5, 3.3, 2.0)
    for (name, m), color, line in zip(detectors.items(), CYCLE, DASHES):
        x, y = np.array([(p["margin"], p["accuracy"]) for p in m["publicTest"]["byMargin"]]).T
        title = name.replace("haarcascade_frontalface_", "cascade ").replace("yunet", "YuNet")
        axes.plot(x, y, color=color, linestyle=line, label=title)
        axes.plot(m["margin"], np.interp(m["margin"], x, y), "o", color=color, markersize=5)
    axes.legend(loc="lower center", **KEY)
    axes.set_xlabel("margin: side of the crop over the box's width")
    percent(axes)
    return figure, "Margins: " + ", ".join(f"{name} {m['margin']}" for name, m in detectors.items())


def adjustment(adjusted):
    figure = card(
        "Accuracy against the lowest recall", 3.3, "PublicTest. Two ways to favour the classes that are missed."
    )
    axes = panel(figure, 0.7, 0.5, 3.15, 2.25)
    for (name, points), color in zip(adjusted["curves"].items(), (PURPLE, BLUE)):
        title = {"priors": "by frequency in Training", "weakest": "step by step, the weakest class"}[name]
        x, y = np.array([(p["lowestRecall"], p["accuracy"]) for p in points]).T
        axes.plot(x, y, color=color, label=title, linewidth=1)
    for moment, color, where in (("before", INK, (5, 5)), ("after", GREEN, (5, 5))):
        point = adjusted[moment]
        axes.plot(point["lowestRecall"], point["accuracy"], "o", color=color, markersize=6, zorder=4)
        name_line(axes, point["lowestRecall"], point["accuracy"], moment, color, xytext=where)
    axes.axhline(
        adjusted["before"]["accuracy"] - adjusted["maxLoss"], color=QUIET, linewidth=0.8, linestyle=(0, (3, 3))
    )
    axes.legend(loc="lower left", **KEY)
    axes.set(xlabel="lowest recall of any class", ylabel="accuracy")
    percent(axes, "x")
    percent(axes)
    before, after = (adjusted[moment]["lowestRecall"] for moment in ("before", "after"))
    return figure, f"A bias raises the lowest recall on PublicTest from {100 * before:.0f} to {100 * after:.0f} %"


ALL = {  # the picture's file: what draws it, which figures it needs, and which it uses where they are there
    "accuracy": (accuracy, ["curve-net", "curve-recogniser"], []),
    "confusion": (confusion, ["evaluation"], []),
    "recall": (recall, ["evaluation"], []),
    "reliability": (reliability, ["evaluation"], []),
    "robustness": (robustness, ["robustness"], []),
    "abstention": (abstention, ["evaluation"], ["abstention"]),
    "framing": (framing, ["framing"], []),
    "adjustment": (adjustment, ["adjustment"], []),
}
