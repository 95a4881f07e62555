# SPDX-License-Identifier: GPL-3.0-or-later
"""The small servers in front of the registry (door.mjs, distance.mjs), and a certificate for them."""
import json
import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent


class Server:
    """A Node program that prints its port; ended with it."""

    def __init__(self, script, *arguments):
        self.process = subprocess.Popen(["node", HERE / script, *arguments], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())
        self.authority = f"127.0.0.1:{self.port}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()


class Door(Server):
    """In front of the registry: counts, wants tokens, holds answers (milliseconds), speaks TLS and HTTP/2."""

    def __init__(self, registry, tokens=False, certificate=None, version="1.1", hold=0):
        tls = certificate and {"key": str(certificate.key), "cert": str(certificate.file)}
        super().__init__("door.mjs", json.dumps({"upstream": f"http://{registry}", "tokens": tokens,
                                         "version": version, "tls": tls, "hold": hold}))

    def command(self, text):
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def take(self):
        """The exchanges since the last call, in the order in which they arrived."""
        return self.command("take")

    def refuse(self, after, seconds):
        self.command(f"refuse {after} {seconds}")


class Distance(Server):
    """A round trip away from the door."""

    def __init__(self, port, milliseconds):
        super().__init__("distance.mjs", str(port), str(milliseconds))


class Certificate:
    """For 127.0.0.1, signed by itself; its file is also the authority to trust."""

    def __init__(self, folder):
        self.key, self.file = folder / "key.pem", folder / "certificate.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-days", "2", "-subj", "/CN=bench", "-addext", "subjectAltName=IP:127.0.0.1",
                        "-keyout", self.key, "-out", self.file], check=True, stderr=subprocess.DEVNULL)


def kind(exchange):
    path = exchange["path"]
    if path.startswith("/token"):
        return "token"
    if exchange["status"] == 401:
        return "401"
    if "/tags/list" in path:
        return "further page" if "last=" in path else "tags"
    if "/blobs/" in path:
        return "blob"
    return "head" if exchange["method"] == "HEAD" else "manifest" if "/manifests/" in path else "other"


def curl_list(exchanges, base, more=()):
    """A curl configuration that fetches what was asked: one group for each method and Accept header. `more` is said in
    each group, as `next` forgets what was said before."""
    groups = {}
    for exchange in exchanges:
        if kind(exchange) not in ("token", "401"):
            groups.setdefault((exchange["method"], exchange["accept"]), []).append(exchange["path"])
    text = []
    for (method, accept), paths in groups.items():
        options = ["silent", "fail", *more, f'header = "Accept: {accept}"'] + ["head"] * (method == "HEAD")
        text.append("\n".join(options + [f'url = "{base}{path}"\noutput = "/dev/null"' for path in paths]))
    return "\nnext\n".join(text) + "\n"
