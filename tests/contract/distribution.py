# SPDX-License-Identifier: GPL-3.0-or-later
"""CNCF Distribution (`docker-registry`), filled by pushes as the specification has them, and a token service for it."""
import base64
import hashlib
import http.client
import http.server
import json
import re
import ssl
import subprocess
import threading
import time
from urllib.parse import parse_qs, urlsplit

INDEX = "application/vnd.oci.image.index.v1+json"
MANIFEST = "application/vnd.oci.image.manifest.v1+json"
CONFIG = "application/vnd.oci.image.config.v1+json"
LAYER = "application/vnd.oci.image.layer.v1.tar"


def digest_of(content):
    return "sha256:" + hashlib.sha256(content).hexdigest()


def compact(document):
    return json.dumps(document, separators=(",", ":")).encode()


class Certificate:
    """Of an authority of its own, for 127.0.0.1: `file` is what has to be trusted."""

    def __init__(self, folder):
        self.file, self.key, authority, signing = (folder / name for name in ("server.pem", "server.key", "ca.pem", "ca.key"))
        self.authority = authority
        request, extensions = folder / "server.csr", folder / "extensions"
        extensions.write_text("subjectAltName=IP:127.0.0.1\n")
        for arguments in (
                ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Test authority", "-addext", "keyUsage=critical,keyCertSign,cRLSign", "-keyout", signing, "-out", authority],
                ["req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-keyout", self.key, "-out", request],
                ["x509", "-req", "-in", request, "-CA", authority, "-CAkey", signing, "-CAcreateserial", "-days", "2", "-extfile", extensions, "-out", self.file]):
            subprocess.run(["openssl", *arguments], check=True, capture_output=True)


class Distribution:
    """`docker-registry serve` on a free port, until it is closed."""

    def __init__(self, folder, certificate=None, tokens=None):
        settings = {"version": 0.1, "log": {"level": "info", "accesslog": {"disabled": True}},
                    "storage": {"filesystem": {"rootdirectory": str(folder / "storage")}}, "http": {"addr": "127.0.0.1:0"}}
        if certificate:
            settings["http"]["tls"] = {"certificate": str(certificate.file), "key": str(certificate.key)}
        if tokens:
            settings["auth"] = {"token": {"realm": tokens.realm, "service": "test", "issuer": "test", "rootcertbundle": str(tokens.certificate.file)}}
        (folder / "registry.yml").write_text(json.dumps(settings))
        self.certificate, self.tokens = certificate, tokens
        self.log = folder / "registry.log"
        with open(self.log, "w") as log:  # a file: a pipe that nobody empties would stop the registry
            self.process = subprocess.Popen(["docker-registry", "serve", folder / "registry.yml"], stdout=log, stderr=log)
        self.address = self.wait()

    def wait(self):
        while self.process.poll() is None:
            if found := re.search(r"listening on (127\.0\.0\.1:\d+)", self.log.read_text()):
                return found[1]
            time.sleep(0.02)
        raise RuntimeError(f"docker-registry does not start: {self.log.read_text()}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def send(self, method, path, repository, body=b"", content_type="application/octet-stream"):
        if self.certificate:
            connection = http.client.HTTPSConnection(self.address, context=ssl.create_default_context(cafile=self.certificate.authority))
        else:
            connection = http.client.HTTPConnection(self.address)
        headers = {"Content-Type": content_type}
        if self.tokens:
            headers["Authorization"] = "Bearer " + self.tokens.token([{"type": "repository", "name": repository, "actions": ["pull", "push"]}])
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {text}")
        return answer

    def push_blob(self, repository, content):
        where = self.send("POST", f"/v2/{repository}/blobs/uploads/", repository).getheader("Location")
        separator = "&" if "?" in where else "?"
        path = urlsplit(where).path + "?" + urlsplit(where).query if "://" in where else where
        self.send("PUT", f"{path}{separator}digest={digest_of(content)}", repository, content)
        return {"digest": digest_of(content), "size": len(content)}

    def push_manifest(self, repository, reference, content, media_type):
        self.send("PUT", f"/v2/{repository}/manifests/{reference}", repository, content, media_type)
        return {"mediaType": media_type, "digest": digest_of(content), "size": len(content)}

    def push(self, repository, tag, platforms=("linux/amd64", "linux/arm64"), labels=None, created="2026-01-02T03:04:05Z"):
        """Pushes an index with an image for each platform; the digest of the index."""
        entries = []
        for name in platforms:
            system, architecture = name.split("/")
            layer = f"{repository} {tag} {name}\n".encode()
            config = compact({"architecture": architecture, "os": system, "created": created, "config": {"Labels": labels or {}},
                              "rootfs": {"type": "layers", "diff_ids": [digest_of(layer)]}})
            manifest = compact({"schemaVersion": 2, "mediaType": MANIFEST, "config": {"mediaType": CONFIG, **self.push_blob(repository, config)},
                                "layers": [{"mediaType": LAYER, **self.push_blob(repository, layer)}]})
            described = self.push_manifest(repository, digest_of(manifest), manifest, MANIFEST)
            entries.append({**described, "platform": {"os": system, "architecture": architecture}})
        return self.push_manifest(repository, tag, compact({"schemaVersion": 2, "mediaType": INDEX, "manifests": entries}), INDEX)["digest"]


class Tokens:
    """A token service: RFC 7519 tokens that Distribution accepts, for whoever asks, or for one login alone."""

    def __init__(self, certificate, login=None):
        self.certificate, self.login, self.asked = certificate, login, []
        service = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                service.asked.append((self.path, self.headers.get("Authorization")))
                allowed = service.login is None or self.headers.get("Authorization") == service.login
                access = [service.access(scope) for scope in parse_qs(urlsplit(self.path).query).get("scope", [])]
                body = compact({"token": service.token(access if allowed else []), "expires_in": 300})
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"127.0.0.1:{self.server.server_port}"
        self.realm = f"http://{self.address}/token"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    @staticmethod
    def access(scope):
        kind, name, actions = scope.split(":")
        return {"type": kind, "name": name, "actions": [action for action in actions.split(",") if action == "pull"]}

    def token(self, access):
        def part(content):
            return base64.urlsafe_b64encode(content).rstrip(b"=")
        chain = base64.b64encode(ssl.PEM_cert_to_DER_cert(self.certificate.file.read_text())).decode()
        now = int(time.time())
        claims = {"iss": "test", "sub": "", "aud": "test", "exp": now + 300, "nbf": now - 10, "iat": now, "jti": str(time.monotonic_ns()), "access": access}
        signed = part(compact({"typ": "JWT", "alg": "RS256", "x5c": [chain]})) + b"." + part(compact(claims))
        signature = subprocess.run(["openssl", "dgst", "-sha256", "-sign", self.certificate.key], input=signed, capture_output=True, check=True).stdout
        return (signed + b"." + part(signature)).decode()
