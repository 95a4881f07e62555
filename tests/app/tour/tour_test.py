#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tour_test.py SLIPWAY: the program itself, from its main() on, paints every screen and complains of nothing."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop()
DESKTOP = pathlib.Path(__file__).resolve().parents[2] / "support/desktop"
QUIET = "This plugin does not support "  # what the platform without a display says of itself


class TourTest(unittest.TestCase):
    def test_every_screen_is_painted_without_a_complaint(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([PROGRAM, "--tour", f"{folder}/tour"], capture_output=True, text=True, timeout=280,
                                  env={**os.environ, "HOME": folder, "TZ": "Europe/Berlin",
                                       "FONTCONFIG_FILE": f"{DESKTOP}/fonts.conf",
                                       "QT_QPA_PLATFORM": f"offscreen:configfile={DESKTOP}/screen.json"})
            self.assertEqual(done.returncode, 0, done.stderr[-2000:])
            self.assertEqual([line for line in done.stderr.splitlines() if not line.startswith(QUIET)], [])
            for screen in ("first-start", "connect", "images", "review", "new-pull-request", "palette"):
                self.assertTrue(list(pathlib.Path(folder, "tour").glob(f"{screen}-*-dark-200.png")), screen)


if __name__ == "__main__":
    unittest.main(verbosity=0)
