# SPDX-License-Identifier: GPL-3.0-or-later
"""Each request of a plan meets each fault. There must be one result per reference, an error with the right code for those
that needed the request and for no other, and an end in time."""
import json
import os
import re
import sys
from typing import NamedTuple

import checks
import faults
from world import Host, Project, compose

REPOSITORIES = {
    "acme/web": {"tags": {"1.2.0": {}, "1.3.0": {"labels": {"v": "1.3"}}}},
    "acme/api": {"tags": {tag: {"single": True, "labels": {"v": tag}} for tag in ("1.0.0", "1.1.0", "2.0.0")}},
    "acme/tip": {"tags": {"latest": {"single": True}, "!before": {"single": True, "labels": {"v": "before"}}}},
    "acme/cache": {"tags": {"7.2": {}}},
    "acme/young": {"tags": {"1.0": {}, "1.1": {"single": True, "created": "2099-01-01T00:00:00Z", "labels": {"v": "1.1"}}}},
}
IMAGES = {"web": "acme/web:1.2.0", "api": "acme/api:2.0.0@{api}", "old-api": "acme/api:1.0.0",
          "tip": "acme/tip:latest@{tip}", "cache": "acme/cache:7.2", "young": "acme/young:1.0"}
POLICY = "slipway: 1\nservices: {young: {minimumAge: 30d}}\n"
OUTCOMES = ["update", "current", "update", "update", "current", "held"]

UNREACHABLE, LIMITED, PROTOCOL = "registry-unreachable", "registry-rate-limited", "registry-protocol"
REFUSED, FINE = "registry-unauthorized", None
MOST_TRIES = 4
MANY = 4 * MOST_TRIES  # libcurl sends again what was lost on a connection that was used before
FOUR_TRIES = 20  # seconds: the waits between them, and a busy machine
DEADLINE = 45  # of one try, which is 30, and a busy machine; another one would be 30 more
SLACK = int(os.environ.get("SLIPWAY_SLACK_SECONDS", "0"))
MOST_MEGABYTES = int(os.environ.get("SLIPWAY_MOST_MEGABYTES", "160"))
QUICK_AT_ONCE = 24


class Fault(NamedTuple):
    """What happens to a request, and the code that its repository's references then have: one for all kinds of
    request, or one for each of tags, head, manifest (by its tag), content (by its digest)."""
    do: object
    codes: object
    times: int = 1 << 30
    seconds: float = FOUR_TRIES
    meets: int = MOST_TRIES  # at most
    says: str = ""  # stands in the sentence for the person

    def code_of(self, question):
        return self.codes.get(kind_of(question), FINE) if isinstance(self.codes, dict) else self.codes


def getting(code, tags=FINE):
    """For what shows only in the body of a manifest or configuration (and of a list)."""
    return {"tags": tags, "manifest": code, "content": code}


FAULTS = {
    "answers 500": Fault(faults.server_error, UNREACHABLE),
    "answers 500 once": Fault(faults.server_error, FINE, times=1),
    "answers 429": Fault(faults.limited, LIMITED),
    "answers 429 once, wait 1 s": Fault(faults.limited_for(1), FINE, times=1),
    "answers 429, wait an hour": Fault(faults.limited_for(3600), LIMITED, seconds=10, says="asks to wait until"),
    "resets the connection": Fault(faults.reset, UNREACHABLE, meets=MANY),
    "resets the connection once": Fault(faults.reset, FINE, times=1),
    "closes the connection": Fault(faults.closed, UNREACHABLE, meets=MANY),
    "never answers": Fault(faults.stall, UNREACHABLE, seconds=DEADLINE),
    "answers a byte a second": Fault(faults.drip, UNREACHABLE, seconds=DEADLINE),
    "cuts the body": Fault(faults.cut, getting(UNREACHABLE, UNREACHABLE)),
    "gives too small a length": Fault(faults.too_short, getting(PROTOCOL, PROTOCOL)),
    "answers 403": Fault(faults.forbidden, REFUSED),
    "answers no HTTP": Fault(faults.no_http, PROTOCOL),
    "answers another document": Fault(faults.other_document, getting(PROTOCOL, PROTOCOL)),
    "gives another type": Fault(faults.wrong_type, FINE),
    "answers a page for people": Fault(faults.html, getting(PROTOCOL, PROTOCOL)),
    "answers other bytes": Fault(faults.other_bytes, getting(PROTOCOL)),
    "lies about the digest": Fault(faults.lying_digest, {"manifest": PROTOCOL, "head": PROTOCOL}),
    "names no digest but a path": Fault(faults.malformed_digest, {**getting(PROTOCOL), "head": PROTOCOL}),
    "answers a gzip bomb": Fault(faults.gzip_bomb, getting(PROTOCOL, PROTOCOL)),
    "answers without end": Fault(faults.size_bomb, getting(PROTOCOL, PROTOCOL)),
    "redirects to itself": Fault(faults.redirect_to(""), PROTOCOL, meets=6),  # five are followed
    "redirects to a file": Fault(faults.redirect_to("file:///etc/passwd?"), PROTOCOL),
    "redirects to a host not named": Fault(faults.redirect_to("http://127.0.0.9:9"), PROTOCOL),
}
LISTS = {
    "leads to another host": Fault(faults.link('<http://127.0.0.9:9/v2/acme/web/tags/list>; rel="next"'), PROTOCOL),
    "leads to a host without a scheme": Fault(faults.link('<//127.0.0.9:9/v2/x/tags/list>; rel="next"'), PROTOCOL),
    "leads to a user's address": Fault(faults.link('<http://a:b@127.0.0.9/>; rel="next"'), PROTOCOL),
    "leads in a circle": Fault(faults.link('<?n=1000>; rel="next"'), PROTOCOL),
    "leads to a script": Fault(faults.link('<javascript:alert(1)>; rel="next"'), PROTOCOL),
    "leads to a last page": Fault(faults.link('<http://127.0.0.9:9/>; rel="last"'), FINE),
    "is no link": Fault(faults.link("<" * 4000), FINE),
}
CHALLENGES = {
    "wants a file for tokens": Fault(faults.challenge('Bearer realm="file:///etc/passwd",service="x"'), PROTOCOL),
    "wants a cloud's own address for tokens": Fault(
        faults.challenge('Bearer realm="http://169.254.169.254/latest/meta-data",service="x"'), PROTOCOL),
    "wants a user's address for tokens": Fault(
        faults.challenge('Bearer realm="http://a:b@127.0.0.9:9/",service="x"'), PROTOCOL),
    "wants tokens from nowhere": Fault(faults.challenge("Bearer"), REFUSED),
    "wants without end": Fault(faults.challenge('Bearer realm="' + "a" * 30000), REFUSED),
    "wants no scheme that exists": Fault(faults.challenge("Negotiate, Digest realm=x, \x7f"), REFUSED),
}


def kind_of(question):
    """What a request is for, in the words of Fault."""
    method, path = question.split()
    if "/tags/" in path:
        return "tags"
    if method == "HEAD":
        return "head"
    return "content" if "sha256:" in path else "manifest"


def plan(host, *words):
    """What came of `plan --json`, and its references without the registry's port."""
    digests = {"api": host.digest("acme/api:2.0.0"), "tip": host.digest("acme/tip:!before")}
    images = {name: f"{host.address}/{image.format(**digests)}" for name, image in IMAGES.items()}
    with Project({"compose.yaml": compose(**images)}, POLICY) as project:
        done = project.plan(host, words=words)
    return done, json.loads(done.out.decode().replace(host.address, "REGISTRY"))["references"]


def question_of(method, path):
    return f"{method} {path}"


class Good(NamedTuple):
    """A reference as it is without a fault, and what is asked for it."""
    reference: dict
    questions: set


def without_fault():
    """All of IMAGES, one after another."""
    found = []
    for service in IMAGES:
        with Host(REPOSITORIES) as host:
            _, references = plan(host, "--service", service)
            found.append(Good(references[0], {question_of(method, path) for method, path, _ in host.requests}))
    return found


def together(expected):
    """Side by side, the references are the same, and nothing else is asked."""
    with Host(REPOSITORIES) as host:
        done, references = plan(host)
        questions = [question_of(method, path) for method, path, _ in host.requests]
    if [reference["outcome"] for reference in references] != OUTCOMES:
        yield f"outcomes: {references}"
    if references != [good.reference for good in expected]:
        yield "the references are not what they are one by one"
    if sorted(questions) != sorted(set().union(*(good.questions for good in expected))):
        yield f"asked: {questions}"
    if done.status != 2:
        yield f"exit status {done.status}"


class Faulty:
    """A plan in which the request `question` meets a fault, held against the plan without it."""

    def __init__(self, expected, question, fault):
        self.expected, self.question, self.fault, self.code = expected, question, fault, fault.code_of(question)
        self.met = 0

    def answer(self, connection, answer):
        if question_of(connection.command, connection.path) != self.question or self.met == self.fault.times:
            return answer
        self.met += 1
        return self.fault.do(connection, answer)

    def __call__(self):
        with Host(REPOSITORIES, self.answer) as host:
            done, references = plan(host)
        return [*self.complaints(done, references), *([] if 0 < self.met <= self.fault.meets else [f"was met {self.met} times"])]

    def complaints(self, done, references):
        if len(references) != len(self.expected):
            yield f"{len(references)} references instead of {len(self.expected)}"
        for reference, good in zip(references, self.expected):
            if self.code and self.question in good.questions:
                if (reference["outcome"], reference.get("reason")) != ("error", self.code):
                    yield f"{reference['text']} should be {self.code}, but: {reference}"
                if self.fault.says not in reference["why"]:
                    yield f"does not say {self.fault.says}, but: {reference['why']}"
            elif reference != good.reference:
                yield f"{reference['text']} should be as without the fault, but: {reference['why']}"
        if done.status != (1 if self.code else 2):
            yield f"exit status {done.status}: {done.err.decode()[:300]}"
        if done.seconds > self.fault.seconds + SLACK:
            yield f"took {done.seconds:.1f} s, at most {self.fault.seconds}"
        if done.megabytes > MOST_MEGABYTES:
            yield f"had {done.megabytes:.0f} MiB"


def faults_for(question):
    return {**FAULTS, **CHALLENGES, **(LISTS if kind_of(question) == "tags" else {})}


def main():
    expected = without_fault()
    found = {}
    for question in sorted(set().union(*(good.questions for good in expected))):
        label = re.sub(r"(sha256:\w{8})\w+", r"\1", question)
        for name, fault in faults_for(question).items():
            found[f"{label} {name}"] = Faulty(expected, question, fault)
    # Those that do nothing but wait begin first, all at once; the others go on beside them.
    ordered = dict(sorted(found.items(), key=lambda item: -item[1].fault.seconds))
    waiting = sum(check.fault.seconds == DEADLINE for check in found.values())
    alone = {"all is as it is one by one": lambda: list(together(expected))}
    return checks.run({**alone, **ordered}, at_once=waiting + QUICK_AT_ONCE)


if __name__ == "__main__":
    sys.exit(main())
