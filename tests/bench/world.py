# SPDX-License-Identifier: GPL-3.0-or-later
"""The workload of the update check: 300 repositories with 5 to 1,000 tags each, and compose files of 6 services."""
import hashlib
from dataclasses import dataclass

REPOSITORIES = 300
SERVICES_A_FILE = 6


@dataclass
class Repository:
    name: str
    versions: list[str]  # oldest first
    others: list[str]    # commits and dates
    old: str = ""        # the digest behind all tags but the newest
    new: str = ""        # the digest of the newest version and of `latest`

    def tags(self):
        return len(self.versions) + len(self.others) + 1


def repository(number):
    place = (7 * number) % REPOSITORIES / (REPOSITORIES - 1)  # so that each file has small ones and big ones
    others = round((5 + 995 * place ** 3.85 - 3) * 0.4)
    versions = round((5 + 995 * place ** 3.85 - 3) * 0.6) + 2
    name = f"acme/service-{number:03}"
    commits = [hashlib.sha256(f"{name} {i}".encode()).hexdigest()[:7] for i in range(others)]
    return Repository(name, [f"1.{i // 10}.{i % 10}" for i in range(versions)],
                      [f"sha-{commit}" if i % 3 else f"{2000 + i // 250}-{i // 20 % 12 + 1:02}-{i % 28 + 1:02}-{i}"
                       for i, commit in enumerate(commits)])


def fill(storage):
    """Writes all repositories into a registry's storage."""
    repositories = [repository(number) for number in range(REPOSITORIES)]
    for each in repositories:
        each.old = storage.image(each.name, "2026-01-01T00:00:00Z", "a" * 40)
        each.new = storage.image(each.name, "2026-03-01T00:00:00Z", "b" * 40)
        storage.tag(each.name, each.versions[:-1] + each.others, each.old)
        storage.tag(each.name, [each.versions[-1], "latest"], each.new)
    return repositories


def image(each, number, behind):
    """60 % tag@digest, 20 % latest@digest, 20 % a plain tag."""
    version, digest = (each.versions[-2], each.old) if behind else (each.versions[-1], each.new)
    if number % 5 == 3:
        return f"{each.name}:latest@{digest}"
    return f"{each.name}:{version}" if number % 5 == 4 else f"{each.name}:{version}@{digest}"


def is_behind(number):
    """In world B: four of five, of each way of writing."""
    return number // 5 % 5 != 0


def write(folder, authority, repositories, world, services=REPOSITORIES):
    """The compose files of world "A" (nothing newer) or "B" (80 % newer); returns their names."""
    names = []
    for first in range(0, services, SERVICES_A_FILE):
        names.append(f"stack-{first // SERVICES_A_FILE:02}/compose.yaml")
        (folder / names[-1]).parent.mkdir(parents=True)
        with open(folder / names[-1], "w") as file:
            file.write("services:\n")
            for number in range(first, first + SERVICES_A_FILE):
                text = image(repositories[number], number, world == "B" and is_behind(number))
                file.write(f"  service-{number:03}:\n    image: {authority}/{text}\n    restart: unless-stopped\n")
    return names


def expected(world, services=REPOSITORIES):
    """How many images have an update."""
    return sum(is_behind(number) for number in range(services)) if world == "B" else 0


def need_tags(services=REPOSITORIES):
    """How many images follow a version, so that their tags must be asked for."""
    return sum(number % 5 != 3 for number in range(services))
