# SPDX-License-Identifier: GPL-3.0-or-later
"""slipwayctl simulate, and GitHub's own client, gh, which takes it for an Enterprise Server."""
import json
import os
import pathlib
import subprocess

SLIPWAYCTL = os.environ["SLIPWAYCTL"]


class Simulation:
    """The program, with a certificate of its own."""

    def __init__(self, folder, *words):
        self.folder = pathlib.Path(folder)
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-quiet", "-subj", "/CN=localhost",
                        "-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem", "-out", "cert.pem"],
                       cwd=self.folder, check=True, timeout=60)
        self.process = subprocess.Popen([SLIPWAYCTL, "simulate", "--still", "--tls", "cert.pem", "key.pem", *words],
                                        cwd=self.folder, stdout=subprocess.PIPE, text=True)
        self.said = json.loads(self.process.stdout.readline())
        self.host = self.said["api"].removeprefix("https://")

    def gh(self, *words, status=0):
        (self.folder / "home").mkdir(exist_ok=True)
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder / "home"), "GH_HOST": self.host,
                       "GH_ENTERPRISE_TOKEN": self.said["token"], "SSL_CERT_FILE": str(self.folder / "cert.pem"),
                       "GH_NO_UPDATE_NOTIFIER": "1", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
        ran = subprocess.run(["gh", *words], env=environment, cwd=self.folder, capture_output=True, text=True, timeout=60)
        assert ran.returncode == status, f"gh {' '.join(words)} ended with {ran.returncode}: {ran.stderr}"
        return ran.stdout

    def commit(self, repository, files, *, branch="main", message):
        """Commits files where a branch stands, and says which commit that is; main moves there, another branch begins."""
        main = json.loads(self.gh("api", f"repos/{repository}/git/ref/heads/main"))["object"]["sha"]
        entries = [word for path, text in files.items() for word in
                   ("-f", f"tree[][path]={path}", "-f", "tree[][mode]=100644", "-f", "tree[][type]=blob",
                    "-f", f"tree[][content]={text}")]
        tree = json.loads(self.gh("api", f"repos/{repository}/git/trees", "-f", f"base_tree={main}", *entries))["sha"]
        commit = json.loads(self.gh("api", f"repos/{repository}/git/commits", "-f", f"message={message}", "-f", f"tree={tree}",
                                    "-f", f"parents[]={main}"))["sha"]
        if branch == "main":
            self.gh("api", "-X", "PATCH", f"repos/{repository}/git/refs/heads/main", "-f", f"sha={commit}")
        else:
            self.gh("api", f"repos/{repository}/git/refs", "-f", f"ref=refs/heads/{branch}", "-f", f"sha={commit}")
        return commit

    def end(self):
        self.process.terminate()
        return self.process.wait(20)
