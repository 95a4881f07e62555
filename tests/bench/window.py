# SPDX-License-Identifier: GPL-3.0-or-later
"""W1 to W5, D1: the window, on a virtual screen, with 300 services that a simulated GitHub has in a process of its own."""
import functools
import json
import os
import shutil
import subprocess

from composefiles import one_file
from figures import Goal, compared, count, repeated
from measure import WARM_UPS, Program, Run, in_turn, run

SERVICES = 300
PEERS = {"qbittorrent": 0.7, "keepassxc": 0.6} # times as long, at most; measured where they are installed
OPTIONS = {"qbittorrent": ["--confirm-legal-notice"]} # else its first start is a question


class Screen:
    def __init__(self):
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp",
                   "-noreset"] # else it begins anew when a client leaves, and the next may find nobody
        self.process = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as said:
            self.display = f":{said.readline().strip()}"

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Simulator:
    def __init__(self, slipwayctl):
        command = [slipwayctl, "simulate", "--world", str(SERVICES), "--still"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        said = json.loads(self.process.stdout.readline())
        self.arguments = [said["api"], said["token"]]

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Window:
    def __init__(self, tools):
        self.tools = tools
        self.workloads = {"W1": self.start, "W3": self.memory, "W5": self.turns, "D1": self.diff}

    @functools.cached_property
    def screen(self):
        return self.tools.ended_with_us(Screen())

    @functools.cached_property
    def simulator(self):
        return self.tools.ended_with_us(Simulator(self.tools.slipwayctl))

    def folder(self, name):
        made = self.tools.folder / name
        made.mkdir()
        return made

    def bench(self, *arguments):
        done = subprocess.run([self.tools.built("bench_window"), *arguments], check=True, capture_output=True, text=True,
                              env={**os.environ, "DISPLAY": self.screen.display, "QT_QPA_PLATFORM": "xcb"})
        return json.loads(done.stdout)

    @functools.cached_property
    def remembered(self):
        """The folders of a person who looked at the 300 services before, and how long that took."""
        home = self.folder("remembered")
        took = self.bench("remember", *self.simulator.arguments, home)
        if took["rows"] != SERVICES or took["problem"]:
            raise RuntimeError(f"the simulated workspace was not read: {took}")
        return home, took

    @functools.cached_property
    def starts(self):
        home, _ = self.remembered
        screen = {"DISPLAY": self.screen.display, "QT_QPA_PLATFORM": "xcb"}
        kept = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE")}
        programs = [Program("slipway", [self.tools.built("slipway")], home, {**screen, **kept}),
                    Program("bare Qt", [self.tools.built("bench_bare")], home, screen)]
        programs += [Program(peer, [peer, *OPTIONS.get(peer, [])], home, screen) for peer in PEERS if shutil.which(peer)]
        return in_turn(self.tools.compiled("painted", "-lX11"), programs, self.tools.rounds)

    def start(self):
        yield compared("W1", "start to a painted window, 300 services: bare Qt", self.starts, "slipway", "bare Qt", Goal("<=", 1.5))
        for peer, limit in PEERS.items():
            if peer in self.starts:
                yield compared("W1", f"start to a painted window: {peer}", self.starts, "slipway", peer, Goal("<=", limit))
        took = self.remembered[1]
        yield count("W1", "300 services read for the first time, s", took["first"])
        yield count("W1", "Check now, until the last row is right, s", took["again"])

    def memory(self):
        yield compared("W3", "proportional memory, 300 services: bare Qt", self.starts, "slipway", "bare Qt", Goal("<=", 2.0), "peak")
        if "keepassxc" in self.starts:
            yield compared("W3", "proportional memory: keepassxc", self.starts, "slipway", "keepassxc", Goal("<=", 0.65), "peak")

    def turns(self):
        rounds = []
        for number in range(self.tools.rounds): # each with a GitHub of its own, whose budget it uses up
            simulator = Simulator(self.tools.slipwayctl)
            try:
                rounds.append(self.bench("turns", *simulator.arguments, self.folder(f"turns-{number}")))
            finally:
                simulator.stop()
        what = {"apply": "a new list of 300 services", "filter": "1,000 rows filtered, each key",
                "sort": "1,000 rows sorted by each column", "scroll": "1,000 rows scrolled by pages"}
        journeys = {"refresh": "300 services read again and again",
                    "journey": "all ticked, reviewed, drafted, a command looked for"}
        for name, words in journeys.items():
            yield repeated("W5", f"{words}: longest step of all", [each[name] for each in rounds], Goal("<=", 16))
        for name, words in what.items():
            for measure, said, limit in (("p99", "longest step, p99", 8), ("max", "longest step of all", 16)):
                values = [each[name][measure] for each in rounds]
                yield repeated("W5", f"{words}: {said}", values, Goal("<=", limit))

    def diff(self):
        """300 of the images in a file of 5 MB changed."""
        folder = self.folder("diff")
        one_file(folder / "old", 5)
        lines = (folder / "old").read_text().splitlines(keepends=True)
        images = [at for at, line in enumerate(lines) if "image:" in line]
        for at in images[::len(images) // 300][:300]:
            lines[at] = lines[at].rstrip("\n") + "-next\n"
        (folder / "new").write_text("".join(lines))
        git = Program("git", ["git", "diff", "--no-index", "old", "new"], folder, good=(1,))
        runs = {"slipway": [], "git": []}
        for _ in range(WARM_UPS + self.tools.rounds): # ours runs within the window, which is there by then
            took = self.bench("diff", folder / "old", folder / "new")
            runs["slipway"].append(Run(took["seconds"], took["seconds"], 0))
            runs["git"].append(run(self.tools.stopwatch, git))
        runs = {name: of[WARM_UPS:] for name, of in runs.items()}
        yield compared("D1", "300 images of 5 MB changed: git diff --no-index", runs, "slipway", "git", Goal("<=", 2.0))
