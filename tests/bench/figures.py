# SPDX-License-Identifier: GPL-3.0-or-later
"""What was measured, beside its goal."""
from dataclasses import asdict, dataclass, field

from measure import ratio, summary

UNITS = {"wall": "s", "cpu": "s of CPU", "peak": "MiB"}


@dataclass
class Goal:
    sense: str  # "<=" or ">="
    limit: float

    def met(self, value):
        return value <= self.limit if self.sense == "<=" else value >= self.limit


@dataclass
class Figure:
    workload: str
    what: str
    value: float
    unit: str         # "x" for a ratio
    goal: Goal | None
    note: str = ""    # the figures behind the ratio
    detail: dict = field(default_factory=dict)

    def verdict(self):
        return "" if self.goal is None else "reached" if self.goal.met(self.value) else "short"


def compared(workload, what, runs, ours, theirs, goal, measure="wall"):
    """`ours` against `theirs`: how many times as much for a "<=" goal, how many times less for a ">=" one."""
    top, bottom = (ours, theirs) if goal.sense == "<=" else (theirs, ours)
    detail = {name: summary([getattr(run, measure) for run in runs[name]]) for name in (ours, theirs)}
    note = f"{detail[ours]['median']:.3g} {UNITS[measure]}; {theirs} {detail[theirs]['median']:.3g}"
    detail["ratio"] = ratio(runs[top], runs[bottom], measure)
    return Figure(workload, what, detail["ratio"]["median"], "x", goal, note, detail)


def absolute(workload, what, runs, ours, goal, measure):
    detail = summary([getattr(run, measure) for run in runs[ours]])
    return Figure(workload, what, detail["median"], UNITS[measure], goal, "", detail)


def repeated(workload, what, values, goal):
    detail = summary(values)
    return Figure(workload, what, detail["median"], "ms", goal, "", detail)


def count(workload, what, value, goal=None, note=""):
    return Figure(workload, what, value, "", goal, note)


def number(value):
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.3g}"


def spread(figure):
    of = figure.detail.get("ratio", figure.detail)
    return f"{number(of['min'])} to {number(of['max'])}" if of else ""


def line(figure):
    goal = f"{figure.goal.sense} {number(figure.goal.limit)}" if figure.goal else ""
    return [figure.workload, figure.what, f"{number(figure.value)} {figure.unit}".strip(), spread(figure), goal,
            figure.verdict(), figure.note]


def in_one_line(figure):
    return "  ".join(cell for cell in line(figure) if cell)


def table(figures):
    rows = [["", "what", "measured", "spread", "goal", "", "beside"]] + [line(figure) for figure in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows)


def document(figures):
    return [{**asdict(figure), "verdict": figure.verdict()} for figure in figures]
