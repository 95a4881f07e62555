# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs programs in turn, round by round, and compares them pair by pair."""
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field

WARM_UPS = 1
PATIENCE = 600  # seconds for one run


@dataclass
class Run:
    wall: float  # seconds
    cpu: float   # seconds, user and system
    peak: float  # MiB


@dataclass
class Program:
    """What is measured: a command in a folder. Each run has HOME and XDG_* folders of its own, new and empty."""
    name: str
    command: list[str]
    folder: pathlib.Path
    environment: dict[str, str] = field(default_factory=dict)
    good: tuple[int, ...] = (0,)
    prepare: Callable[[], None] = lambda: None


def surroundings(home, extra):
    xdg = {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(home), "TMPDIR": str(home), **xdg, **extra}


def run(stopwatch, program):
    """One cold run. Raises if it ends with a status that is not expected."""
    home = pathlib.Path(tempfile.mkdtemp(prefix="home-"))
    program.prepare()
    try:
        report = home / "report"
        with open(home / "errors", "wb") as errors:
            subprocess.run([stopwatch, report, *program.command], cwd=program.folder, timeout=PATIENCE, check=True,
                           env=surroundings(home, program.environment), stdin=subprocess.DEVNULL,
                           stdout=subprocess.DEVNULL, stderr=errors)
        wall, user, system, peak, status = report.read_text().split()
        if int(status) not in program.good:
            raise RuntimeError(f"{program.name} ended with {status}: {(home / 'errors').read_text()[-2000:]}")
        return Run(float(wall), float(user) + float(system), float(peak) / 1024)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def in_turn(stopwatch, programs, rounds):
    """`rounds` runs of each program; a first round is thrown away. Each round has an order by chance: who always came
    after the same one would always meet the servers as that one leaves them."""
    runs = {program.name: [] for program in programs}
    for _ in range(WARM_UPS + rounds):
        for program in random.sample(programs, len(programs)):
            runs[program.name].append(run(stopwatch, program))
    return {name: of[WARM_UPS:] for name, of in runs.items()}


def summary(values):
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}


def ratio(ours, theirs, what):
    """Of `what` ("wall", "cpu", "peak"), pair by pair."""
    return summary([getattr(a, what) / getattr(b, what) for a, b in zip(ours, theirs, strict=True)])
