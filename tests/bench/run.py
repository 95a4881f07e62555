# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Slipway beside the least that the work can cost and beside a named peer, in turn, and prints ratios."""
import argparse
import contextlib
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

from figures import document, in_one_line, table
from files import Files
from renovate import fetched
from updates import Updates
from window import Window

HERE = pathlib.Path(__file__).parent
KINDS = (Updates, Files, Window)

ABOUT = """
workloads:
  U1  plan, 300 services, cold, a registry on this machine; nothing newer, and 80 % newer: beside curl, which fetches
      the same list of URLs, and Renovate
  U2  the same, 6 services
  U3  300 services, 50 ms away, over HTTP/1.1 and HTTP/2, 16, 64 and 100 requests in flight
  U4  how many requests a cold plan takes, how many are answered 401, how many ask for tokens
  U5  how many requests a second plan takes
  U7  CPU and peak memory of plan, 300 services
  U8  how many requests are in flight, and what a 429 with Retry-After changes
  C1  images, 1,000 files with 6,000 services: beside a C program over libfyaml, and Renovate's extraction
  C2  images, one file of 5 MB, and one of 10 MB
  C3  apply: one image of 5 MB changed, with its proof
  W1  start to a painted window that shows 300 services from the store: beside a bare Qt window with a table, and
      qBittorrent and KeePassXC where they are installed; and how long a check of all takes
  W3  proportional memory of the same
  W5  the longest step of the event loop: a new list, 1,000 rows filtered, sorted, scrolled
  D1  300 images of a file of 5 MB changed, made ready to be shown: beside git diff --no-index

Programs run in turn, each in an empty home; ratios are taken pair by pair. A line of the table is the median of the
rounds and, for what was measured in time, the least and the most. The goals stand beside: reached, or short.
Renovate and its Node come from npm, once, into the cache folder.
"""


class Tools:
    """What all workloads share: a folder of their own, the programs, and what has to be ended afterwards."""

    def __init__(self, arguments, folder, ending):
        self.folder = folder
        self.rounds = arguments.rounds
        self.slipwayctl = arguments.slipwayctl.absolute()
        self.stopwatch = self.compiled("stopwatch")
        self.floor = self.compiled("floor", *output("pkg-config", "--cflags", "--libs", "libfyaml").split())
        self.renovate, self.reason = (None, "Renovate is left out, as asked") if arguments.without_renovate \
            else fetched(arguments.cache)
        self.ending = ending

    def compiled(self, name, *flags):
        program = self.folder / name
        subprocess.run(["gcc", "-O2", "-o", program, HERE / f"{name}.c", *flags], check=True)
        return program

    def built(self, name):
        """A program of the same build as slipwayctl."""
        return next(self.slipwayctl.parents[2].rglob(name))

    def ended_with_us(self, server):
        self.ending.callback(server.stop)
        return server


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def versions(tools):
    return {"slipwayctl": output(tools.slipwayctl, "--version"), "curl": output("curl", "--version").split()[1],
            "docker-registry": output("docker-registry", "--version").split()[-1],
            "libfyaml": output("pkg-config", "--modversion", "libfyaml"), "node": output("node", "--version"),
            "renovate": tools.renovate and tools.renovate.version}


def read_arguments(names):
    parser = argparse.ArgumentParser(prog="./dev bench", allow_abbrev=False, description=__doc__, epilog=ABOUT,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="which workloads; without: all")
    parser.add_argument("--slipwayctl", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--cache", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", default=pathlib.Path("build/bench.json"),
                        help="where the figures are written (%(default)s)")
    parser.add_argument("--rounds", type=int, metavar="N", default=5,
                        help="runs of each program, after one that warms up (%(default)s)")
    parser.add_argument("--without-renovate", action="store_true", help="only the floors: much faster")
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(names):
        parser.error(f"there is no workload {', '.join(sorted(unknown))}")
    return arguments


def main():
    names = [name for kind in KINDS for name in kind(None).workloads]
    arguments = read_arguments(names)
    load = os.getloadavg()
    with tempfile.TemporaryDirectory(prefix="slipway-bench-") as folder, contextlib.ExitStack() as ending:
        tools = Tools(arguments, pathlib.Path(folder), ending)
        workloads = {name: run for kind in KINDS for name, run in kind(tools).workloads.items()}
        figures = []
        for name in names:
            if not arguments.names or name in arguments.names:
                print(f"Measuring {name}", flush=True)
                for figure in workloads[name]():
                    figures.append(figure)
                    print("  " + in_one_line(figure), flush=True)
        machine = {"cores": os.cpu_count(), "machine": platform.machine(), "load": {"before": load, "after": os.getloadavg()}}
        report = {"rounds": tools.rounds, **machine, "versions": versions(tools), "figures": document(figures)}
        arguments.json.parent.mkdir(parents=True, exist_ok=True)
        arguments.json.write_text(json.dumps(report, indent=1) + "\n")

    print(f"\n{table(figures)}\n")
    if tools.reason:
        print(tools.reason)
    print("What's Up Docker is not installed: no figures beside it")
    print(f"Load {load[0]:.1f} before, {os.getloadavg()[0]:.1f} after, {os.cpu_count()} cores; written to {arguments.json}")


if __name__ == "__main__":
    sys.exit(main())
