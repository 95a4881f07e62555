# SPDX-License-Identifier: GPL-3.0-or-later
"""How many requests a plan costs: one for one distinct question, and none that is not needed."""
import time
import unittest

from world import Host, Project, TokenService, compose


def tags(*names):
    return {"tags": {name: {"labels": {"of": name}} for name in names}}


class Digests:
    """Fills `{d[acme/app:1.0.0]}` in an image."""
    def __init__(self, host):
        self.host = host

    def __getitem__(self, name):
        return self.host.digest(name)


class Counts(unittest.TestCase):
    def plan(self, repositories, images, policy=None, token=None):
        with Host(repositories, token=token) as host:
            filled = {name: image.format(a=host.address, d=Digests(host)) for name, image in images.items()}
            with Project({"compose.yaml": compose(**filled)}, policy) as project:
                done = project.plan(host)
                cold = [f"{method} {path.split('?')[0]}" for method, path, _ in host.requests]
                host.requests.clear()
                project.plan(host)
            return done.outcomes(), cold, [f"{method} {path.split('?')[0]}" for method, path, _ in host.requests]

    def test_a_current_version_costs_its_tag_list(self):
        outcomes, cold, _ = self.plan({"acme/app": tags("1.0.0")}, {"web": "{a}/acme/app:1.0.0"})
        self.assertEqual(outcomes["web"][0], "current")
        self.assertEqual(cold, ["GET /v2/acme/app/tags/list"])

    def test_a_current_pinned_version_costs_one_more(self):
        _, cold, _ = self.plan({"acme/app": tags("1.0.0")}, {"web": "{a}/acme/app:1.0.0@{d[acme/app:1.0.0]}"})
        self.assertEqual(cold, ["GET /v2/acme/app/tags/list", "HEAD /v2/acme/app/manifests/1.0.0"])

    def test_a_followed_digest_needs_no_tag_list(self):
        _, cold, _ = self.plan({"acme/app": tags("latest")}, {"web": "{a}/acme/app:latest@{d[acme/app:latest]}"})
        self.assertEqual(cold, ["HEAD /v2/acme/app/manifests/latest"])

    def test_services_of_one_repository_ask_once(self):
        images = {f"web{i}": "{a}/acme/app:1.0.0" for i in range(8)}
        _, cold, _ = self.plan({"acme/app": tags("1.0.0")}, images)
        self.assertEqual(len(cold), 1)

    def test_an_update_looks_into_both_images_and_no_further(self):
        repositories = {"acme/app": tags("1.0.0", "1.1.0", "1.2.0", "1.3.0")}
        outcomes, cold, warm = self.plan(repositories, {"web": "{a}/acme/app:1.0.0"})
        self.assertEqual(outcomes["web"], ("update", None, "1.3.0"))
        self.assertEqual(len(cold), 1 + 3 + 3)
        self.assertEqual(len(cold), len(set(cold)))
        self.assertEqual(len(warm), 1 + 1 + 1)  # the list, and what the two tags are now

    def test_a_minimum_age_looks_into_each_tag_that_it_skips(self):
        repositories = {"acme/app": {"tags": {"1.0.0": {"created": "-90d"}, "1.1.0": {"created": "-80d"}, "1.2.0": {"created": "-1d"}}}}
        outcomes, cold, _ = self.plan(repositories, {"web": "{a}/acme/app:1.0.0"}, "slipway: 1\ndefaults: {minimumAge: 3d}\n")
        self.assertEqual(outcomes["web"], ("update", "minimum-age", "1.1.0"))
        self.assertLessEqual(len(cold), 1 + 3 * 3)

    def test_a_pinned_image_is_not_looked_into_where_all_that_is_newer_is_held(self):
        repositories = {"acme/app": {"tags": {"1.0.0": {"created": "-90d"}, "1.1.0": {"created": "-1d"}}}}
        outcomes, cold, _ = self.plan(repositories, {"web": "{a}/acme/app:1.0.0@{d[acme/app:1.0.0]}"},
                                      "slipway: 1\ndefaults: {minimumAge: 3d}\n")
        self.assertEqual(outcomes["web"][:2], ("held", "minimum-age"))
        self.assertEqual(sum("/blobs/" in question for question in cold), 1)

    def test_held_versions_are_not_looked_into(self):
        _, cold, _ = self.plan({"acme/app": tags("1.0.0", "2.0.0", "3.0.0")}, {"web": "{a}/acme/app:1.0.0"})
        self.assertEqual(len(cold), 1)

    def test_one_refusal_and_one_token_for_many_repositories(self):
        token = TokenService()
        repositories = {f"acme/app{i}": tags("1.0.0") for i in range(40)}
        outcomes, cold, warm = self.plan(repositories, {f"s{i}": "{a}/acme/app%d:1.0.0" % i for i in range(40)}, token=token)
        self.assertTrue(all(outcome[0] == "current" for outcome in outcomes.values()), outcomes)
        self.assertEqual(token.refused, 1)
        self.assertEqual([len(scopes) for scopes in token.scopes], [40, 40])
        self.assertEqual(len(cold), 40 + 1 + 1)
        self.assertEqual(len(warm), 40 + 1)

    def test_tokens_one_by_one_where_many_are_refused(self):
        token = TokenService(most_scopes=1)
        repositories = {f"acme/app{i}": tags("1.0.0") for i in range(5)}
        outcomes, _, _ = self.plan(repositories, {f"s{i}": "{a}/acme/app%d:1.0.0" % i for i in range(5)}, token=token)
        self.assertTrue(all(outcome[0] == "current" for outcome in outcomes.values()), outcomes)

    def test_no_more_than_sixteen_are_in_flight(self):
        def slow(connection, answer):
            time.sleep(0.02)
            return answer
        repositories = {f"acme/app{i}": tags("1.0.0") for i in range(80)}
        for words, most in (((), 16), (("--parallel", "3"), 3)):
            with self.subTest(words=words), Host(repositories, slow) as host:
                images = {f"s{i}": f"{host.address}/acme/app{i}:1.0.0" for i in range(80)}
                with Project({"compose.yaml": compose(**images)}) as project:
                    project.plan(host, words=words)
                self.assertLessEqual(host.most, most)
                self.assertGreaterEqual(host.most, most // 2)


if __name__ == "__main__":
    unittest.main()
