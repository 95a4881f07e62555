# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets stay where they belong, and hostile files do no harm."""
import base64
import json
import pathlib
import unittest

from world import Host, Project, TokenService, compose

TAGS = {"acme/app": {"tags": {"1.0.0": {}, "1.1.0": {"labels": {"v": "2"}}}}}
CANARY = "ghp_canary00000000000000000000000000001"


def everything(home):
    return b"".join(path.read_bytes() for path in pathlib.Path(home).rglob("*") if path.is_file())


class Secrets(unittest.TestCase):
    def test_a_token_of_ghcr_goes_to_no_other_registry(self):
        token = TokenService(password="Basic nobody")
        with Host(TAGS, token=token) as host, Project({"compose.yaml": compose(web=f"{host.address}/acme/app:1.0.0")}) as project:
            file = project.folder / "token"
            file.write_text(CANARY)
            done = project.plan(host, words=["--token-file", "token"], SLIPWAY_TOKEN=CANARY + "2", GH_TOKEN=CANARY + "3",
                                QT_LOGGING_RULES="*=true")
            file.unlink()
            self.assertEqual(done.outcomes()["web"][1], "registry-unauthorized", done.out)
            seen = json.dumps([request[2] for request in host.requests]) + done.out.decode() + done.err.decode()
            encoded = base64.b64encode(CANARY.encode()).decode().rstrip("=")
            for secret in (CANARY, encoded[:30]):
                self.assertNotIn(secret, seen)
                self.assertNotIn(secret.encode(), everything(project.home.name))

    def test_dockers_login_goes_to_its_registry_alone(self):
        login = "Basic " + base64.b64encode(b"mia:s3cret-canary").decode()
        with Host(TAGS, token=TokenService(password=login)) as mine, Host(TAGS, token=TokenService(password=login)) as other:
            images = compose(mine=f"{mine.address}/acme/app:1.0.0", other=f"{other.address}/acme/app:1.0.0")
            with Project({"compose.yaml": images}) as project:
                docker = pathlib.Path(project.home.name) / ".docker"
                docker.mkdir()
                (docker / "config.json").write_text(json.dumps({"auths": {mine.address: {"auth": login.split()[1]}}}))
                done = project.plan(mine, other, QT_LOGGING_RULES="*=true")
                (docker / "config.json").unlink()
                self.assertEqual(done.outcomes(), {"mine": ("update", None, "1.1.0"), "other": ("error", "registry-unauthorized", None)})
                self.assertNotIn("Basic", json.dumps([request[2] for request in other.requests]))
                printed = done.out.decode() + done.err.decode()
                for secret in ("s3cret-canary", login.split()[1]):
                    self.assertNotIn(secret, printed)
                    self.assertNotIn(secret.encode(), everything(project.home.name))

    def test_anonymous_comes_first(self):
        token = TokenService()
        with Host(TAGS, token=token) as host, Project({"compose.yaml": compose(web=f"{host.address}/acme/app:1.0.0")}) as project:
            docker = pathlib.Path(project.home.name) / ".docker"
            docker.mkdir()
            (docker / "config.json").write_text(json.dumps({"auths": {host.address: {"auth": base64.b64encode(b"mia:pw").decode()}}}))
            self.assertEqual(project.plan(host).outcomes()["web"][0], "update")
            self.assertEqual(token.logins, [None])


class HostileFiles(unittest.TestCase):
    def problem(self, text, seconds=2):
        with Host(TAGS) as host:
            files = {"bad.yaml": text, "good.yaml": compose(web=f"{host.address}/acme/app:1.0.0")}
            with Project(files) as project:
                done = project.plan(host, words=["bad.yaml", "good.yaml"], command="apply")
                self.assertLess(done.processor_seconds, seconds)
                self.assertEqual(done.status, 1)
                self.assertEqual(done.document["written"], ["good.yaml"])
                self.assertEqual((project.folder / "bad.yaml").read_bytes(), text if isinstance(text, bytes) else text.encode())
                found = next(p for p in done.document["problems"] if p["file"] == "bad.yaml")
                self.assertTrue(found["message"])
                return found["code"], found["line"]

    def test_an_alias_bomb(self):
        lines = ["x-a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        lines += [f"x-a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
        self.assertEqual(self.problem("\n".join(lines) + "\nservices: {}\n")[0], "yaml-invalid")

    def test_a_file_that_is_too_large(self):
        self.assertEqual(self.problem(b"# " + b"x" * (16 << 20) + b"\nservices: {}\n")[0], "yaml-invalid")

    def test_too_deep(self):
        self.assertEqual(self.problem("services: " + "[" * 100 + "]" * 100 + "\n")[0], "yaml-invalid")
        self.assertEqual(self.problem("services: " + "[" * 100000 + "\n")[0], "yaml-invalid")

    def test_a_nul_byte(self):
        self.assertEqual(self.problem(b"services:\n  a:\n    image: x:1\0\n"), ("yaml-invalid", 3))

    def test_what_is_no_utf8(self):
        self.assertEqual(self.problem(b"services:\n  a:\n    image: x:\xff\n"), ("encoding", 3))
        self.assertEqual(self.problem("services: {}\n".encode("utf-16"))[0], "encoding")

    def test_a_key_twice(self):
        self.assertEqual(self.problem("services:\n  a: {image: x:1}\n  a: {image: y:1}\n"), ("duplicate-key", 3))

    def test_a_tab(self):
        self.assertEqual(self.problem("services:\n\ta:\n"), ("yaml-invalid", 2))

    def test_a_variable_without_end(self):
        self.assertEqual(self.problem("services:\n  a:\n    image: x:1\n    command: echo ${\n"), ("interpolation-invalid", 4))

    def test_services_that_extend_each_other(self):
        self.assertEqual(self.problem("services:\n  a: {extends: b}\n  b: {extends: a}\n")[0], "include-cycle")

    def test_names_cannot_move_the_cursor(self):
        with Host(TAGS) as host:
            text = 'services:\n  "a\\e[31m\\u202Eb":\n    image: "x\\e]0;title\\x07:1"\n'
            with Project({"compose.yaml": text}) as project:
                for words in (["images"], ["plan"], ["images", "--json"], ["plan", "--json"]):
                    done = project.run(*words, "--insecure-registry", host.address)
                    self.assertNotIn(b"\x1b", done.out + done.err)
                    self.assertNotIn("\u202e".encode(), done.out + done.err)


if __name__ == "__main__":
    unittest.main()
