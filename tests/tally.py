#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tally.py RESULTS.xml…: adds up what ctest saw (its JUnit files), and says "N passed, N failed, N skipped".

A test program says how many cases it had in lines of the same form (QtTest's "Totals:" too); one that says nothing is
one case. A program that ended badly without a failed case, by a crash or its deadline, is one more failure.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

SAID = re.compile(r"^(?:Totals: )?(\d+) passed, (\d+) failed(?:, (\d+) skipped)?", re.MULTILINE)


def tally(test):
    said = SAID.findall(test.findtext("system-out", ""))
    passed, failed, skipped = (sum(int(count or 0) for count in column) for column in zip(*said or [(0, 0, 0)]))
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
