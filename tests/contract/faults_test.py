# SPDX-License-Identifier: GPL-3.0-or-later
"""Each fault at each request of a plan: one result per reference, the others as if nothing had happened, no hang."""
import gzip
import time
import unittest
from concurrent.futures import ThreadPoolExecutor

from world import Host, Project, compose, reset

REPOSITORIES = {
    "acme/newer": {"tags": {"1.0.0": {"labels": {"v": "1"}}, "1.1.0": {"labels": {"v": "2"}}}},
    "acme/pinned": {"tags": {"2.0.0": {"labels": {"v": "3"}}}},
    "acme/moved": {"tags": {"latest": {"labels": {"v": "4"}}, "!before": {"labels": {"v": "5"}}}},
    "acme/calm": {"tags": {"4.0.0": {"labels": {"v": "6"}}}},
}
CLEAN = {"newer": ("update", None, "1.1.0"), "pinned": ("current", None, None), "moved": ("update", None, "latest"),
         "calm": ("current", None, None)}
CODES = {"registry-not-found", "registry-unauthorized", "registry-rate-limited", "registry-unreachable", "registry-protocol", "tag-gone"}


def project(host):
    a = host.address
    return Project({"compose.yaml": compose(
        newer=f"{a}/acme/newer:1.0.0", pinned=f"{a}/acme/pinned:2.0.0@{host.digest('acme/pinned:2.0.0')}",
        moved=f"{a}/acme/moved:latest@{host.digest('acme/moved:!before')}", calm=f"{a}/acme/calm:4.0.0")})


def plan(host, **environment):
    with project(host) as here:
        return here.plan(host, **environment)


def status(code, headers=None, times=1000):
    """An answer with a status in the place of the first `times` ones."""
    left = [times]

    def answer(handler, with_body):
        left[0] -= 1
        if left[0] < 0:
            return False
        handler.fail(code, "FAULT", headers, with_body)
        return True
    return answer


def raw(text, close=True, wait=0.0):
    def answer(handler, with_body):
        handler.wfile.write(text)
        handler.wfile.flush()
        time.sleep(wait)
        handler.close_connection = close
        return True
    return answer


def whole(body, kind="application/json", **headers):
    def answer(handler, with_body):
        handler.send(200, body, {"Content-Type": kind, **headers}, with_body)
        return True
    return answer


def cut(handler, with_body):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"tags\": [\"9.9")
    handler.wfile.flush()
    return reset_now(handler, with_body)


def reset_now(handler, with_body):
    reset(handler)
    return True


def bomb(handler, with_body):
    """Says that it is small when unpacked, and is not."""
    body = gzip.compress(bytes(64 << 20))
    handler.send(200, body, {"Content-Type": "application/json", "Content-Encoding": "gzip"}, with_body)
    return True


def endless(handler, with_body):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n")
    for _ in range(400 if with_body else 0):
        handler.wfile.write(b" " * 65536)
    handler.close_connection = True
    return True


def requests_of_a_plan():
    with Host(REPOSITORIES) as host:
        done = plan(host)
        assert done.outcomes() == CLEAN, done.out + done.err
        return sorted({(method, path.split("?")[0]) for method, path, _ in host.requests})


class Faults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.requests = requests_of_a_plan()

    def run_with(self, fault, wanted):
        method, path = wanted

        def only_there(handler, with_body):
            if (handler.command, handler.path.split("?")[0]) != (method, path):
                return False
            return fault(handler, with_body)
        with Host(REPOSITORIES, only_there) as host, project(host) as here:
            before = here.content()
            done = here.plan(host)
            self.assertEqual(here.content(), before)
            return done

    def each(self, make_fault, check, limit=40):
        """Runs the fault at every request, and looks at what came of it."""
        with ThreadPoolExecutor(6) as pool:
            runs = [(wanted, pool.submit(self.run_with, make_fault(), wanted)) for wanted in self.requests]
            for wanted, run in runs:
                with self.subTest(request=" ".join(wanted)):
                    done = run.result()
                    outcomes = done.outcomes()
                    self.assertLess(done.seconds, limit)
                    service = wanted[1].split("/")[3]
                    self.assertEqual({**outcomes, service: None}, {**CLEAN, service: None})
                    self.assertEqual(done.status, 1 if outcomes[service][0] == "error" else 2)
                    check(wanted, outcomes[service], CLEAN[service], done)

    def is_error(self, *reasons):
        def check(wanted, outcome, clean, done):
            self.assertEqual(outcome[0], "error", done.out)
            self.assertIn(outcome[1], reasons)
        return check

    def is_error_or_clean(self, wanted, outcome, clean, done):
        """A HEAD has no body that could be wrong, and what is wrong of one answer may not matter."""
        if outcome[0] == "error":
            self.assertIn(outcome[1], CODES)
        elif wanted[0] != "HEAD":
            self.fail(f"{wanted} went through: {outcome}")

    def test_a_server_error_that_stays_is_said(self):
        self.each(lambda: status(500), self.is_error("registry-unreachable"))

    def test_a_passing_server_error_is_tried_again(self):
        self.each(lambda: status(503, times=1), lambda wanted, outcome, clean, done: self.assertEqual(outcome, clean))

    def test_too_many_requests_without_a_time(self):
        self.each(lambda: status(429), self.is_error("registry-rate-limited"))

    def test_too_many_requests_for_a_second(self):
        self.each(lambda: status(429, {"Retry-After": "1"}, times=1), lambda wanted, outcome, clean, done: self.assertEqual(outcome, clean))

    def test_too_many_requests_for_an_hour_is_an_error_at_once(self):
        def check(wanted, outcome, clean, done):
            self.is_error("registry-rate-limited")(wanted, outcome, clean, done)
            self.assertLess(done.seconds, 8)
        self.each(lambda: status(429, {"Retry-After": "3600"}), check)

    def test_a_reset_connection(self):
        self.each(lambda: reset_now, self.is_error("registry-unreachable"))

    def test_a_body_that_is_cut(self):
        self.each(lambda: cut, self.is_error_or_clean)

    def test_a_refusal(self):
        self.each(lambda: status(403), self.is_error("registry-unauthorized"))

    def test_a_page_in_the_place_of_json(self):
        self.each(lambda: whole(b"<html>Welcome to the hotel's network</html>", "text/html"), self.is_error_or_clean)

    def test_json_of_another_kind(self):
        self.each(lambda: whole(b'[{"tags": {}}]'), self.is_error_or_clean)

    def test_a_bomb(self):
        self.each(lambda: bomb, self.is_error_or_clean)

    def test_an_answer_without_end(self):
        self.each(lambda: endless, self.is_error_or_clean)

    def test_what_is_no_http(self):
        self.each(lambda: raw(b"SSH-2.0-OpenSSH_9.2\r\n"), self.is_error_or_clean)

    def test_a_stall_and_a_drip_end_at_their_deadline(self):
        def stall(handler, with_body):
            time.sleep(45)
            return True

        def drip(handler, with_body):
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n")
            for _ in range(45):
                handler.wfile.write(b" ")
                time.sleep(1)
            return True
        wanted = next(each for each in self.requests if each[1].endswith("acme/newer/tags/list"))
        with ThreadPoolExecutor(2) as pool:
            for done in pool.map(lambda fault: self.run_with(fault, wanted), (stall, drip)):
                self.assertEqual(done.outcomes(), {**CLEAN, "newer": ("error", "registry-unreachable", None)})
                self.assertLess(done.seconds, 36)


class OtherHosts(unittest.TestCase):
    """Nothing that a registry says leads a request with a secret to another host."""

    def test_a_redirect_is_not_followed_with_a_token(self):
        with Host({}) as other:
            def away(handler, with_body):
                handler.send(302, b"", {"Location": f"http://{other.address}{handler.path}"}, with_body)
                return True
            with Host(REPOSITORIES, away) as host:
                done = plan(host, SLIPWAY_TOKEN="ghp_canary0000000000000000000000000000", GH_TOKEN="ghp_canary1")
            self.assertTrue(all(outcome[0] == "error" for outcome in done.outcomes().values()), done.out)
            self.assertFalse([r for r in other.requests if "Authorization" in r[2] or "Cookie" in r[2]])

    def test_a_link_to_another_host_is_not_followed(self):
        with Host({}) as other:
            def link(handler, with_body):
                if not handler.path.split("?")[0].endswith("tags/list"):
                    return False
                body = b'{"name": "x", "tags": ["1.0.0", "2.0.0", "4.0.0"]}'
                handler.send(200, body, {"Content-Type": "application/json",
                                         "Link": f'<http://{other.address}/v2/acme/x/tags/list?last=a>; rel="next"'}, with_body)
                return True
            with Host(REPOSITORIES, link) as host:
                done = plan(host)
            self.assertEqual(done.outcomes()["newer"][:2], ("error", "registry-protocol"))
            self.assertEqual(other.requests, [])

    def test_a_link_in_a_circle_ends(self):
        def link(handler, with_body):
            if not handler.path.split("?")[0].endswith("tags/list"):
                return False
            handler.send(200, b'{"name": "x", "tags": ["1.0.0", "2.0.0", "4.0.0"]}',
                         {"Content-Type": "application/json", "Link": '</v2/acme/newer/tags/list?last=a>; rel="next"'}, with_body)
            return True
        with Host(REPOSITORIES, link) as host:
            done = plan(host)
        self.assertEqual(done.outcomes()["newer"][:2], ("error", "registry-protocol"))

    def test_hostile_realms_get_nothing(self):
        with Host({}) as other:
            for realm in (f"http://user@{other.address}/token", f"http://{other.address}\\@x/token", "http://169.254.169.254/token",
                          "file:///etc/passwd", "http://[::ffff:169.254.169.254]/token", "not a url", "", "https://[::]/"):
                challenge = {"WWW-Authenticate": f'Bearer realm="{realm}",service="x",scope="repository:a/b:pull"'}
                with self.subTest(realm=realm), Host(REPOSITORIES, status(401, challenge)) as host:
                    done = plan(host)
                    self.assertTrue(all(o[0] == "error" and o[1] in CODES for o in done.outcomes().values()), done.out)
                    self.assertLess(done.seconds, 20)
            self.assertEqual(other.requests, [])


if __name__ == "__main__":
    unittest.main()
