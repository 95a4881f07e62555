# SPDX-License-Identifier: GPL-3.0-or-later
"""What apply does to files: exactly the diff, all of a project or nothing of it, whatever happens meanwhile."""
import json
import os
import random
import signal
import stat
import time
import unittest

from world import Host, Project, compose

TAGS = {"acme/app": {"tags": {"1.0.0": {}, "1.1.0": {"labels": {"v": "2"}}}}}


def old(host):
    return compose(web=f"{host.address}/acme/app:1.0.0")


def new(host):
    return old(host).replace("1.0.0", "1.1.0")


class Writing(unittest.TestCase):
    def setUp(self):
        self.host = self.enterContext(Host(TAGS))

    def project(self, files=None, **more):
        return self.enterContext(Project(files or {"compose.yaml": old(self.host)}, **more))

    def apply(self, project, *words):
        return project.plan(self.host, words=words, command="apply")

    def codes(self, done):
        return [problem["code"] for problem in done.document["problems"]]

    def test_mode_stays_and_nothing_is_left_beside(self):
        project = self.project()
        path = project.folder / "compose.yaml"
        path.chmod(0o640)
        done = self.apply(project)
        self.assertEqual(done.document["written"], ["compose.yaml"])
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o640)
        self.assertEqual(project.content(), {"compose.yaml": new(self.host).encode()})

    def test_of_a_link_the_target_is_replaced(self):
        project = self.project({"real.yaml": old(self.host)})
        (project.folder / "compose.yaml").symlink_to("real.yaml")
        self.assertEqual(self.apply(project).status, 0)
        self.assertTrue((project.folder / "compose.yaml").is_symlink())
        self.assertEqual((project.folder / "real.yaml").read_text(), new(self.host))

    def test_a_file_outside_of_the_work_tree_is_not_written_or_quoted(self):
        outside = self.project({"secret.yaml": old(self.host) + "# hunter2\n"})
        project = self.project({"a.yaml": old(self.host)})
        (project.folder / "compose.yaml").symlink_to(outside.folder / "secret.yaml")
        done = project.plan(self.host, words=["compose.yaml", "a.yaml"], command="apply")
        self.assertEqual(done.status, 1)
        self.assertEqual(self.codes(done), ["write-failed"])
        self.assertNotIn("hunter2", done.out.decode() + done.err.decode())
        self.assertEqual((outside.folder / "secret.yaml").read_text(), old(self.host) + "# hunter2\n")
        self.assertEqual((project.folder / "a.yaml").read_text(), new(self.host))

    def test_no_sentence_quotes_a_reference_from_outside(self):
        outside = self.project({"c.yaml": "services: {a: {image: 'hunter2 hunter2'}, b: {image: 'x:${hunter2}'}}\n"})
        project = self.project({"compose.yaml": f"include: [{outside.folder}/c.yaml]\n"})
        references = self.apply(project).document["references"]
        self.assertEqual([r["reason"] for r in references], ["invalid-reference", "variable-unset"])
        self.assertNotIn("hunter2", " ".join(r["why"] for r in references))

    def test_no_sentence_quotes_a_value_from_outside(self):
        outside = self.project({"secrets": "A=hunter2/\nB=hunter2\n", "slipway.yml": "hunter2: 1\n"})
        host = self.host.address
        project = self.project({
            "compose.yaml": f"include: [{{path: c.yaml, env_file: {outside.folder}/secrets}}]\n",
            "c.yaml": compose(a="x:${A}", b=f"{host}/acme/app:${{B}}", c=f"{host}/${{B}}/app:1")})
        references = self.apply(project).document["references"]
        self.assertEqual([r["reason"] for r in references], ["invalid-reference", "tag-gone", "registry-not-found"])
        self.assertNotIn("hunter2", " ".join(r["why"] for r in references))
        (project.folder / ".github").mkdir()
        (project.folder / ".github/slipway.yml").symlink_to(outside.folder / "slipway.yml")
        done = self.apply(project)
        self.assertEqual(set(self.codes(done)), {"policy-invalid"})
        self.assertNotIn("hunter2", " ".join(p["message"] for p in done.document["problems"]))

    def test_an_include_from_outside_quotes_nothing(self):
        outside = self.project({"passwd": "root:x:0:0:hunter2\nkey: [unclosed\n"})
        project = self.project({"compose.yaml": f"include: [{outside.folder}/passwd]\n" + old(self.host)})
        done = self.apply(project)
        self.assertEqual(done.status, 1)
        self.assertNotIn("hunter2", done.out.decode() + done.err.decode())

    def test_a_file_with_further_links_is_refused(self):
        project = self.project()
        os.link(project.folder / "compose.yaml", project.folder / "twin.yaml")
        done = self.apply(project)
        self.assertEqual((done.status, self.codes(done), done.document["written"]), (1, ["write-failed"], []))
        self.assertEqual((project.folder / "twin.yaml").read_text(), old(self.host))

    def test_a_plan_that_was_read_is_written_word_for_word(self):
        project = self.project()
        plan = project.plan(self.host)
        (project.folder / "plan.json").write_bytes(plan.out)
        done = self.apply(project, "--from", "plan.json")
        self.assertEqual(done.status, 0, done.err)
        self.assertEqual(done.document["diff"], plan.document["diff"])
        self.assertEqual((project.folder / "compose.yaml").read_text(), new(self.host))

    def test_a_plan_of_named_files_is_written_into_them(self):
        project = self.project({"compose.yaml": compose(web="nothing.invalid/x:1"), "a.yaml": old(self.host),
                                "b.yaml": "services: {web: {restart: always}}\n"})
        (project.folder / "plan.json").write_bytes(project.plan(self.host, words=["a.yaml:b.yaml"]).out)
        done = self.apply(project, "--from", "plan.json")
        self.assertEqual((done.status, done.document["written"]), (0, ["a.yaml"]), done.err)
        self.assertEqual((project.folder / "a.yaml").read_text(), new(self.host))

    def test_a_plan_is_refused_after_the_file_or_the_tag_moved(self):
        def file_moved(project, plan):
            (project.folder / "compose.yaml").write_text("# one line more\n" + old(self.host))

        def far_line_moved(project, plan):
            (project.folder / "compose.yaml").write_text(old(self.host) + "# one line more\n")

        def digest_moved(project, plan):
            plan["references"][0]["candidate"]["digest"] = "sha256:" + "0" * 64

        def edit_forged(project, plan):
            plan["references"][0]["edits"][0]["new"] = "evil/image:1"

        for move in (file_moved, far_line_moved, digest_moved, edit_forged):
            with self.subTest(move.__name__):
                project = self.project()
                plan = project.plan(self.host).document
                move(project, plan)
                (project.folder / "plan.json").write_text(json.dumps(plan))
                before = project.content()
                done = self.apply(project, "--from", "plan.json")
                self.assertEqual(done.status, 1)
                self.assertTrue(done.err)
                self.assertEqual(project.content(), before)

    def test_what_is_no_plan_is_refused(self):
        project = self.project({"compose.yaml": old(self.host), "a.json": "{}", "b.json": "[", "c.json": '{"format": 2}'})
        for name in ("a.json", "b.json", "c.json", "none.json"):
            done = self.apply(project, "--from", name)
            self.assertEqual(done.status, 1, name)
            self.assertTrue(done.err)
        self.assertEqual((project.folder / "compose.yaml").read_text(), old(self.host))

    def test_a_kill_at_any_moment_leaves_each_file_old_or_new(self):
        random.seed(7)
        padding = "# padding padding padding padding\n" * 4000
        before = {f"s{i}/compose.yaml": old(self.host) + padding for i in range(12)}
        after = {name: text.replace("1.0.0", "1.1.0") for name, text in before.items()}
        policy = 'slipway: 1\ncompose: ["s*/compose.yaml"]\n'
        began = time.monotonic()
        whole = self.project(before, policy=policy)
        self.apply(whole)
        duration = time.monotonic() - began
        states = set()
        for _ in range(25):
            with Project(before, policy) as project:
                process = project.start("apply", "--json", "--insecure-registry", self.host.address)
                time.sleep(random.uniform(0.5, 1.0) * duration)
                process.send_signal(signal.SIGKILL)
                process.communicate()
                now = project.content()
                for name in before:
                    self.assertIn(now[name].decode(), (before[name], after[name]))
                    states.add(now[name].decode() == after[name])
                self.assertEqual(self.apply(project).status, 0)
                now = project.content()
                self.assertEqual({name: now[name].decode() for name in before}, after)
        self.assertEqual(states, {True, False}, "no kill came in the middle")


class Interrupted(unittest.TestCase):
    def test_ctrl_c_ends_at_once(self):
        def silent(connection, answer):
            connection.ended.wait()
        with Host(TAGS, silent) as host, Project({"compose.yaml": old(host)}) as project:
            before = project.content()
            for signal_, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
                host.requests.clear()
                process = project.start("apply", "--insecure-registry", host.address)
                while not host.requests:
                    time.sleep(0.01)
                began = time.monotonic()
                process.send_signal(signal_)
                out, err = process.communicate(timeout=5)
                self.assertLess(time.monotonic() - began, 1)
                self.assertEqual(process.returncode, status)
                self.assertEqual(project.content(), before)
                self.assertEqual(out, b"")


if __name__ == "__main__":
    unittest.main()
