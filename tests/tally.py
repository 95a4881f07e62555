#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tally.py RESULTS.xml…: adds up what ctest saw (its JUnit files), and says "N passed, N failed, N skipped".

A test says how many cases it had: in QtTest's "Totals:", in a line of the form above, or as Python's unittest does. One
that says nothing is one case. One that ended badly without a failed case, by a crash or its deadline, is one more failure.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

SAID = re.compile(r"^(?:Totals: )?(\d+) passed, (\d+) failed(?:, (\d+) skipped)?", re.MULTILINE)
UNITTEST = re.compile(r"^Ran (\d+) tests? in .*\n\n(?:OK|FAILED)(?: \((.*)\))?", re.MULTILINE)


def cases(text):
    """(passed, failed, skipped) for each time the text says so"""
    for said in SAID.findall(text):
        yield tuple(int(count or 0) for count in said)
    for ran, rest in UNITTEST.findall(text):
        counts = {name: int(count) for name, count in re.findall(r"(\w+)=(\d+)", rest)}
        failed, skipped = counts.get("failures", 0) + counts.get("errors", 0), counts.get("skipped", 0)
        yield int(ran) - failed - skipped, failed, skipped


def tally(test):
    said = list(cases(test.findtext("system-out", "")))
    passed, failed, skipped = (sum(column) for column in zip((0, 0, 0), *said))
    status = test.get("status")
    if status == "run" and not said:
        passed = 1
    elif status == "fail" and not failed:
        failed = 1
    elif status not in ("run", "fail"):
        skipped += 1
    return passed, failed, skipped


def main(paths):
    tests = [test for path in paths for test in ElementTree.parse(path).iter("testcase")]
    passed, failed, skipped = (sum(column) for column in zip((0, 0, 0), *map(tally, tests)))
    for test in tests:
        if test.get("status") == "fail":
            print(f"failed: {test.get('name')}")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
