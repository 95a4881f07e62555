#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""arrows.py CHECKOUT: holds every #include and every link line of the rooms against arrows.txt, and the gates below;
every room must be built."""
import pathlib
import re
import sys

# What must not be said, where, and why. Places are paths from the checkout's top.
GATES = [
    (r"#include [<\"]libfyaml", r"(?!core/yaml/)", "only core/yaml includes libfyaml"),
    (r"#include [<\"]git2", r"(?!core/diff/)", "only core/diff includes libgit2"),
    (r"\bQNetwork(Request|AccessManager)\b", r"(app|core/(?!http/))", "only core/http builds requests"),
    (r"\bignoreSslErrors\b", r"", "nobody ignores TLS errors"),
    (r"\bQEventLoop\b|\bprocessEvents\b", r"(app|core)/", "no nested event loops"),
    (r"Qt6::(Gui|Widgets)|#include <QtGui|#include <QtWidgets", r"core/", "the core knows no window"),
]


def rows(text):
    """room -> the rooms in its row"""
    lines = [line.split("#")[0].strip() for line in text.splitlines()]
    return {room.strip(): set(row.split()) for room, row in (line.split(":") for line in lines if line)}


def links(folder):
    """What a room's CMakeLists.txt links: (PUBLIC rooms, all rooms)."""
    text = re.sub(r"#.*", "", (folder / "CMakeLists.txt").read_text())
    public, scope = set(), None
    linked = set()
    for word in re.findall(r"[\w:.]+", text):
        if word in ("PUBLIC", "PRIVATE", "SOURCES"):
            scope = word
        elif word.startswith("slipway::"):
            linked.add(word[len("slipway::"):])
            if scope == "PUBLIC":
                public.add(word[len("slipway::"):])
    return public, linked


def included(path):
    """(line, top folder, room) of each include from the checkout's root"""
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if found := re.match(r'\s*#\s*include\s+"(\w+)/(\w+)/', line):
            yield number, found[1], found[2]


def closure(rooms, exported):
    """The rooms, and what they hand on by PUBLIC links."""
    reached, waiting = set(), list(rooms)
    while waiting:
        room = waiting.pop()
        if room not in reached:
            reached.add(room)
            waiting += exported.get(room, ())
    return reached


def sources(folder):
    return sorted(path for path in folder.rglob("*") if path.suffix in (".h", ".cpp"))


def arrows(top, allowed):
    """A complaint for each include or link of a room that its row does not hold."""
    rooms = sorted(path.parent for path in (top / "core").glob("*/CMakeLists.txt"))
    linked = {room.name: links(room) for room in rooms}
    exported = {name: public for name, (public, _) in linked.items()}
    for room in rooms:
        if room.name not in allowed:
            yield f"core/{room.name}: has no row in arrows.txt"
            continue
        row = allowed[room.name]
        for other in sorted(linked[room.name][1] - row):
            yield f"core/{room.name}/CMakeLists.txt: links {other}, which is not in its row"
        may, has = closure(row, exported) | {room.name}, closure(linked[room.name][1], exported) | {room.name}
        for path in sources(room):
            for number, folder, other in included(path):
                place = f"{path.relative_to(top)}:{number}"
                if folder != "core" or other not in may:
                    yield f"{place}: includes {folder}/{other}, which is not in the row of {room.name}"
                elif other not in has:
                    yield f"{place}: includes core/{other}, which core/{room.name} does not link"


def gates(top):
    """A complaint for each line that a gate forbids."""
    for folder in ("app", "core", "tests"):
        for path in [*sources(top / folder), *sorted((top / folder).rglob("CMakeLists.txt"))]:
            place = path.relative_to(top).as_posix()
            watched = [(pattern, why) for pattern, where, why in GATES if re.match(where, place)]
            for number, line in enumerate(path.read_text().splitlines(), 1):
                yield from (f"{place}:{number}: {why}" for pattern, why in watched if re.search(pattern, line))


def unlisted(top):
    """A complaint for each folder with a CMakeLists.txt that no list above it adds: it would be neither built nor tested."""
    for path in sorted(path for folder in ("app", "core", "tests", "ui") for path in (top / folder).rglob("*/CMakeLists.txt")):
        lists = [above / "CMakeLists.txt" for above in path.parent.parents if above.is_relative_to(top)]
        if not any(re.search(rf"^\s*add_subdirectory\({path.parent.relative_to(each.parent).as_posix()}\)", each.read_text(), re.M)
                   for each in lists if each.exists()):
            yield f"{path.relative_to(top)}: no add_subdirectory leads here"


def main(top):
    allowed = rows((pathlib.Path(__file__).parent / "arrows.txt").read_text())
    complaints = [*arrows(top, allowed), *gates(top), *unlisted(top)]
    print(*complaints, sep="\n")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
