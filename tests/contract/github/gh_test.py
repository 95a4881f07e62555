# SPDX-License-Identifier: GPL-3.0-or-later
"""GitHub's own client, gh, looks at the simulator."""
import json
import pathlib
import subprocess
import tempfile
import unittest

from simulation import Simulation

REPOSITORY = "PitchConnect/fogis-deployment"
BRANCH = "slipway/image/logo-combiner"


class Gh(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.simulation = Simulation(cls.folder.name)

    @classmethod
    def tearDownClass(cls):
        status = cls.simulation.end()
        cls.simulation.process.stdout.close()
        cls.folder.cleanup()
        assert status == 143, f"simulate ended with {status}"

    def pr(self, *words, **settings):
        return self.simulation.gh("pr", *words, "-R", f"{self.simulation.host}/{REPOSITORY}", **settings)

    def view(self, number, *fields):
        return json.loads(self.pr("view", str(number), "--json", ",".join(fields)))

    def test_lists_open_pull_requests_newest_first(self):
        rows = [line.split("\t") for line in self.pr("list").splitlines()]
        self.assertEqual([("221", "Update logo-combiner to 1.1.8", BRANCH, "OPEN"),
                          ("220", "Update fogis-api-client to 1.5.0", "slipway/image/fogis-api-client", "OPEN"),
                          ("217", "Update match-processor to 2.0.0", "slipway/image/match-processor", "OPEN")],
                         [tuple(row[:4]) for row in rows])

    def test_lists_those_of_a_state_and_a_branch(self):
        merged = json.loads(self.pr("list", "--state", "merged", "--limit", "3", "--json", "number,mergedAt,mergedBy"))
        self.assertEqual([219, 216, 215], [one["number"] for one in merged])
        self.assertEqual("bartesch", merged[0]["mergedBy"]["login"])
        self.assertEqual([221], [one["number"] for one in json.loads(self.pr("list", "--head", BRANCH, "--json", "number"))])

    def test_views_one_for_people(self):
        text = self.pr("view", "220")
        for part in ("title:\tUpdate fogis-api-client to 1.5.0", "author:\tslipway-bot", "labels:\tdependencies, docker",
                     "reviewers:\tgithub-actions (Approved)", "| fogis-api-client | 1.4.2 | 1.5.0 |", "<!-- slipway:{"):
            self.assertIn(part, text)

    def test_finds_one_by_its_branch(self):
        self.assertIn("number:\t221\n", self.pr("view", BRANCH))

    def test_views_what_decides_about_merging(self):
        blocked = self.view(217, "mergeable", "mergeStateStatus", "reviewDecision", "reviewRequests", "isDraft", "state")
        self.assertEqual(("MERGEABLE", "BLOCKED", "REVIEW_REQUIRED", "bartesch"),
                         (blocked["mergeable"], blocked["mergeStateStatus"], blocked["reviewDecision"],
                          blocked["reviewRequests"][0]["login"]))
        ready = self.view(220, "mergeStateStatus", "reviewDecision", "latestReviews")
        self.assertEqual(("CLEAN", "APPROVED", "within the policy"),
                         (ready["mergeStateStatus"], ready["reviewDecision"], ready["latestReviews"][0]["body"]))

    def test_views_files_and_commits(self):
        seen = self.view(220, "files", "commits", "additions", "deletions", "headRefOid", "baseRefName", "comments")
        self.assertEqual([("docker-compose.yml", 1, 1), ("tools/compose.yaml", 1, 1)],
                         [(one["path"], one["additions"], one["deletions"]) for one in seen["files"]])
        self.assertEqual([seen["headRefOid"]], [one["oid"] for one in seen["commits"]])
        self.assertTrue(seen["headRefOid"].startswith("5ca10b5"))

    def test_shows_the_diff_as_git_applies_it(self):
        diff = self.pr("diff", "221")
        self.assertEqual([".env"], self.pr("diff", "221", "--name-only").split())
        blob = json.loads(self.simulation.gh("api", f"repos/{REPOSITORY}/contents/.env"))
        raw = self.simulation.gh("api", "-H", "Accept: application/vnd.github.raw+json", f"repos/{REPOSITORY}/git/blobs/{blob['sha']}")
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / ".env").write_text(raw)
            subprocess.run(["git", "apply", "-"], input=diff, text=True, cwd=folder, check=True, timeout=60)
            changed = (pathlib.Path(folder) / ".env").read_text()
        raw = self.simulation.gh("api", "-H", "Accept: application/vnd.github.raw+json", f"repos/{REPOSITORY}/contents/.env?ref={BRANCH}")
        self.assertEqual(raw, changed)

    def test_shows_checks_and_says_that_some_still_run(self):
        rows = dict(line.split("\t")[:2] for line in self.pr("checks", "221", status=8).splitlines())
        self.assertEqual({"lint": "pass", "compose-config": "pass", "policy": "pass", "provenance": "pass", "scan": "pending",
                          "smoke-test": "pending"}, rows)

    def test_views_the_repository_with_its_readme(self):
        text = self.simulation.gh("repo", "view", f"{self.simulation.host}/{REPOSITORY}")
        self.assertIn(f"name:\t{REPOSITORY}", text)
        self.assertIn("Images are updated by pull request", text)

    def test_lists_releases(self):
        lines = self.simulation.gh("release", "list", "-R", f"{self.simulation.host}/PitchConnect/team-logo-combiner").splitlines()
        self.assertEqual(["1.1.8", "Latest"], lines[0].split("\t")[:2])

    def test_follows_pages(self):
        repositories = self.simulation.gh("api", "--paginate", "orgs/PitchConnect/repos?per_page=3", "--jq", ".[].name").split()
        self.assertEqual(7, len(repositories))

    def test_opens_a_pull_request_and_closes_it(self):
        gh = self.simulation.gh
        repository = json.loads(gh("api", f"repos/{REPOSITORY}"))
        self.simulation.commit(REPOSITORY, {"NOTES": "by gh"}, branch="by-gh", message="By gh")
        made = self.pr("create", "--head", "by-gh", "--base", "main", "--title", "By gh", "--body", "Why")
        self.assertTrue(made.strip().endswith("/pull/222"), made)
        self.assertEqual(["NOTES"], self.pr("diff", "222", "--name-only").split())
        self.pr("close", "222")
        self.assertEqual("CLOSED", self.view(222, "state")["state"])
        self.assertEqual("main", repository["default_branch"])


if __name__ == "__main__":
    unittest.main(verbosity=0)
