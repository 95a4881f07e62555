# SPDX-License-Identifier: GPL-3.0-or-later
"""GitHub's own client, gh, looks at what Slipway opened at the simulator."""
import base64
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from simulation import SLIPWAYCTL, Simulation

DEPLOY = "acme/deploy"
WORLD = {"owner": "acme", "login": "bea", "repositories": [{"name": "deploy", "files": {"README.md": "What runs at acme.\n"}}],
         "images": [{"repository": f"ghcr.io/acme/{name}", "platforms": ["linux/amd64"],
                     "tags": {"1.0.0": "2026-09-01T12:00:00Z", "1.1.0": "2026-10-01T12:00:00Z"}} for name in ("api", "web")]}


def hunks(diff):
    """Each file's path and its lines from the first hunk on: what git says above them is its own."""
    parts = re.split(r"^--- a/(.+)\n\+\+\+ b/\1\n", diff, flags=re.MULTILINE)
    return {path: re.sub(r"^(diff --git|index) .*\n", "", lines, flags=re.MULTILINE)
            for path, lines in zip(parts[1::2], parts[2::2], strict=True)}


def counted(lines, sign):
    return sum(line.startswith(sign) for line in lines.splitlines())


class OpenedBySlipway(unittest.TestCase):
    """A pull request that slipwayctl opens, over TLS, is on GitHub what its preview said."""

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        (self.folder / "world.json").write_text(json.dumps(WORLD))
        self.simulation = Simulation(self.folder, "--world", "world.json")
        self.addCleanup(self.simulation.process.stdout.close)
        self.addCleanup(self.simulation.end)
        (self.folder / "token").write_text(self.simulation.said["token"])
        registry = self.simulation.said["registry"].removeprefix("https://")
        self.base = self.simulation.commit(DEPLOY, message="Say what runs", files={
            "compose.yaml": f"services:\n  web:\n    image: {registry}/acme/web:1.0.0  # at the door\n"
                            f"  api:\n    image: {registry}/acme/api:${{API_TAG}}\n",
            ".env": "API_TAG=1.0.0\n"})

    def ctl(self, *words, status=0):
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "NO_PROXY": "*",
                       **{key: os.environ[key] for key in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if key in os.environ}}
        ran = subprocess.run([SLIPWAYCTL, *words, "--repo", DEPLOY, "--json", "--token-file", "token",
                              "--api-url", self.simulation.said["api"], "--ca-file", "cert.pem"],
                             env=environment, cwd=self.folder, capture_output=True, text=True, timeout=60)
        self.assertEqual(status, ran.returncode, ran.stdout + ran.stderr)
        return json.loads(ran.stdout)

    def pr(self, *words):
        return self.simulation.gh("pr", *words, "-R", f"{self.simulation.host}/{DEPLOY}")

    def view(self, number, *fields):
        return json.loads(self.pr("view", str(number), "--json", ",".join(fields)))

    def content(self, path, ref):
        answer = json.loads(self.simulation.gh("api", f"repos/{DEPLOY}/contents/{path}?ref={ref}"))
        return base64.b64decode(answer["content"]).decode()

    def assert_is_as_previewed(self, opened, preview):
        """What gh sees of one that was opened: its files, its diff, and what git makes of that diff."""
        number, previewed = str(opened["number"]), hunks(preview)
        diff = self.pr("diff", number)
        self.assertEqual(previewed, hunks(diff))
        self.assertEqual(sorted(previewed), sorted(self.pr("diff", number, "--name-only").split()))
        seen = self.view(number, "files", "additions", "deletions", "headRefOid", "headRefName", "baseRefName", "commits", "state",
                         "author", "url")
        self.assertEqual({path: (counted(lines, "+"), counted(lines, "-")) for path, lines in previewed.items()},
                         {one["path"]: (one["additions"], one["deletions"]) for one in seen["files"]})
        self.assertEqual((sum(counted(lines, "+") for lines in previewed.values()),
                          sum(counted(lines, "-") for lines in previewed.values())), (seen["additions"], seen["deletions"]))
        self.assertEqual((opened["branch"], "main", "OPEN", "bea", opened["url"]),
                         (seen["headRefName"], seen["baseRefName"], seen["state"], seen["author"]["login"], seen["url"]))
        self.assertEqual([seen["headRefOid"]], [one["oid"] for one in seen["commits"]])
        with tempfile.TemporaryDirectory() as folder:
            for path in previewed:
                (pathlib.Path(folder) / path).write_text(self.content(path, self.base))
            subprocess.run(["git", "apply", "-"], input=preview, text=True, cwd=folder, check=True, timeout=60)
            for path in previewed:
                self.assertEqual((pathlib.Path(folder) / path).read_text(), self.content(path, seen["headRefOid"]))

    def test_one_for_each_service_is_what_its_plan_said(self):
        plans = {service: self.ctl("plan", "--service", service, status=2)["diff"] for service in ("api", "web")}
        applied = self.ctl("apply", "--pull-request")

        opened = {one["services"][0]: one for one in applied["pullRequests"]}
        self.assertEqual({"api": "created", "web": "created"}, {service: one["state"] for service, one in opened.items()})
        for service, preview in plans.items():
            self.assert_is_as_previewed(opened[service], preview)
        rows = [line.split("\t")[:4] for line in self.pr("list").splitlines()]
        self.assertEqual(sorted([str(one["number"]), f"Update {service} to 1.1.0", one["branch"], "OPEN"]
                                for service, one in opened.items()), sorted(rows))
        self.assertIn(f"number:\t{opened['web']['number']}\n", self.pr("view", opened["web"]["branch"]))

    def test_one_for_all_services_is_what_apply_said(self):
        applied = self.ctl("apply", "--pull-request", "--together")

        [opened] = applied["pullRequests"]
        self.assertEqual(["api", "web"], sorted(opened["services"]))
        self.assertEqual([".env", "compose.yaml"], sorted(hunks(applied["diff"])))
        self.assert_is_as_previewed(opened, applied["diff"])
        text = self.pr("view", str(opened["number"]))
        for part in ("author:\tbea", "state:\tOPEN", "| api | 1.0.0 | 1.1.0 |", "| web | 1.0.0 | 1.1.0 |", "<!-- slipway:{"):
            self.assertIn(part, text)

    def test_a_second_run_opens_nothing(self):
        first = self.ctl("apply", "--pull-request", "--service", "web")["pullRequests"]
        head = self.view(first[0]["number"], "headRefOid")
        second = self.ctl("apply", "--pull-request", "--service", "web")["pullRequests"]

        self.assertEqual(["unchanged"], [one["state"] for one in second])
        self.assertEqual([first[0]["number"]], [one["number"] for one in json.loads(self.pr("list", "--json", "number"))])
        self.assertEqual(head, self.view(first[0]["number"], "headRefOid"))


if __name__ == "__main__":
    unittest.main(verbosity=0)
