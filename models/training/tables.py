"""The model card's tables, from report/*.json. Each takes one file's content and returns Markdown."""

SPLITS = {"public": "PublicTest", "private": "PrivateTest"}
KINDS = ("int8", "fp32")


def percent(share):
    return f"{100 * share:.1f}"


def points(share):
    return f"{100 * share:+.1f}".replace("-", "−")


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def splits_in(evaluation):
    return [split for split in SPLITS if split in evaluation["int8"]]


def accuracy(evaluation):
    head = ["split", "file", "one view", "with mirror", "mean recall", "lowest", "ECE", "NLL", "kept → right"]
    rows = []
    for split in splits_in(evaluation):
        for kind in KINDS:
            m = evaluation[kind][split]
            shares = (m["accuracySingle"], m["accuracy"], m["macroRecall"], m["lowestRecall"])
            kept = f"{percent(m['kept'])} → {percent(m['accuracyOfKept'])}"
            rows.append([SPLITS[split], kind, *map(percent, shares), f"{m['ece']:.3f}", f"{m['nll']:.3f}", kept])
    agreement = evaluation["int8AgreesWithFp32"]
    return (
        table(head, rows)
        + f"\n\nPercent of {evaluation['int8']['public']['faces']:,} faces a split. All columns after the first use the "
        f"mirror image, as the model ships, and temperature {evaluation['temperature']}; *kept* are readings of at least "
        f"{evaluation['minConfidence']} (minConfidence). int8 names the same class as fp32 for "
        + ", ".join(f"{percent(agreement[split])} % ({SPLITS[split]})" for split in splits_in(evaluation))
        + ".\n\n"
        + reads(evaluation["privateReads"])
    )


def reads(private_reads):
    if not private_reads:
        return "PrivateTest has never been read."
    times = "once" if len(private_reads) == 1 else f"{len(private_reads)} times in all"
    said = ", ".join(f"{percent(read['accuracy'])} ({read['model']})" for read in private_reads)
    return f"PrivateTest has been read {times}: {said}."


def fer_plus(evaluation):
    head = ["split", "file", "faces", "`logits`", "`votes`", "faces, strict", "`votes`, strict, 8 classes"]
    rows = []
    for split in splits_in(evaluation):
        for kind in KINDS:
            m = evaluation[kind][split]
            most, strict = m["accuracyOnFerPlusMajority"], m.get("accuracyOnFerPlusStrictMajority")
            if strict:
                shares = (most["accuracy"], most["votesHead"])
                cells = [
                    f"{most['faces']:,}",
                    *map(percent, shares),
                    f"{strict['faces']:,}",
                    percent(strict["votesHead"]),
                ]
            else:
                cells = [f"{most['faces']:,}", percent(most["accuracy"]), "", "", ""]
            rows.append([SPLITS[split], kind, *cells])
    return table(head, rows)


def confusion(evaluation):
    split = splits_in(evaluation)[-1]
    m = evaluation["int8"][split]
    rows = [
        [f"**{name}**", *row, percent(m["recall"][name]), percent(m["precision"][name])]
        for name, row in zip(evaluation["classes"], m["confusion"])
    ]
    return f"{SPLITS[split]}, int8 with mirror; rows are the true class, columns the model's:\n\n" + table(
        ["", *evaluation["classes"], "recall", "precision"], rows
    )


def robustness(measured):
    kinds = [kind for kind in KINDS if kind in measured["clean"]]
    rows = [
        [one["name"], *(points(-one["loss"][kind]) for kind in kinds), f"{100 * one['limit']:g}"]
        for one in measured["judged"]
    ]
    clean = " and ".join(f"{percent(measured['clean'][kind])} % ({kind})" for kind in kinds)
    return (
        table(["PublicTest, with mirror", *kinds, "limit"], rows)
        + f"\n\nPoints against {clean} on {measured['faces']:,} undisturbed faces. *Jitter*: the box's centre is off by up "
        "to 10 % of its side, across and down, and its side by up to as much. *Roll*: the mean of either way. "
        "*Brightness*: grey values times ½ or 2, clipped at white. *Resolution*: 24 pixels across the face."
    )


def adjustment(adjusted):
    rows = [
        [name, percent(m["accuracy"]), percent(m["macroRecall"]), percent(m["lowestRecall"]), m["weakest"]]
        for name, m in (
            ("as trained", adjusted["before"]),
            ("with the bias", adjusted["after"]),
            ("bias chosen on one half, judged on the other", adjusted["acrossHalves"]),
        )
    ]
    return table(["PublicTest, fp32", "accuracy", "mean recall", "lowest recall", "of"], rows)


def margins(framing):
    head = ["detector", "margin", "box's width, median", "10th to 90th percentile", "offset x, y", "found"]
    rows = []
    for name, m in framing.items():
        box, offset = m["boxShareOfImage"], "{:+.3f}, {:+.3f}".format(*m["medianOffset"]).replace("-", "−")
        rows.append(
            [name, m["margin"], box["p50"], f"{box['p10']} to {box['p90']}", offset, f"{m['found']} of {m['of']}"]
        )
    return table(head, rows)


def ideas(tried):
    head = ["idea", "PublicTest", "points", "lowest recall"]
    return table(
        head,
        [[one["name"], percent(one["accuracy"]), points(one["gain"]), percent(one["lowestRecall"])] for one in tried],
    )


def served(runs):
    """What `npm run bench -- model --json` printed: the appliance's own path."""
    rows = [
        [
            run["set"],
            run["model"]["precision"],
            f"{run['model']['bytes'] / 1e6:.2f}",
            percent(run["accuracy"]),
            f"{run['p50Ms']:.2f}",
            f"{run['p99Ms']:.2f}",
        ]
        for run in runs
    ]
    return table(["set", "file", "MB", "accuracy", "ms a face, median", "99th percentile"], rows)
