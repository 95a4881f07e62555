#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the compose cases against slipwayctl. Python 3 standard library only.

  run.py PATH_OF_SLIPWAYCTL [--cases DIR] [--only GLOB] [--verbose] [--keep]

Each case (see README.md beside this file) gets its own folder and its own registry: a small
OCI registry over plain HTTP on a loopback port, in this process. `images`, `plan` and `apply`
are run with --json and compared with expected.json and with the files under after/.
Exit status: 0 if all passed, 1 if not, 64 for wrong usage. The last line is "N passed, N failed".
"""
import argparse, datetime, fnmatch, hashlib, json, os, pathlib, re, shutil, subprocess, sys, tempfile, threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, urlsplit

INDEX = "application/vnd.oci.image.index.v1+json"
MANIFEST = "application/vnd.oci.image.manifest.v1+json"
CONFIG = "application/vnd.oci.image.config.v1+json"
DEFAULT_PLATFORMS = ["linux/amd64", "linux/arm64"]
DEFAULT_CREATED = "2026-01-01T00:00:00Z"
PLAN_KEYS = {"outcome", "reason", "newest", "candidate", "edits", "risks", "source", "skipped"}
NOT_COPIED = {"registry.json", "expected.json", "why.md", "slipway.yml", "after"}
SECONDS = 60
MOST_REQUESTS = 200


def dump(value):
    return json.dumps(value, indent=1, sort_keys=True).encode()


def sha(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def created(text):
    """An absolute time, or one relative to now: '-3d', '-36h'."""
    match = re.fullmatch(r"-(\d+)([dh])", text)
    if not match:
        return text
    hours = int(match[1]) * (24 if match[2] == "d" else 1)
    then = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=hours)
    return then.strftime("%Y-%m-%dT%H:%M:%SZ")


class Registry:
    """The content of one registry, made from registry.json."""

    def __init__(self, description):
        self.page = description.get("page", 100)
        self.repositories = {}
        self.names = {}          # "acme/web:1.2" or "acme/web:1.2 linux/amd64" -> digest
        self.requests = []
        for name, repository in description.get("repositories", {}).items():
            self.add(name, repository)

    def add(self, name, repository):
        tags = repository.get("tags", {})
        if isinstance(tags, list):
            tags = {tag: {} for tag in tags}
        store = {"error": repository.get("error"), "tags": {}, "manifests": {}, "blobs": {}}
        self.repositories[name] = store
        for tag, image in tags.items():
            source = tag
            while isinstance(image, str):            # the same image under another name
                source, image = image, tags[image]
            self.image(name, store, tag, image, source)

    def image(self, name, store, tag, image, source):
        gone = tag.startswith("~")                   # ~name: deleted. !name: kept, but without a tag
        platforms = image.get("platforms", DEFAULT_PLATFORMS)
        entries = []
        for platform in platforms:
            os_, arch, *variant = platform.split("/")
            config = {"architecture": arch, "os": os_, "created": created(image.get("created", DEFAULT_CREATED)),
                      "config": {"Labels": image.get("labels", {})},
                      "rootfs": {"type": "layers", "diff_ids": [sha(f"{name} {image.get('id', source)} {platform}".encode())]}}
            if image.get("created") == "":
                del config["created"]
            if variant:
                config["variant"] = variant[0]
            digest, size = self.manifest(store, config, image, gone)
            entry = {"mediaType": MANIFEST, "digest": digest, "size": size,
                     "platform": {"architecture": arch, "os": os_, **({"variant": variant[0]} if variant else {})}}
            entries.append(entry)
            self.names[f"{name}:{tag} {platform}"] = digest
            if image.get("attestations"):
                attestation = {"architecture": "unknown", "os": "unknown", "config": {},
                               "rootfs": {"type": "layers", "diff_ids": [digest]}}
                adigest, asize = self.manifest(store, attestation, {}, gone)
                entries.append({"mediaType": MANIFEST, "digest": adigest, "size": asize,
                                "platform": {"architecture": "unknown", "os": "unknown"},
                                "annotations": {"vnd.docker.reference.type": "attestation-manifest",
                                                "vnd.docker.reference.digest": digest}})
        if image.get("single"):
            digest = entries[0]["digest"]
        else:
            index = {"schemaVersion": 2, "mediaType": INDEX, "manifests": entries}
            if image.get("annotations"):
                index["annotations"] = image["annotations"]
            data = dump(index)
            digest = sha(data)
            if not gone:
                store["manifests"][digest] = (INDEX, data, image.get("fault"))
        self.names[f"{name}:{tag}"] = digest
        if not tag.startswith(("~", "!")):
            store["tags"][tag] = digest

    def manifest(self, store, config, image, gone):
        blob = dump(config)
        manifest = {"schemaVersion": 2, "mediaType": MANIFEST,
                    "config": {"mediaType": CONFIG, "digest": sha(blob), "size": len(blob)},
                    "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar+gzip",
                                "digest": sha(blob + b"layer"), "size": 1000}]}
        data = dump(manifest)
        if not gone:
            store["blobs"][sha(blob)] = blob
            store["manifests"][sha(data)] = (MANIFEST, data, image.get("fault") if image.get("single") else None)
        return sha(data), len(data)


def handler(registry):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *args):
            pass

        def do_GET(self):
            self.answer(True)

        def do_HEAD(self):
            self.answer(False)

        def refuse(self):
            registry.requests.append((self.command, self.path, bool(self.headers.get("Authorization"))))
            self.send(405, b"", {})

        do_POST = do_PUT = do_PATCH = do_DELETE = refuse

        def send(self, status, body, headers, with_body=True):
            self.send_response(status)
            for key, value in headers.items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if with_body:
                self.wfile.write(body)

        def fail(self, status, code, headers=None, with_body=True):
            body = json.dumps({"errors": [{"code": code, "message": code.lower().replace("_", " ")}]}).encode()
            self.send(status, body, {"Content-Type": "application/json", **(headers or {})}, with_body)

        def answer(self, with_body):
            registry.requests.append((self.command, self.path, bool(self.headers.get("Authorization"))))
            url = urlsplit(self.path)
            if url.path in ("/v2", "/v2/"):
                return self.send(200, b"{}", {"Content-Type": "application/json",
                                              "Docker-Distribution-API-Version": "registry/2.0"}, with_body)
            match = re.fullmatch(r"/v2/(.+)/(tags|manifests|blobs)/([^/]+)", url.path)
            store = match and registry.repositories.get(match[1])
            if not store:
                return self.fail(404, "NAME_UNKNOWN", with_body=with_body)
            if store["error"]:
                error = store["error"]
                headers = {}
                if error["status"] == 401:
                    headers["WWW-Authenticate"] = 'Basic realm="registry"'
                if "retryAfter" in error:
                    headers["Retry-After"] = str(error["retryAfter"])
                return self.fail(error["status"], error.get("code", "DENIED"), headers, with_body)
            name, kind, reference = match[1], match[2], match[3]
            if kind == "tags":
                return self.tags(name, store, parse_qs(url.query), with_body)
            if kind == "blobs":
                blob = store["blobs"].get(reference)
                if blob is None:
                    return self.fail(404, "BLOB_UNKNOWN", with_body=with_body)
                return self.send(200, blob, {"Content-Type": "application/octet-stream",
                                             "Docker-Content-Digest": reference}, with_body)
            digest = store["tags"].get(reference, reference)
            if digest not in store["manifests"]:
                return self.fail(404, "MANIFEST_UNKNOWN", with_body=with_body)
            media_type, data, fault = store["manifests"][digest]
            accept = self.headers.get_all("Accept") or []
            if not any(t in part for part in accept for t in (media_type, "*/*")):
                return self.fail(404, "MANIFEST_UNKNOWN", with_body=with_body)
            if fault == "digest-mismatch":
                data += b"\n"
            self.send(200, data, {"Content-Type": media_type, "Docker-Content-Digest": digest,
                                  "ETag": f'"{digest}"'}, with_body)

        def tags(self, name, store, query, with_body):
            names = sorted(store["tags"], key=str.encode)
            last = query.get("last", [""])[0]
            if last:
                names = [n for n in names if n.encode() > last.encode()]
            wanted = int(query.get("n", [registry.page])[0] or 0)
            size = max(0, min(wanted, registry.page))
            page = names[:size]
            headers = {"Content-Type": "application/json"}
            if size and len(names) > size:
                headers["Link"] = f'</v2/{name}/tags/list?last={quote(page[-1])}&n={size}>; rel="next"'
            self.send(200, json.dumps({"name": name, "tags": page}).encode(), headers, with_body)

    return Handler


def filler(registry, address):
    def fill(text):
        def digest(match):
            if match[1] not in registry.names:
                raise KeyError(f"no image {match[1]} in registry.json")
            return registry.names[match[1]]
        return re.sub(r"DIGEST\[([^\]]+)\]", digest, text).replace("REGISTRY", address)
    return fill


def tree(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def patched(files, diff):
    """Applies a unified diff, strictly, to a dict of file contents."""
    files = dict(files)
    lines = diff.encode().split(b"\n")
    if lines and lines[-1] == b"":
        lines.pop()
    i, name, source, result, position = 0, None, [], [], 0

    def close():
        if name is not None:
            files[name] = b"".join(result + source[position:])

    while i < len(lines):
        line = lines[i]
        if line.startswith(b"--- "):
            close()
            name = lines[i + 1][4:].split(b"\t")[0].decode().removeprefix("b/")
            source, result, position = split(files[name]), [], 0
            i += 2
            continue
        hunk = re.match(rb"@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@", line)
        if hunk and name is not None:
            start = int(hunk[1]) - (1 if hunk[2] != b"0" else 0)
            result += source[position:start]
            position = start
            i += 1
            while i < len(lines) and lines[i][:1] in (b" ", b"-", b"+", b"\\"):
                if lines[i].startswith(b"--- ") and i + 1 < len(lines) and lines[i + 1].startswith(b"+++ "):
                    break
                mark, text = lines[i][:1], lines[i][1:]
                bare = i + 1 < len(lines) and lines[i + 1].startswith(b"\\")
                text = text if bare else text + b"\n"
                if mark in (b" ", b"-"):
                    if position >= len(source) or source[position] != text:
                        raise ValueError(f"the diff does not fit {name}")
                    position += 1
                if mark in (b" ", b"+"):
                    result.append(text)
                i += 1 + bare
            continue
        i += 1
    close()
    return files


def split(data):
    parts = data.split(b"\n")
    lines = [part + b"\n" for part in parts[:-1]]
    return lines + ([parts[-1]] if parts[-1] else [])


def differences(expected, actual, where):
    """Every key that is expected must be there and equal; further keys are allowed. Lists must be equal in length."""
    if isinstance(expected, dict):
        if not isinstance(actual, dict):
            return [f"{where}: expected an object, got {json.dumps(actual)}"]
        found = []
        for key, value in expected.items():
            if key not in actual:
                if value is not None:
                    found.append(f"{where}.{key}: missing, expected {json.dumps(value)}")
            else:
                found += differences(value, actual[key], f"{where}.{key}")
        return found
    if isinstance(expected, list):
        if not isinstance(actual, list) or len(expected) != len(actual):
            return [f"{where}: expected {json.dumps(expected)}, got {json.dumps(actual)}"]
        return [d for i, (e, a) in enumerate(zip(expected, actual)) for d in differences(e, a, f"{where}[{i}]")]
    return [] if expected == actual else [f"{where}: expected {json.dumps(expected)}, got {json.dumps(actual)}"]


class Case:
    def __init__(self, folder, program, keep):
        self.folder, self.program, self.keep, self.failures = folder, program, keep, []

    def fail(self, text):
        self.failures.append(text)

    def run(self):
        registry_file = self.folder / "registry.json"
        registry = Registry(json.loads(registry_file.read_text()) if registry_file.exists() else {})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler(registry))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"127.0.0.1:{server.server_port}"
        home = pathlib.Path(tempfile.mkdtemp(prefix="slipway-case-"))
        try:
            self.check(registry, address, home)
        except (OSError, ValueError, KeyError, subprocess.SubprocessError) as error:
            self.fail(f"{type(error).__name__}: {error}")
        finally:
            server.shutdown()
            server.server_close()
            if self.keep:
                print(f"  kept {home}", file=sys.stderr)
            else:
                shutil.rmtree(home, ignore_errors=True)
        return self.failures

    def check(self, registry, address, home):
        fill = filler(registry, address)

        def filled(path):
            return fill(path.read_bytes().decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")

        work = home / "work"
        work.mkdir()
        for path in sorted(self.folder.rglob("*")):
            relative = path.relative_to(self.folder)
            if path.is_file() and relative.parts[0] not in NOT_COPIED:
                (work / relative).parent.mkdir(parents=True, exist_ok=True)
                (work / relative).write_bytes(filled(path))
        policy = self.folder / "slipway.yml"
        if policy.exists():
            (work / ".github").mkdir(exist_ok=True)
            (work / ".github/slipway.yml").write_bytes(filled(policy))
        expected = json.loads(fill((self.folder / "expected.json").read_text()))
        before = tree(work)
        after = dict(before)
        for path in sorted((self.folder / "after").rglob("*")) if (self.folder / "after").exists() else []:
            if path.is_file():
                after[str(path.relative_to(self.folder / "after"))] = filled(path)

        commands = expected.get("commands", ["images", "plan", "apply"])
        for command in commands:
            del registry.requests[:]
            document = self.command(command, expected, address, home, work)
            if document is None:
                continue
            self.compare(command, document, expected)
            self.requests(command, registry)
            wanted = after if command == "apply" else before
            self.same(command, wanted, tree(work))
            if command == "plan":
                try:
                    if patched(before, document.get("diff", "")) != after:
                        self.fail("plan: the diff, applied, does not give the expected files")
                except (ValueError, KeyError, IndexError) as error:
                    self.fail(f"plan: the diff cannot be applied: {error}")
            if command == "apply" and after != before:
                self.command("apply", {**expected, "exit": {"apply": expected.get("exit", {}).get("apply", 0)}}, address, home, work)
                self.same("second apply", after, tree(work))

    def command(self, command, expected, address, home, work):
        arguments = [self.program, command, *expected.get("args", []), "--json"]
        if command != "images":
            arguments += ["--insecure-registry", address]
        environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": str(home), "LANG": "C.UTF-8",
                       "XDG_CONFIG_HOME": str(home / "config"), "XDG_CACHE_HOME": str(home / "cache"),
                       "XDG_DATA_HOME": str(home / "data"), "XDG_STATE_HOME": str(home / "state"),
                       "XDG_RUNTIME_DIR": str(home), "DBUS_SESSION_BUS_ADDRESS": "disabled:",
                       "QT_QPA_PLATFORM": "offscreen", "NO_PROXY": "*", "no_proxy": "*",
                       "TAG": "from-the-process", "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", "")}
        for key in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if key in os.environ:
                environment[key] = os.environ[key]
        result = subprocess.run(arguments, cwd=work, env=environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=SECONDS)
        wanted = expected.get("exit", {}).get(command, 0)
        if result.returncode != wanted:
            self.fail(f"{command}: exit status {result.returncode}, expected {wanted}; stderr: {result.stderr.decode(errors='replace').strip()[:300]}")
        try:
            text = result.stdout.decode()
            document = json.loads(text)
        except ValueError as error:
            self.fail(f"{command}: stdout is not one JSON document: {error}")
            return None
        if not text.endswith("\n"):
            self.fail(f"{command}: stdout does not end with a newline")
        if b"\x1b" in result.stderr or b"\x1b" in result.stdout:
            self.fail(f"{command}: colour codes without a terminal")
        if document.get("format") != 1 or document.get("command") != command:
            self.fail(f"{command}: format or command is wrong")
        return document

    def compare(self, command, document, expected):
        references = expected.get("references", [])
        if command == "images":
            references = [{k: v for k, v in r.items() if k not in PLAN_KEYS} for r in references]
        for text in differences(references, document.get("references", []), f"{command}: references"):
            self.fail(text)
        for text in differences(expected.get("problems", []), document.get("problems", []), f"{command}: problems"):
            self.fail(text)
        if command != "images" and "summary" in document:
            outcomes = [r.get("outcome") for r in document.get("references", [])]
            for outcome in ("update", "current", "held", "refused", "error"):
                if document["summary"].get(outcome, 0) != outcomes.count(outcome):
                    self.fail(f"{command}: summary.{outcome} does not count the references")

    def requests(self, command, registry):
        if command == "images" and registry.requests:
            self.fail("images: asked a registry")
        if any(method not in ("GET", "HEAD") for method, _, _ in registry.requests):
            self.fail(f"{command}: a request that is neither GET nor HEAD")
        if any(authorized for _, _, authorized in registry.requests):
            self.fail(f"{command}: sent credentials to a registry that did not ask")
        if len(registry.requests) > MOST_REQUESTS:
            self.fail(f"{command}: {len(registry.requests)} requests")

    def same(self, command, wanted, actual):
        for name in sorted(set(wanted) | set(actual)):
            if wanted.get(name) != actual.get(name):
                self.fail(f"{command}: {name} is not as expected: {actual.get(name, b'(missing)')!r}, expected {wanted.get(name, b'(nothing)')!r}")


def main():
    parser = argparse.ArgumentParser(description="Runs the compose cases against slipwayctl.")
    parser.add_argument("program")
    parser.add_argument("--cases", default=str(pathlib.Path(__file__).resolve().parent / "compose"))
    parser.add_argument("--only", default="*", help="glob of case names")
    parser.add_argument("--verbose", action="store_true", help="all differences, not the first three")
    parser.add_argument("--keep", action="store_true", help="keep the working folders")
    options = parser.parse_args()
    program = shutil.which(options.program) or options.program
    if not os.access(program, os.X_OK):
        print(f"not a program: {options.program}", file=sys.stderr)
        return 64
    passed = failed = 0
    for folder in sorted(pathlib.Path(options.cases).iterdir()):
        if not (folder / "expected.json").exists() or not fnmatch.fnmatch(folder.name, options.only):
            continue
        failures = Case(folder, os.path.abspath(program), options.keep).run()
        if failures:
            failed += 1
            print(f"FAIL {folder.name}")
            shown = failures if options.verbose else failures[:3]
            for text in shown:
                print(f"     {text}")
            if len(shown) < len(failures):
                print(f"     and {len(failures) - len(shown)} more")
        else:
            passed += 1
            print(f"pass {folder.name}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
