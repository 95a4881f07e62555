# SPDX-License-Identifier: GPL-3.0-or-later
"""What --service and FILE leave out, and what they must not."""
import unittest

from world import Host, Project

REPOSITORIES = {
    "acme/server": {"tags": {"1.0": {}, "1.1": {}, "1.2": {}}},
    "acme/worker": {"tags": {"1.0": {}, "1.1": {}}},
    "acme/other": {"tags": {"1.0": {}, "1.1": {}}},
}


class Scope(unittest.TestCase):
    def setUp(self):
        self.host = self.enterContext(Host(REPOSITORIES))
        a = self.host.address
        self.project = self.enterContext(Project({
            "compose.yaml": f"services:\n  server:\n    image: {a}/acme/server:${{V}}\n  worker:\n    image: {a}/acme/worker:${{V}}\n"
                            f"  other:\n    image: {a}/acme/other:1.0\n", ".env": "V=1.0\n"}))

    def test_a_service_is_not_moved_away_from_those_that_share_its_variable(self):
        done = self.project.plan(self.host, words=["--service", "server"])
        self.assertEqual(done.outcomes(), {"server": ("update", "shared-waiting", "1.1")})
        self.assertIn("+V=1.1", done.document["diff"])

    def test_only_what_is_needed_is_asked(self):
        self.project.plan(self.host, words=["--service", "other"])
        self.assertEqual({path.split("/")[3] for _, path, _ in self.host.requests}, {"other"})

    def test_images_lists_the_service_alone(self):
        done = self.project.plan(words=["--service", "worker"], command="images")
        self.assertEqual([r["services"] for r in done.document["references"]], [["worker"]])

    def test_an_unknown_service_is_wrong_usage(self):
        done = self.project.plan(self.host, words=["--service", "sever"])
        self.assertEqual(done.status, 64)
        self.assertIn(b"server", done.err)


if __name__ == "__main__":
    unittest.main()
