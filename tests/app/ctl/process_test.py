#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""process_test.py PATH_OF_SLIPWAYCTL: the program as a process: terminals, pipes, signals. Standard library only."""
import contextlib
import fcntl
import hashlib
import http.server
import json
import os
import pathlib
import pty
import re
import select
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
import unicodedata
import unittest

PROGRAM = sys.argv.pop() if len(sys.argv) > 1 else ""
SECONDS = 20
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
# What a terminal would act upon or hide, beside line ends and tabs.
ACTED_UPON = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


class TagList(http.server.BaseHTTPRequestHandler):
    """A registry in which each repository has the tags 1.0 and 1.1, and each image is the same empty one."""
    protocol_version = "HTTP/1.1"
    CONFIG = b'{"architecture": "amd64", "os": "linux", "created": "2026-01-01T00:00:00Z"}'
    TYPE = "application/vnd.oci.image.manifest.v1+json"

    def log_message(self, *args):
        pass

    def do_GET(self):
        digest = "sha256:" + hashlib.sha256(self.CONFIG).hexdigest()
        manifest = json.dumps({"schemaVersion": 2, "mediaType": self.TYPE, "layers": [], "config": {
            "mediaType": "application/vnd.oci.image.config.v1+json", "digest": digest, "size": len(self.CONFIG)}}).encode()
        body, kind = {"tags": (b'{"tags": ["1.0", "1.1"]}', "application/json"),
                      "manifests": (manifest, self.TYPE),
                      "blobs": (self.CONFIG, "application/octet-stream")}[self.path.split("/")[-2]]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    do_HEAD = do_GET


@contextlib.contextmanager
def registry():
    """The address of a registry that answers."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), TagList)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextlib.contextmanager
def silence():
    """A server that takes connections and says nothing, and its address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server, f"127.0.0.1:{server.getsockname()[1]}"


class Terminal:
    """slipwayctl on a terminal of its own, as its foreground."""

    def __init__(self, arguments, folder, columns=80, **variables):
        self.screen, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        self.process = subprocess.Popen(
            [PROGRAM, *arguments], cwd=folder, env={**environment(folder), "TERM": "xterm-256color", **variables},
            stdin=terminal, stdout=terminal, stderr=terminal, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        os.close(terminal)
        self.text = ""

    def read(self, until=None):
        """All that is shown, or what is shown when `until` is."""
        end = time.monotonic() + SECONDS
        shown = b""
        while until is None or until not in self.text:
            ready, _, _ = select.select([self.screen], [], [], max(0, end - time.monotonic()))
            if not ready:
                self.process.kill()
                raise AssertionError(f"only this was shown in time: {self.text!r}")
            try:
                part = os.read(self.screen, 65536)
            except OSError:
                part = b""
            if not part:
                break
            shown += part
            self.text = shown.decode().replace("\r\n", "\n")
        return self.text

    def press(self, key):
        os.write(self.screen, key)

    def end(self):
        """The exit status; all that was shown is in `text` then."""
        so_far = self.text
        self.text = ""
        rest = self.read()
        self.text = so_far + rest
        os.close(self.screen)
        return self.process.wait(SECONDS)


def environment(folder):
    return {"PATH": "/usr/bin:/bin", "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache"), "LANG": "C.UTF-8",
            "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", "")}


def cells(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


class ProcessTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def compose(self, *images):
        services = "".join(f"  service{i}:\n    image: {image}\n" for i, image in enumerate(images))
        (self.folder / "compose.yaml").write_text("services:\n" + services)

    def run_plainly(self, *arguments, **more):
        return subprocess.run([PROGRAM, *arguments], cwd=self.folder, env=environment(self.folder), timeout=SECONDS,
                              stdin=subprocess.DEVNULL, **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more})

    def start(self, *arguments, **more):
        process = subprocess.Popen([PROGRAM, *arguments], cwd=self.folder, env=environment(self.folder),
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)
        self.addCleanup(process.communicate)
        return process

    def test_a_terminal_gets_colours_and_lines_that_fit(self):
        with registry() as address:
            self.compose(f"{address}/acme/a-team-with-a-long-name/a-service:1.0", f"{address}/acme/web:1.1",
                         "ghcr.io/Acme/Web:1", "ghcr.io/acme/web:${TAG}")
            for columns in (60, 80, 120):
                terminal = Terminal(["plan", "--insecure-registry", address], self.folder, columns)

                status = terminal.end()

                table = COLOUR.sub("", terminal.text).split("--- a/")[0].splitlines()
                self.assertEqual(status, 2)
                self.assertIn("\x1b[1;36m↑ update\x1b[0m", terminal.text)
                self.assertIn("\x1b[1;7;32m1\x1b[0m", terminal.text)
                self.assertLessEqual(max(map(cells, table)), columns, terminal.text)

    def test_without_colours_there_is_no_escape_sequence(self):
        with registry() as address:
            self.compose(f"{address}/acme/web:1.0")
            for arguments, variables in (["--no-color"], {}), ([], {"NO_COLOR": "1"}), ([], {"TERM": "dumb"}):
                terminal = Terminal(["plan", "--insecure-registry", address, *arguments], self.folder, **variables)

                terminal.end()

                self.assertIn("↑ update", terminal.text)
                self.assertNotIn("\x1b[1", terminal.text)

    def test_another_character_set_gets_ascii_signs(self):
        self.compose("ghcr.io/acme/web:${TAG}")

        terminal = Terminal(["plan"], self.folder, LANG="C")

        self.assertEqual(terminal.end(), 0)
        self.assertIn("- refused", terminal.text)
        self.assertIn("-> newest", terminal.text)

    def test_no_name_from_outside_moves_the_cursor(self):
        hostile = r'"x\e[2J\r\n\x9b1m\u202e\u2066y"'
        with registry() as address:
            (self.folder / "compose.yaml").write_text(
                f"services:\n  {hostile}:\n    image: {address}/acme/web:1.0 # \u202e1.0\u2066\n"
                f"  b:\n    image: {hostile}\n  c:\n    build: {hostile}\n    image: c\n"
                f"  d:\n    image: ghcr.io/acme/web\n    pull_policy: {hostile}\n")
            (self.folder / ".github").mkdir()
            (self.folder / ".github/slipway.yml").write_text(r'{slipway: 1, services: {"no\e[2J\nbody": {}}}')
            for command in ("images", "plan", "apply"):
                arguments = [] if command == "images" else ["--insecure-registry", address]

                terminal = Terminal([command, *arguments], self.folder)
                terminal.end()

                shown = COLOUR.sub("", terminal.text).replace("\r\x1b[K", "")
                self.assertIn("\\x1b[2J", shown)
                self.assertIsNone(ACTED_UPON.search(shown), repr(shown))

    def test_files_and_arguments_cannot_move_the_cursor_either(self):
        name = "\x1b[2J\n\u202e.yaml"
        (self.folder / name).write_text("services:\n  a: {image: b, image: c}\n")
        for arguments in ["plan", name], ["plan", name + "x"], ["plan", "-C", name + "x"], [name], ["plan", "--" + name]:
            terminal = Terminal(arguments, self.folder)

            self.assertIn(terminal.end(), (1, 64))

            self.assertIsNone(ACTED_UPON.search(COLOUR.sub("", terminal.text)), repr(terminal.text))

    def test_a_pipe_gets_the_bytes_of_the_files(self):
        with registry() as address:
            self.compose(f"{address}/acme/web:1.0 # \u202e")

            ran = self.run_plainly("plan", "--diff", "--insecure-registry", address)

            self.assertIn(f"+    image: {address}/acme/web:1.1 # \u202e\n".encode(), ran.stdout)
            patched = subprocess.run(["git", "apply"], cwd=self.folder, input=ran.stdout, timeout=SECONDS)
            self.assertEqual(patched.returncode, 0)
            self.assertIn("web:1.1", (self.folder / "compose.yaml").read_text())

    def test_progress_shows_what_stands_still_and_goes_away(self):
        with silence() as (server, address):
            self.compose(f"{address}/acme/web:1.0", f"{address}/acme/api:1.0")
            terminal = Terminal(["plan", "--insecure-registry", address], self.folder)

            terminal.read(until="Asking the registries: 0 of 2 images")
            terminal.press(b"\x03")

            self.assertEqual(terminal.end(), 130)
            self.assertTrue(terminal.text.endswith("\r\x1b[K"), repr(terminal.text))

    def test_an_interruption_ends_a_slow_request_at_once(self):
        with silence() as (server, address):
            self.compose(f"{address}/acme/web:1.0")
            for command in ["plan"], ["apply"], ["apply", "--json"]:
                for number, status in (signal.SIGINT, 130), (signal.SIGTERM, 143):
                    process = self.start(*command, "--insecure-registry", address, stdin=subprocess.DEVNULL)
                    connection, _ = server.accept()
                    while not connection.recv(1): # one of the program before, which is gone
                        connection, _ = server.accept()
                    began = time.monotonic()

                    process.send_signal(number)

                    self.assertEqual(process.wait(SECONDS), status)
                    self.assertLess(time.monotonic() - began, 2)
                    self.assertEqual(process.communicate(), (b"", b""))
                    connection.close()
            self.assertIn("web:1.0", (self.folder / "compose.yaml").read_text())

    def test_an_interruption_ends_the_waiting_for_a_plan(self):
        with self.waiting_for_a_plan() as process:
            process.send_signal(signal.SIGINT)

            self.assertEqual(process.wait(SECONDS), -signal.SIGINT)

    @unittest.skipUnless(os.path.exists("/sys/kernel/mm/transparent_hugepage"), "the system has no huge pages")
    def test_the_heap_asks_for_huge_pages(self):
        with self.waiting_for_a_plan() as process:
            mappings = pathlib.Path(f"/proc/{process.pid}/smaps").read_text()
            process.kill()
        if b"__asan_init" in pathlib.Path(PROGRAM).read_bytes():
            self.skipTest("a sanitizer has a malloc of its own")

        flags = re.findall(r"\[heap\]\n(?:\w+: .*\n)*?VmFlags: (.*)", mappings)
        self.assertIn("hg", " ".join(flags).split())

    @contextlib.contextmanager
    def waiting_for_a_plan(self):
        read, write = os.pipe()
        process = self.start("apply", "--from", "-", stdin=read)
        os.close(read)
        try:
            os.write(write, b"{")
            self.wait_until_empty(write)
            yield process
        finally:
            os.close(write)
            process.communicate()

    def wait_until_empty(self, pipe):
        """The other side has read all, so it waits for more."""
        end = time.monotonic() + SECONDS
        while struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4))[0] and time.monotonic() < end:
            time.sleep(0.01)

    def test_a_reader_that_wants_no_more_is_no_error(self):
        self.compose(*[f"ghcr.io/acme/service{i}:1.0" for i in range(3000)])
        for arguments in ["images"], ["images", "--json"]:
            process = self.start(*arguments, stdin=subprocess.DEVNULL)

            process.stdout.read(10)
            process.stdout.close()

            self.assertEqual(process.stderr.read(), b"")
            self.assertEqual(process.wait(SECONDS), 0)

    def test_output_that_cannot_be_written_is_an_error(self):
        self.compose("ghcr.io/acme/web:1.0")
        with open("/dev/full", "wb") as full:
            ran = self.run_plainly("images", stdout=full)

        self.assertEqual(ran.returncode, 1)
        self.assertEqual(ran.stderr, b"slipwayctl: The output could not be written: No space left on device.\n")

    def test_closed_streams_do_not_become_files(self):
        with registry() as address:
            self.compose(f"{address}/acme/web:1.0")

            ran = subprocess.run(["sh", "-c", f'exec "$0" apply --insecure-registry {address} <&- >&- 2>&-', PROGRAM],
                                 cwd=self.folder, env=environment(self.folder), timeout=SECONDS)

            self.assertEqual(ran.returncode, 0)
            self.assertEqual((self.folder / "compose.yaml").read_text(),
                             f"services:\n  service0:\n    image: {address}/acme/web:1.1\n")


if __name__ == "__main__":
    unittest.main()
