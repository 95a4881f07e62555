# SPDX-License-Identifier: GPL-3.0-or-later
"""C1 to C3: image references in Compose files, found and changed."""
import json
import shutil
import subprocess

import world
from composefiles import one_file, tree
from figures import Goal, absolute, compared, count
from measure import Program, in_turn
from registry import Registry, Storage


class Files:
    def __init__(self, tools):
        self.tools = tools
        self.workloads = {"C1": self.many, "C2": self.big, "C3": self.changed}

    def images(self, folder, names, services, name="slipwayctl"):
        """`images`, once it has found as many references as there are services."""
        program = Program(name, [self.tools.slipwayctl, "images", "--json", *names], folder)
        found = json.loads(subprocess.run(program.command, cwd=folder, capture_output=True, check=True).stdout)
        if len(found["references"]) != services:
            raise RuntimeError(f"images finds {len(found['references'])} references, not {services}")
        return program

    def floor(self, folder, names):
        return Program("libfyaml", [self.tools.floor, *names], folder)

    def many(self):
        folder = self.tools.folder / "tree"
        names = tree(folder)
        programs = [self.images(folder, names, 6000), self.floor(folder, names)]
        if self.tools.renovate:
            programs.append(self.tools.renovate.program(folder, "extract"))
        runs = in_turn(self.tools.stopwatch, programs, self.tools.rounds)
        yield compared("C1", "1,000 files: libfyaml", runs, "slipwayctl", "libfyaml", Goal("<=", 1.5))
        if self.tools.renovate:
            yield compared("C1", "1,000 files: faster than Renovate", runs, "slipwayctl", "renovate", Goal(">=", 22))
        yield absolute("C1", "1,000 files: peak memory", runs, "slipwayctl", Goal("<=", 40), "peak")

    def big(self):
        folder, twice = self.tools.folder / "5", self.tools.folder / "10"
        services = one_file(folder / "compose.yaml", 5)
        more = one_file(twice / "compose.yaml", 10)
        programs = [self.images(folder, ["compose.yaml"], services), self.floor(folder, ["compose.yaml"]),
                    self.images(twice, ["compose.yaml"], more, "10 MB")]
        runs = in_turn(self.tools.stopwatch, programs, self.tools.rounds)
        yield compared("C2", "5 MB: libfyaml", runs, "slipwayctl", "libfyaml", Goal("<=", 1.5))
        yield compared("C2", "10 MB: 5 MB", runs, "10 MB", "slipwayctl", Goal("<=", 2.3))

    def changed(self):
        """One image of 5 MB: read, judged, edited, proved and written."""
        storage = self.tools.folder / "one-image"
        storage.mkdir()
        each = world.repository(0)
        new = Storage(storage).image(each.name, "2026-03-01T00:00:00Z", "b" * 40)
        Storage(storage).tag(each.name, each.versions, new)
        registry = self.tools.ended_with_us(Registry(storage))

        folder = self.tools.folder / "change"
        path, original = folder / "compose.yaml", folder / "original"
        one_file(path, 5, f"{registry.authority}/{each.name}:{each.versions[0]}")
        shutil.copy(path, original)
        command = [self.tools.slipwayctl, "apply", "--json", "--service", "service-00000",
                   "--insecure-registry", registry.authority, "compose.yaml"]
        ours = Program("slipwayctl", command, folder, prepare=lambda: shutil.copy(original, path))
        runs = in_turn(self.tools.stopwatch, [ours, self.floor(folder, ["original"])], self.tools.rounds)
        yield compared("C3", "one image of 5 MB changed: one parse", runs, "slipwayctl", "libfyaml", Goal("<=", 2.6))
        before, after = original.read_text().splitlines(), path.read_text().splitlines()
        differ = 2 * sum(a != b for a, b in zip(before, after, strict=True))
        yield count("C3", "lines of the diff", differ, Goal("<=", 2))
