# SPDX-License-Identifier: GPL-3.0-or-later
"""Against CNCF Distribution, with skopeo as the referee for digests, platforms and labels."""
import base64
import hashlib
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from distribution import Certificate, Distribution, Tokens
from world import Project, compose

SOURCE = "https://github.com/acme/app"


def skopeo(*words):
    """Knows no logins and no policy of whoever runs the tests."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"PATH": os.environ["PATH"], "HOME": home, "XDG_RUNTIME_DIR": home}
        return subprocess.run(["skopeo", "--insecure-policy", *words], stdout=subprocess.PIPE, check=True, timeout=60, env=environment).stdout


def labels(revision):
    return {"org.opencontainers.image.source": SOURCE, "org.opencontainers.image.revision": revision}


class InAFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def plan(self, registry, image, policy=None, words=(), **environment):
        with Project({"compose.yaml": compose(app=f"{registry.address}/{image}")}, policy) as project:
            self.prepare(project, registry)
            done = project.plan(words=words, **environment)
            self.assertTrue(done.out, done.err)
            return done.document["references"][0]

    def prepare(self, project, registry):
        pass


class Images(InAFolder):
    def setUp(self):
        super().setUp()
        registry = Distribution(self.folder)
        self.addCleanup(registry.__exit__)
        self.registry = registry
        self.insecure = ["--insecure-registry", registry.address]
        registry.push("acme/app", "1.0.0", labels=labels("a" * 40))
        registry.push("acme/app", "1.1.0", labels=labels("b" * 40))
        registry.push("acme/app", "1.2.0", platforms=["linux/amd64"], labels=labels("c" * 40))
        self.name = f"docker://{registry.address}/acme/app"

    def raw(self, tag):
        return skopeo("inspect", "--tls-verify=false", "--raw", f"{self.name}:{tag}")

    def digest(self, tag):
        return "sha256:" + hashlib.sha256(self.raw(tag)).hexdigest()

    def digest_for(self, tag, architecture):
        return next(entry["digest"] for entry in json.loads(self.raw(tag))["manifests"] if entry["platform"]["architecture"] == architecture)

    def config(self, tag, architecture="amd64"):
        return json.loads(skopeo("--override-os", "linux", "--override-arch", architecture, "inspect", "--tls-verify=false", "--config", f"{self.name}:{tag}"))

    def test_the_digest_that_gets_written_is_the_one_that_skopeo_sees(self):
        for tag in ("1.0.0", "1.1.0", "1.2.0"):
            found = self.plan(self.registry, f"acme/app:{tag}", "slipway: 1\ndefaults: {follow: digest}\n", self.insecure)
            self.assertEqual(found["candidate"], {"tag": tag, "digest": self.digest(tag)})
        found = self.plan(self.registry, "acme/app:1.0.0", words=self.insecure)
        self.assertEqual(found["candidate"], {"tag": "1.2.0", "digest": self.digest("1.2.0")})

    def test_platforms_are_those_that_skopeo_sees(self):
        self.assertEqual([entry["platform"]["architecture"] for entry in json.loads(self.raw("1.2.0"))["manifests"]], ["amd64"])
        self.assertIn("platform-dropped", self.plan(self.registry, "acme/app:1.1.0", words=self.insecure)["risks"])
        both = "slipway: 1\nplatforms: [linux/amd64, linux/arm64]\n"
        found = self.plan(self.registry, "acme/app:1.0.0", both, self.insecure)
        self.assertEqual((found["candidate"]["tag"], found["reason"]), ("1.1.0", "platform-missing"))
        self.assertEqual(found["candidate"]["digest"], self.digest("1.1.0"))

    def test_a_platforms_digest_stays_one_of_that_platform(self):
        pinned = f"acme/app:1.0.0@{self.digest_for('1.0.0', 'arm64')}"
        found = self.plan(self.registry, pinned, "slipway: 1\nplatforms: [linux/arm64]\n", self.insecure)
        self.assertEqual(found["candidate"], {"tag": "1.1.0", "digest": self.digest_for("1.1.0", "arm64")})

    def test_labels_are_those_that_skopeo_sees(self):
        found = self.plan(self.registry, "acme/app:1.0.0", words=self.insecure)
        self.assertEqual(found["source"]["url"], self.config("1.2.0")["config"]["Labels"]["org.opencontainers.image.source"])
        self.assertEqual((found["source"]["from"], found["source"]["to"]),
                         tuple(self.config(tag)["config"]["Labels"]["org.opencontainers.image.revision"] for tag in ("1.0.0", "1.2.0")))

    def test_what_is_applied_is_what_skopeo_copies(self):
        with Project({"compose.yaml": compose(app=f"{self.registry.address}/acme/app:1.0.0")}, "slipway: 1\ndefaults: {pin: always}\n") as project:
            self.assertEqual(project.plan(words=self.insecure, command="apply").status, 0)
            written = project.content()["compose.yaml"].decode().split("image: ")[1].strip()
            name, digest = written.split("@")
            self.assertEqual(digest, self.digest(name.rsplit(":", 1)[1]))
            skopeo("copy", "--all", "--src-tls-verify=false", f"docker://{name.rsplit(':', 1)[0]}@{digest}", f"dir:{self.folder}/copy")

    def test_what_is_not_there_is_told_apart(self):
        self.assertEqual(self.plan(self.registry, "acme/nothing:1.0.0", words=self.insecure)["reason"], "registry-not-found")
        found = self.plan(self.registry, "acme/app:2.0.0", words=self.insecure)
        self.assertEqual((found["outcome"], found["reason"]), ("error", "tag-gone"))


class Authentication(InAFolder):
    def test_anonymous_tokens(self):
        with Tokens(Certificate(self.folder)) as tokens, Distribution(self.folder, tokens=tokens) as registry:
            registry.push("acme/app", "1.0.0")
            registry.push("acme/app", "1.1.0")
            tokens.asked.clear()
            words = ["--insecure-registry", registry.address, "--insecure-registry", tokens.address, "--trust-realm", f"{registry.address}={tokens.address}"]
            self.assertEqual(self.plan(registry, "acme/app:1.0.0", words=words)["candidate"]["tag"], "1.1.0")
            self.assertEqual([login for _, login in tokens.asked], [None])

    def test_a_login_of_docker_is_used_after_an_anonymous_try(self):
        login = "Basic " + base64.b64encode(b"mia:secret").decode()
        with Tokens(Certificate(self.folder), login) as tokens, Distribution(self.folder, tokens=tokens) as registry:
            registry.push("acme/app", "1.0.0")
            registry.push("acme/app", "1.1.0")
            tokens.asked.clear()
            self.login = login
            words = ["--insecure-registry", registry.address, "--insecure-registry", tokens.address, "--trust-realm", f"{registry.address}={tokens.address}"]
            self.assertEqual(self.plan(registry, "acme/app:1.0.0", words=words)["candidate"]["tag"], "1.1.0")
            self.assertEqual([asked for _, asked in tokens.asked], [None, login])

    def prepare(self, project, registry):
        if login := getattr(self, "login", None):
            docker = pathlib.Path(project.home.name) / ".docker"
            docker.mkdir()
            (docker / "config.json").write_text(json.dumps({"auths": {registry.address: {"auth": login.split()[1]}}}))


class Tls(InAFolder):
    def test_an_authority_of_ones_own(self):
        certificate = Certificate(self.folder)
        with Distribution(self.folder, certificate) as registry:
            registry.push("acme/app", "1.0.0")
            registry.push("acme/app", "1.1.0")
            trusted = self.plan(registry, "acme/app:1.0.0", words=["--ca-file", str(certificate.authority)])
            self.assertEqual(trusted["candidate"]["tag"], "1.1.0")
            self.assertEqual(self.plan(registry, "acme/app:1.0.0", SSL_CERT_FILE=str(certificate.authority))["candidate"]["tag"], "1.1.0")
            self.assertEqual(self.plan(registry, "acme/app:1.0.0")["reason"], "registry-unreachable")


if __name__ == "__main__":
    unittest.main(verbosity=0)
