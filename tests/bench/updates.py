# SPDX-License-Identifier: GPL-3.0-or-later
"""U1 to U8: the update check, against a real registry with 300 repositories and 63,000 tags."""
import functools
import json
import subprocess
import tempfile
import pathlib

import renovate
import world
from courtesy import courtesy
from figures import Goal, absolute, compared, count, number
from measure import Program, in_turn, ratio, run, surroundings
from registry import Registry, Storage
from servers import Certificate, Distance, Door, curl_list, kind

ROUND_TRIP = 50  # milliseconds
SCOPES_A_TOKEN = 50


class Updates:
    def __init__(self, tools):
        self.tools = tools
        self.workloads = {"U1": self.speed, "U2": self.few, "U3": self.far, "U4": self.requests, "U5": self.warm,
                          "U7": self.appetite, "U8": self.manners}

    @functools.cached_property
    def registry(self):
        print("Filling a registry with 63,000 tags", flush=True)
        folder = self.tools.folder / "registry"
        folder.mkdir()
        self.repositories = world.fill(Storage(folder))
        return self.tools.ended_with_us(Registry(folder))

    @functools.cached_property
    def certificate(self):
        return Certificate(self.tools.folder)

    def project(self, authority, which, services=world.REPOSITORIES):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="project-", dir=self.tools.folder))
        return folder, world.write(folder, authority, self.repositories, which, services)

    def plan(self, folder, files, which, *options):
        command = [self.tools.slipwayctl, "plan", "--json", *options, *files]
        return Program("slipwayctl", command, folder, good=(2,) if which == "B" else (0,))

    def curl(self, folder, exchanges, base, parallel, immediate, *options):
        """immediate: rather a new connection than a wait for one that could carry many streams."""
        urls = folder / "urls"
        urls.write_text(curl_list(exchanges, base, options))
        how = ["--parallel", "--parallel-max", str(parallel)] + ["--parallel-immediate"] * immediate
        return Program("curl", ["curl", *how, "-K", urls], folder)

    def recorded(self, door, program, home, updates):
        """What one run asks the door for, once it has said what it should."""
        door.take()
        done = subprocess.run(program.command, cwd=program.folder, env=surroundings(home, {}), capture_output=True)
        summary = json.loads(done.stdout)["summary"]
        if done.returncode not in program.good or summary["update"] != updates or summary["error"]:
            raise RuntimeError(f"plan says {summary}, status {done.returncode}: {done.stderr.decode()[-1000:]}")
        return door.take()

    def asked(self, which, services=world.REPOSITORIES, tokens=False, runs=1):
        """The exchanges of so many runs that share their cache, each run's own."""
        authority = self.registry.authority
        with Door(authority, tokens) as door, tempfile.TemporaryDirectory(dir=self.tools.folder) as home:
            folder, files = self.project(door.authority, which, services)
            program = self.plan(folder, files, which, "--insecure-registry", door.authority)
            return [self.recorded(door, program, home, world.expected(which, services)) for _ in range(runs)]

    def lookup(self, folder, *rules, **environment):
        return self.tools.renovate.program(folder, "lookup", rules, environment)

    def renovate(self, which, services):
        """Renovate, straight at the registry; with the same files at the door it was seen to ask what it has to."""
        rule = renovate.insecure("127.0.0.1")
        with Door(self.registry.authority) as door:
            self.asks_for_tags(door, self.lookup(self.project(door.authority, which, services)[0], rule), services)
        return self.lookup(self.project(self.registry.authority, which, services)[0], rule)

    def asks_for_tags(self, door, program, services=world.REPOSITORIES):
        """Renovate ends well, and much sooner, where it cannot ask."""
        run(self.tools.stopwatch, program)
        lists = {exchange["path"] for exchange in door.take() if kind(exchange) == "tags" and exchange["status"] == 200}
        if len(lists) < world.need_tags(services):
            raise RuntimeError(f"Renovate reads the tags of {len(lists)} of {world.need_tags(services)} images")

    @functools.cache
    def cold(self, which, services=world.REPOSITORIES):
        """slipwayctl, curl and Renovate in turn, straight at the registry."""
        exchanges = self.asked(which, services)[0]
        authority = self.registry.authority
        folder, files = self.project(authority, which, services)
        programs = [self.plan(folder, files, which, "--insecure-registry", authority),
                    self.curl(folder, exchanges, f"http://{authority}", 16, True)]
        if self.tools.renovate:
            programs.append(self.renovate(which, services))
        return in_turn(self.tools.stopwatch, programs, self.tools.rounds)

    def versus_renovate(self, workload, what, runs, goal, measure="wall"):
        if "renovate" in runs:
            figure = compared(workload, what, runs, "slipwayctl", "renovate", goal, measure)
            if measure == "wall":  # what the goal asks of a program that does nothing but fetch
                figure.note += f", {number(ratio(runs['renovate'], runs['curl'], measure)['median'])} x curl"
            yield figure

    def speed(self):
        for which, what, faster in (("A", "300 services, nothing newer", 25), ("B", "300 services, 80 % newer", 8)):
            runs = self.cold(which)
            yield compared("U1", f"{what}: curl", runs, "slipwayctl", "curl", Goal("<=", 1.3))
            yield from self.versus_renovate("U1", f"{what}: faster than Renovate", runs, Goal(">=", faster))

    def few(self):
        runs = self.cold("A", 6)
        yield compared("U2", "6 services: curl", runs, "slipwayctl", "curl", Goal("<=", 2.5))
        yield from self.versus_renovate("U2", "6 services: faster than Renovate", runs, Goal(">=", 45))

    def far(self):
        exchanges = self.asked("A")[0]
        for version in ("1.1", "2"):
            for parallel in (16, 64, 100):
                runs = self.from_afar(version, parallel, exchanges)
                what = f"50 ms away, HTTP/{version}, {parallel} in flight: curl"
                yield compared("U3", what, runs, "slipwayctl", "curl", Goal("<=", 1.15))
        for version, parallel, faster in (("1.1", 16, 10), ("2", 64, 30)) if self.tools.renovate else ():
            runs = self.from_afar(version, parallel, exchanges, tokens=True)
            what = f"50 ms away, tokens, HTTP/{version}, {parallel} in flight: faster than Renovate"
            yield compared("U3", what, runs, "slipwayctl", "renovate", Goal(">=", faster))

    def from_afar(self, version, parallel, exchanges, tokens=False):
        """slipwayctl beside curl, or where tokens are wanted beside Renovate. HTTP/2 takes TLS; HTTP/1.1 is met where
        there is none, as in U1: a new connection then costs one round trip, not two."""
        certificate = self.certificate if version == "2" else None
        with Door(self.registry.authority, tokens, certificate, version) as door, \
                Distance(door.port, ROUND_TRIP) as far:
            folder, files = self.project(far.authority, "A")
            trust = ("--ca-file", certificate.file) if certificate else ("--insecure-registry", far.authority)
            ours = self.plan(folder, files, "A", *trust, "--parallel", str(parallel))
            if tokens:
                theirs = self.lookup(folder, NODE_EXTRA_CA_CERTS=str(certificate.file)) if certificate \
                    else self.lookup(folder, renovate.insecure("127.0.0.1"))
                self.asks_for_tags(door, theirs)
            elif certificate: # one connection with many streams
                theirs = self.curl(folder, exchanges, f"https://{far.authority}", parallel, False,
                                   f'cacert = "{certificate.file}"', "http2")
            else: # as many connections at once
                theirs = self.curl(folder, exchanges, f"http://{far.authority}", parallel, True, "http1.1")
            return in_turn(self.tools.stopwatch, [ours, theirs], self.tools.rounds)

    def requests(self):
        images, tags = world.REPOSITORIES, world.need_tags()
        for which in "AB":
            kinds = [kind(exchange) for exchange in self.asked(which, tokens=True)[0]]
            looked_into = 2 * world.expected(which) # the candidate, and what runs now
            moved = sum(world.is_behind(number) for number in range(images)) if which == "B" else 0
            most = images + tags + kinds.count("further page") + moved + 3 * looked_into
            each = ", ".join(f"{kinds.count(name)} {name}" for name in sorted(set(kinds)))
            asked = len(kinds) - kinds.count("401") - kinds.count("token")
            yield count("U4", f"world {which}: requests, tokens and challenges apart", asked, Goal("<=", most), each)
            yield count("U4", f"world {which}: answered 401", kinds.count("401"), Goal("<=", 1))
            yield count("U4", f"world {which}: for tokens", kinds.count("token"),
                        Goal("<=", -(-images // SCOPES_A_TOKEN)))

    def warm(self):
        kinds = [kind(exchange) for exchange in self.asked("A", tokens=True, runs=2)[1]]
        asked = len(kinds) - kinds.count("401") - kinds.count("token")
        yield count("U5", "second run, nothing new: requests, tokens apart", asked,
                    Goal("<=", world.REPOSITORIES + world.need_tags()), f"{kinds.count('token')} for tokens")
        yield count("U5", "second run: answered 401", kinds.count("401"), Goal("<=", 0))

    def appetite(self):
        runs = self.cold("A")
        yield absolute("U7", "300 services: CPU", runs, "slipwayctl", Goal("<=", 0.35), "cpu")
        yield absolute("U7", "300 services: peak memory", runs, "slipwayctl", Goal("<=", 48), "peak")
        yield from self.versus_renovate("U7", "300 services: CPU, Renovate", runs, Goal("<=", 0.02), "cpu")
        yield from self.versus_renovate("U7", "300 services: peak memory, Renovate", runs, Goal("<=", 0.1), "peak")

    def manners(self):
        with Door(self.registry.authority, hold=ROUND_TRIP) as door:
            folder, files = self.project(door.authority, "A")
            program = self.plan(folder, files, "A", "--insecure-registry", door.authority)

            def exchanges():
                with tempfile.TemporaryDirectory(dir=self.tools.folder) as home:
                    return self.recorded(door, program, home, 0)
            yield from courtesy(door, exchanges)
