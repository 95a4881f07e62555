#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""loaded_test.py BUILD FOLDER PROGRAM…: what the loader brings into the programs, as they are built and as they are
installed, where our libraries go into the folder (below the prefix)."""
import ctypes
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

BUILD, OURS, *PROGRAMS = map(pathlib.Path, sys.argv[1:])


def loaded(program):
    """name -> the path it is loaded from"""
    done = subprocess.run([program], env={**os.environ, "LD_TRACE_LOADED_OBJECTS": "1"}, check=True, capture_output=True,
                          text=True)
    return dict(re.findall(r"^\s*(\S+) => (.+) \(0x\w+\)$", done.stdout, re.M))


class LoadedTest(unittest.TestCase):
    def assert_lean(self, program):
        libraries = loaded(program)
        self.assertIn("libQt6Network.so.6", libraries)
        self.assertEqual([name for name in libraries if name.startswith("libpxbackend")], [])
        if "libproxy.so.1" in libraries: # there is none where Qt does without
            self.assertTrue(pathlib.Path(libraries["libproxy.so.1"]).parent.samefile(program.parent.parent / OURS))

    def test_programs_as_built_do_without_libproxy(self):
        for program in PROGRAMS:
            with self.subTest(program.name):
                self.assert_lean(program)

    def test_who_asks_hears_that_nothing_is_configured(self):
        path = loaded(PROGRAMS[0]).get("libproxy.so.1")
        if not path:
            self.skipTest("Qt does without libproxy")
        if b"__asan_init" in pathlib.Path(path).read_bytes():
            self.skipTest("a sanitizer's runtime wants to be loaded before all else")
        proxy = ctypes.CDLL(path)
        proxy.px_proxy_factory_new.restype = ctypes.c_void_p
        proxy.px_proxy_factory_get_proxies.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
        proxy.px_proxy_factory_get_proxies.restype = ctypes.POINTER(ctypes.c_char_p)

        proxies = proxy.px_proxy_factory_get_proxies(proxy.px_proxy_factory_new(), b"https://ghcr.io/")

        self.assertEqual(proxies[:2], [b"direct://", None])
        proxy.px_proxy_factory_free_proxies(proxies)

    def test_programs_as_installed_do_too_and_start(self):
        with tempfile.TemporaryDirectory() as prefix:
            subprocess.run(["cmake", "--install", BUILD, "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
            for program in PROGRAMS:
                with self.subTest(program.name):
                    installed = pathlib.Path(prefix, "bin", program.name)
                    self.assert_lean(installed)
                    said = subprocess.run([installed, "--version"], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                                          capture_output=True, text=True, check=True)
                    self.assertIn(program.name, said.stdout.lower())
                    self.assertEqual(said.stderr, "")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
