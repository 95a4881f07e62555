# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs checks side by side and counts them. A check is a name, a sentence, and a function that returns complaints."""
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor, as_completed

MOST_SHOWN = 3


def complaints_of(check):
    try:
        return check()
    except Exception:  # the others are still to be run
        return [traceback.format_exc()]


def run(checks, *, at_once):
    """Prints a line for each check and the sum last; the exit status."""
    failed = 0
    with ThreadPoolExecutor(at_once) as pool:
        running = {pool.submit(complaints_of, check): name for name, check in checks.items()}
        for done in as_completed(running):
            complaints = done.result()
            failed += bool(complaints)
            print("FAIL" if complaints else "pass", running[done])
            for complaint in complaints[:MOST_SHOWN]:
                print("    ", complaint)
            sys.stdout.flush()
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed or not checks else 0
