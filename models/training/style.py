"""How every picture of the report looks: a card of its own colour, so that it reads on a dark page and on a light one.

Drawn for a phone's width; being SVG, it grows. The same figures give the same bytes.
"""

import re

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

CARD, INK, QUIET, GRID = "#fbfaf7", "#22262e", "#5e6572", "#e3e1da"
# Okabe and Ito's colours, told apart by any eye; each line has its name beside it as well.
BLUE, ORANGE, GREEN, PURPLE = "#0072b2", "#d55e00", "#00805f", "#a6578a"
CYCLE = [BLUE, ORANGE, GREEN, PURPLE]
WIDTH = 4.2  # inches: at 96 pixels each, a phone's width
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"

plt.rcParams.update(
    {
        "figure.facecolor": "none",
        "axes.facecolor": "none",
        "savefig.facecolor": "none",
        "svg.fonttype": "none",  # letters stay letters
        "svg.hashsalt": "mien",
        "font.family": "DejaVu Sans",
        "font.size": 8.5,
        "text.color": INK,
        "axes.edgecolor": QUIET,
        "axes.labelcolor": QUIET,
        "axes.labelsize": 8.5,
        "axes.linewidth": 0.6,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "axes.axisbelow": True,
        "grid.color": GRID,
        "grid.linewidth": 0.7,
        "xtick.color": QUIET,
        "ytick.color": QUIET,
        "xtick.major.size": 0,
        "ytick.major.size": 0,
        "lines.linewidth": 1.7,
        "lines.solid_capstyle": "round",
        "lines.solid_joinstyle": "round",
    }
)


def card(title, height, below=None):
    """A figure with its title on top, and a sentence below it where one is needed."""
    figure = plt.figure(figsize=(WIDTH, height))
    figure.add_artist(
        FancyBboxPatch(
            (0.012, 0.012 * WIDTH / height),
            0.976,
            1 - 0.024 * WIDTH / height,
            boxstyle="round,pad=0,rounding_size=0.03",
            mutation_aspect=WIDTH / height,
            transform=figure.transFigure,
            facecolor=CARD,
            edgecolor="none",
            zorder=-1,
        )
    )
    figure.text(0.055, 1 - 0.17 / height, title, fontsize=10.5, fontweight="bold", va="top")
    if below:
        figure.text(0.055, 1 - 0.38 / height, below, fontsize=8, color=QUIET, va="top", linespacing=1.35)
    return figure


def panel(figure, left, bottom, width, height):
    """Axes at inches from the card's lower left corner."""
    total_width, total_height = figure.get_size_inches()
    return figure.add_axes([left / total_width, bottom / total_height, width / total_width, height / total_height])


def percent(axes, which="y"):
    axis = axes.yaxis if which == "y" else axes.xaxis
    axis.set_major_formatter(lambda value, _: f"{100 * value:.3g}%")


def name_line(axes, x, y, text, color, **where):
    axes.annotate(text, (x, y), color=color, fontsize=8, fontweight="bold", textcoords="offset points", **where)


def save(figure, path, described):
    """`described`: the picture in words, for who can't see it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None, "Title": described})
    plt.close(figure)
    text = path.read_text()
    text = re.sub(r"'DejaVu Sans'(, sans-serif)?", FONT, text)
    text = re.sub(r' width="[\d.]+pt"| height="[\d.]+pt"', "", text, count=2)  # as wide as its place
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    path.write_text(text)
