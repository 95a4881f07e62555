# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer: Renovate from npm with the Node that it wants, kept in a cache folder outside of the repository."""
import json
import pathlib
import platform
import subprocess

from measure import Program

VERSION = "44.121.2"  # pinned, so that figures of different days are about the same program
PACKAGES = (f"renovate@{VERSION}", "node-linux-{}@24")
ARCHITECTURES = {"x86_64": "x64", "aarch64": "arm64"}


class Renovate:
    def __init__(self, folder):
        modules = folder / "node_modules"
        self.node = next(modules.glob("node-linux-*/bin/node"))
        self.script = modules / "renovate/dist/renovate.js"
        self.version = VERSION

    def program(self, folder, what, rules=(), environment=None):
        """what: "extract" (read the files alone) or "lookup" (ask the registries too); nothing is written."""
        settings = {"platform": "local", "dryRun": what, "enabledManagers": ["docker-compose"], "onboarding": False,
                    "requireConfig": "ignored", "hostRules": list(rules)}
        return Program("renovate", [self.node, self.script], folder,
                       {"LOG_LEVEL": "error", "RENOVATE_CONFIG": json.dumps(settings), **(environment or {})})


def insecure(host):
    """The rule for a registry without TLS; with a port, Renovate would not find it to fit."""
    return {"matchHost": host, "hostType": "docker", "insecureRegistry": True}


def fetched(cache: pathlib.Path):
    """Renovate, fetched where it is not there yet; else the reason why it cannot be had, as a text."""
    folder = cache / f"renovate-{VERSION}"
    try:
        if not (folder / "whole").exists():
            print(f"Fetching Renovate into {folder} (once)", flush=True)
            folder.mkdir(parents=True, exist_ok=True)
            packages = [package.format(ARCHITECTURES[platform.machine()]) for package in PACKAGES]
            subprocess.run(["npm", "install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund",
                            "--omit=optional", "--loglevel=error", *packages], check=True)
            (folder / "whole").touch()
        return Renovate(folder), None
    except (KeyError, OSError, subprocess.CalledProcessError, StopIteration) as error:
        return None, f"Renovate cannot be fetched: {error}"
