# SPDX-License-Identifier: GPL-3.0-or-later
"""A real registry (CNCF Distribution), filled by writing its storage folders: seconds instead of a push for each tag."""
import hashlib
import json
import os
import re
import subprocess
import time

INDEX = "application/vnd.oci.image.index.v1+json"
MANIFEST = "application/vnd.oci.image.manifest.v1+json"
CONFIG = "application/vnd.oci.image.config.v1+json"
PLATFORMS = ("amd64", "arm64")

SETTINGS = """version: 0.1
log: {{level: info, accesslog: {{disabled: true}}}}
storage: {{filesystem: {{rootdirectory: {folder}}}, cache: {{blobdescriptor: inmemory}}}}
http: {{addr: "127.0.0.1:0"}}
"""


class Storage:
    def __init__(self, folder):
        self.root = folder / "docker/registry/v2"

    def blob(self, content):
        digest = hashlib.sha256(content).hexdigest()
        folder = self.root / "blobs/sha256" / digest[:2] / digest
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "data").write_bytes(content)
        return digest

    def link(self, repository, kind, digest):
        folder = self.root / "repositories" / repository / kind / "sha256" / digest
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "link").write_text(f"sha256:{digest}")

    def manifest(self, repository, document):
        digest = self.blob(json.dumps(document).encode())
        self.link(repository, "_manifests/revisions", digest)
        return digest

    def descriptor(self, media_type, digest, **more):
        size = (self.root / "blobs/sha256" / digest[:2] / digest / "data").stat().st_size
        return {"mediaType": media_type, "digest": f"sha256:{digest}", "size": size, **more}

    def image(self, repository, created, revision):
        """An index for two platforms, with labels; returns its digest."""
        labels = {"org.opencontainers.image.source": f"https://github.com/{repository}",
                  "org.opencontainers.image.revision": revision}
        entries = []
        for architecture in PLATFORMS:
            platform = {"os": "linux", "architecture": architecture}
            config = self.blob(json.dumps({**platform, "created": created, "config": {"Labels": labels},
                                           "rootfs": {"type": "layers", "diff_ids": []}}).encode())
            self.link(repository, "_layers", config)
            manifest = self.manifest(repository, {"schemaVersion": 2, "mediaType": MANIFEST, "layers": [],
                                                  "config": self.descriptor(CONFIG, config)})
            entries.append(self.descriptor(MANIFEST, manifest, platform=platform))
        return "sha256:" + self.manifest(repository, {"schemaVersion": 2, "mediaType": INDEX, "manifests": entries})

    def tag(self, repository, tags, digest):
        folder = f"{self.root}/repositories/{repository}/_manifests/tags"
        os.makedirs(folder, exist_ok=True)
        for tag in tags:
            os.mkdir(f"{folder}/{tag}")
            os.mkdir(f"{folder}/{tag}/current")
            with open(f"{folder}/{tag}/current/link", "w") as link:
                link.write(digest)


class Registry:
    """`docker-registry serve` over a storage folder, on a free port, until it is stopped."""

    def __init__(self, folder):
        settings, log = folder / "registry.yml", folder / "registry.log"
        settings.write_text(SETTINGS.format(folder=folder))
        with open(log, "w") as errors:  # a file: a pipe that nobody empties would stop the registry
            self.process = subprocess.Popen(["docker-registry", "serve", settings], stdout=subprocess.DEVNULL,
                                            stderr=errors)
        self.authority = self.address(log)

    def address(self, log):
        while self.process.poll() is None:
            if found := re.search(r"listening on (127\.0\.0\.1:\d+)", log.read_text()):
                return found[1]
            time.sleep(0.02)
        raise RuntimeError(f"docker-registry does not start: {log.read_text()}")

    def stop(self):
        self.process.terminate()
        self.process.wait()
