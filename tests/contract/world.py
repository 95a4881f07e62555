# SPDX-License-Identifier: GPL-3.0-or-later
"""What the contract tests share: a registry that can misbehave, and runs of slipwayctl against it."""
import http.server
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
from typing import NamedTuple

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cases"))
import run as cases  # noqa: E402  the registry of the compose cases

PROGRAM = os.environ.get("SLIPWAYCTL", "slipwayctl")
STOPWATCH = os.environ.get("STOPWATCH", "stopwatch")  # small: a process begins with the peak of the one that starts it
SECONDS = 90


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, address):
        pass  # a client that goes away is part of the game


class Answer(NamedTuple):
    status: int
    headers: dict
    body: bytes


class Host:
    """A registry on a loopback port. `requests` are (method, path, headers). A `fault` gets the connection and the right
    answer; it returns what is sent, or None where it has done with the connection what there is to do."""

    def __init__(self, repositories, fault=None, page=1000, token=None):
        self.registry = cases.Registry({"repositories": repositories, "page": page})
        self.requests, self.fault, self.token, self.lock = [], fault, token, threading.Lock()
        self.most, self.now, self.ended = 0, 0, threading.Event()
        self.server = Server(("127.0.0.1", 0), self.handler())
        self.address = "127.0.0.1:%d" % self.server.server_port
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def handler(host):
        class Handler(cases.handler(host.registry)):
            disable_nagle_algorithm = True
            ended = host.ended

            def answer(self, with_body):
                with host.lock:
                    host.requests.append((self.command, self.path, dict(self.headers)))
                    host.now += 1
                    host.most = max(host.most, host.now)
                try:
                    if host.token is None or host.token.allows(self, host.address):
                        super().answer(with_body)
                finally:
                    with host.lock:
                        host.now -= 1

            def send(self, status, body, headers, with_body=True):
                answer = Answer(status, headers, body)
                if host.fault:
                    answer = host.fault(self, answer)
                if answer:
                    self.deliver(answer)

            def deliver(self, answer):
                self.send_head(answer)
                if self.command != "HEAD":
                    self.wfile.write(answer.body)

            def send_head(self, answer):
                self.send_response_only(answer.status)
                for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
        return Handler

    def digest(self, name):
        return self.registry.names[name]

    def close(self):
        self.ended.set()
        self.server.shutdown()
        self.server.server_close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class TokenService:
    """Answers 401 with a challenge, gives tokens for many scopes, and remembers what was asked."""

    def __init__(self, password=None, most_scopes=50):
        self.password, self.most_scopes, self.refused, self.scopes, self.logins = password, most_scopes, 0, [], []

    def allows(self, handler, address):
        if handler.path.startswith("/token"):
            scopes = cases.parse_qs(cases.urlsplit(handler.path).query).get("scope", [])
            self.scopes.append(scopes)
            self.logins.append(handler.headers.get("Authorization"))
            if len(scopes) > self.most_scopes or (self.password and handler.headers.get("Authorization") != self.password):
                handler.fail(401, "DENIED")
            else:
                body = json.dumps({"token": f"good{len(self.scopes)}", "expires_in": 300}).encode()
                handler.send(200, body, {"Content-Type": "application/json"})
            return False
        if handler.headers.get("Authorization", "").startswith("Bearer good"):
            return True
        self.refused += 1
        handler.fail(401, "UNAUTHORIZED", {"WWW-Authenticate": f'Bearer realm="http://{address}/token",service="test"'},
                     handler.command == "GET")
        return False


class Project:
    """A folder with compose files, and a home of its own."""

    def __init__(self, files, policy=None):
        self.home = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.home.name) / "work"
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        if policy:
            (self.folder / ".github").mkdir()
            (self.folder / ".github/slipway.yml").write_text(policy)

    def environment(self, **more):
        home = self.home.name
        return {"PATH": os.environ["PATH"], "HOME": home, "XDG_CACHE_HOME": f"{home}/cache", "LANG": "C.UTF-8",
                "NO_PROXY": "*", **{k: os.environ[k] for k in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if k in os.environ}, **more}

    def start(self, *words, program=(PROGRAM,), out=subprocess.PIPE, err=subprocess.PIPE, group=None, **environment):
        return subprocess.Popen([*program, *words], cwd=self.folder, env=self.environment(**environment),
                                stdin=subprocess.DEVNULL, stdout=out, stderr=err, process_group=group)

    def run(self, *words, **environment):
        """Waits for the end; who hangs is killed, and has status -9."""
        began = time.monotonic()
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.NamedTemporaryFile() as report:
            process = self.start(*words, program=(STOPWATCH, report.name, PROGRAM), out=out, err=err, group=0,
                                 **environment)
            alarm = threading.Timer(SECONDS, os.killpg, (process.pid, signal.SIGKILL))
            alarm.start()
            process.wait()
            alarm.cancel()
            seconds = time.monotonic() - began
            _, user, system, peak, status = report.read().split() or (0, 0, 0, 0, -9)
            out.seek(0)
            err.seek(0)
            return Done(int(status), out.read(), err.read(), seconds, float(user) + float(system), int(peak) / 1024)

    def plan(self, *hosts, words=(), command="plan", **environment):
        insecure = [word for host in hosts for word in ("--insecure-registry", host.address)]
        return self.run(command, "--json", *insecure, *words, **environment)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.home.cleanup()

    def content(self):
        return {str(p.relative_to(self.folder)): p.read_bytes() for p in sorted(self.folder.rglob("*")) if p.is_file()}


class Done:
    def __init__(self, status, out, err, seconds, processor_seconds, megabytes):
        self.status, self.out, self.err = status, out, err
        self.seconds, self.processor_seconds, self.megabytes = seconds, processor_seconds, megabytes

    @property
    def document(self):
        return json.loads(self.out)

    def outcomes(self):
        """service -> (outcome, reason, candidate's tag)"""
        return {r["services"][0]: (r["outcome"], r.get("reason"), r.get("candidate", {}).get("tag"))
                for r in self.document["references"]}


def compose(**images):
    return "services:\n" + "".join(f"  {name}:\n    image: {image}\n" for name, image in images.items())
