# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual and the completions know the options that slipwayctl has, and no others; and they work."""
import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
MANUAL = TOP / "resources/man/slipwayctl.1"
COMPLETIONS = TOP / "resources/completions"
SLIPWAYCTL = os.environ["SLIPWAYCTL"]
COMMANDS = ("images", "plan", "apply", "simulate")


def output(*command, **settings):
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, **settings).stdout


def options_of(command):
    """The options in a command's help, as they are typed."""
    return set(re.findall(r"(?<![\w-])--?[A-Za-z][\w-]*", "\n".join(
        line[:line.find("  ", 8)] for line in output(SLIPWAYCTL, command, "--help").splitlines() if re.match(r" +-", line))))


OPTIONS = {command: options_of(command) for command in COMMANDS}
ALL_OPTIONS = set().union(*OPTIONS.values())


class Manual(unittest.TestCase):
    def test_names_every_option_and_no_other(self):
        named = set()
        for line in re.findall(r"^\.It (Fl .*)$", MANUAL.read_text(), re.MULTILINE):
            for name in line.removeprefix("Fl ").split(" Ar ")[0].split(" , "):
                named.add("-" + name.replace("\\-", "-"))
        self.assertEqual(ALL_OPTIONS, named)

    def test_is_well_formed(self):
        linted = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", MANUAL], capture_output=True, text=True, timeout=60)
        self.assertEqual("", linted.stdout)


class Shells(unittest.TestCase):
    def test_read_their_files(self):
        for shell, name in (("bash", "slipwayctl.bash"), ("zsh", "_slipwayctl"), ("fish", "slipwayctl.fish")):
            output(shell, "-n", COMPLETIONS / name)

    def test_zsh_and_fish_know_every_option_and_no_other(self):
        zsh = (COMPLETIONS / "_slipwayctl").read_text()
        self.assertEqual(ALL_OPTIONS, set(re.findall(r"'\*?(--?[A-Za-z][\w-]*)\[", zsh)) | {"-q", "--quiet", "-h", "--help"})
        fish = "\n".join(re.findall("^complete .*", (COMPLETIONS / "slipwayctl.fish").read_text(), re.MULTILINE))
        typed = {f"--{name}" for name in re.findall(r" -l ([\w-]+)", fish)} | {f"-{name}" for name in re.findall(r" -s (\w)", fish)}
        self.assertEqual(ALL_OPTIONS, typed)


class Bash(unittest.TestCase):
    """What bash offers when Tab is pressed behind these words."""

    def offered(self, *words, folder=TOP):
        script = (f". {shlex.quote(str(COMPLETIONS / 'slipwayctl.bash'))}; COMP_WORDS=(slipwayctl \"$@\"); COMP_CWORD=$#; "
                  '_slipwayctl slipwayctl "${@: -1}" "${COMP_WORDS[COMP_CWORD-1]}"; printf "%s\\n" "${COMPREPLY[@]}"')
        path = f"{pathlib.Path(SLIPWAYCTL).parent}:{os.environ['PATH']}"
        return set(output("bash", "-c", script, "bash", *words, cwd=folder, env=os.environ | {"PATH": path}).split())

    def test_offers_the_commands(self):
        self.assertEqual({"images", "plan", "apply", "simulate", "help"}, self.offered(""))
        self.assertEqual({"plan"}, self.offered("pl"))

    def test_offers_the_options_of_each_command(self):
        for command in COMMANDS:
            long = {option for option in OPTIONS[command] if option.startswith("--")}
            self.assertEqual(long, self.offered(command, "--"))

    def test_offers_services_and_files_of_the_folder(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "compose.yaml").write_text("services: {web: {image: web:1}, worker: {image: web:1}}\n")
            (pathlib.Path(folder) / "notes.txt").write_text("")
            self.assertEqual({"web", "worker"}, self.offered("plan", "--service", "", folder=folder))
            self.assertEqual({"compose.yaml"}, self.offered("plan", "", folder=folder))


if __name__ == "__main__":
    unittest.main(verbosity=0)
