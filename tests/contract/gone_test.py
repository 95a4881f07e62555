# SPDX-License-Identifier: GPL-3.0-or-later
"""Images of which a clean-up job has deleted a part: the index is there, what it names is not."""
import unittest

from world import Host, Project, compose

TAGS = {tag: {"labels": {"v": tag}} for tag in ("1.0.0", "1.1.0", "1.2.0")}


class Gone(unittest.TestCase):
    def setUp(self):
        self.host = self.enterContext(Host({"acme/app": {"tags": TAGS}}))

    def delete(self, tag, kind="manifests"):
        store = self.host.registry.repositories["acme/app"]
        manifest = self.host.digest(f"acme/app:{tag} linux/amd64")
        del store[kind][manifest if kind == "manifests" else self.config_of(store, manifest)]

    def config_of(self, store, manifest):
        return next(digest for digest in store["blobs"] if digest.encode() in store["manifests"][manifest][1])

    def plan(self, policy=None):
        project = self.enterContext(Project({"compose.yaml": compose(app=f"{self.host.address}/acme/app:1.0.0")}, policy))
        return project.plan(self.host)

    def test_a_needed_platform_that_is_gone_is_missing(self):
        for kind in ("manifests", "blobs"):
            with self.subTest(kind):
                self.setUp()
                self.delete("1.2.0", kind)
                planned = self.plan("slipway: 1\nplatforms: [linux/amd64]\n")
                self.assertEqual(planned.outcomes(), {"app": ("update", "platform-missing", "1.1.0")}, planned.err)

    def test_one_that_nobody_needs_is_a_risk(self):
        self.delete("1.2.0")
        planned = self.plan()
        self.assertEqual(planned.outcomes(), {"app": ("update", None, "1.2.0")}, planned.err)
        self.assertEqual(planned.document["references"][0]["risks"], ["platform-dropped"])

    def test_of_the_current_image_it_is_told(self):
        self.delete("1.0.0")
        planned = self.plan()
        self.assertEqual(planned.outcomes(), {"app": ("update", None, "1.2.0")}, planned.err)
        self.assertEqual(planned.document["references"][0]["risks"], ["current-gone"])


if __name__ == "__main__":
    unittest.main()
