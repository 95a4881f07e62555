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
    (r"\bQNetwork(Request|AccessManager)\b", r"(app|ui|core/(?!http/))", "only core/http builds requests"),
    (r"\bignoreSslErrors\b", r"", "nobody ignores TLS errors"),
    (r"\bQEventLoop\b|\bprocessEvents\b", r"(app|core|ui)/", "no nested event loops"),
    (r"Qt6::(Gui|Widgets)|#include <QtGui|#include <QtWidgets", r"core/", "the core knows no window"),
    (r"\bopenUrl\b", r"(app|core|ui/(?!words/links))", "only ui/words/links opens what is outside"),
    (r"\bsetStyleSheet\b", r"(app|ui)", "widgets are painted by ui/look"),
    (r"QColor\((0x|\d)|\"#[0-9A-Fa-f]{6}", r"ui/(?!look/theme)", "colours stand in ui/look/theme"),
    (r"\bset(ToolTip|WhatsThis)\((?!$|.*(words::tooltip\(|\btr\(|toolTip\(\)|\{\}|QString\(\)))", r"(app|ui)",
     "tooltips go through words::tooltip()"),
    (r"\bQMessageBox\b", r"(app|ui)", "questions are asked by ui/feedback/confirm"),
]


def rows(text):
    """room -> the rooms in its row; a room of core is named by its folder alone, one of ui as ui/<folder>"""
    lines = [line.split("#")[0].strip() for line in text.splitlines()]
    return {room.strip(): set(row.split()) for room, row in (line.split(":") for line in lines if line)}


def name(top, folder):
    """What the room in that folder is called in arrows.txt."""
    return folder if top == "core" else f"{top}/{folder}"


def target(word):
    """The room of a target: slipway::base, slipway::ui_look."""
    room = word.removeprefix("slipway::")
    return name("ui", room.removeprefix("ui_")) if room.startswith("ui_") else room


def links(folder):
    """What a room's CMakeLists.txt links: (PUBLIC rooms, all rooms)."""
    text = re.sub(r"#.*", "", (folder / "CMakeLists.txt").read_text())
    public, scope = set(), None
    linked = set()
    for word in re.findall(r"[\w:.]+", text):
        if word in ("PUBLIC", "PRIVATE", "SOURCES"):
            scope = word
        elif word.startswith("slipway::"):
            linked.add(target(word))
            if scope == "PUBLIC":
                public.add(target(word))
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
    rooms = {name(above, path.parent.name): path.parent
             for above in ("core", "ui") for path in sorted((top / above).glob("*/CMakeLists.txt"))}
    linked = {room: links(folder) for room, folder in rooms.items()}
    exported = {room: public for room, (public, _) in linked.items()}
    for room, folder in rooms.items():
        here = folder.relative_to(top).as_posix()
        if room not in allowed:
            yield f"{here}: has no row in arrows.txt"
            continue
        row = allowed[room]
        for other in sorted(linked[room][1] - row):
            yield f"{here}/CMakeLists.txt: links {other}, which is not in its row"
        may, has = closure(row, exported) | {room}, closure(linked[room][1], exported) | {room}
        for path in sources(folder):
            for number, above, other in included(path):
                place = f"{path.relative_to(top)}:{number}"
                if above not in ("core", "ui") or name(above, other) not in may:
                    yield f"{place}: includes {above}/{other}, which is not in the row of {room}"
                elif name(above, other) not in has:
                    yield f"{place}: includes {above}/{other}, which {here} does not link"


def gates(top):
    """A complaint for each line that a gate forbids."""
    for folder in ("app", "core", "ui", "tests"):
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
