# clitest.py - what the tests of the command line program share
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

CASES = []

# A test that waits longer for the program has found a bug.
PATIENCE = 30


def case(function):
    CASES.append(function)
    return function


class Skip(Exception):
    pass


class Place:
    """A scratch folder, the program and the samples."""

    def __init__(self, cli, root, folder):
        self.cli = str(cli)
        self.root = root
        self.folder = Path(folder)
        self.samples = sorted((root / "data" / "samples").glob("*.duthao"))
        self.plan = root / "data" / "samples" / "thong-bao-mau.duthao"

    def env(self, **more):
        env = {k: v for k, v in os.environ.items() if not k.startswith("LC_") and k not in ("LANG", "LANGUAGE")}
        env.update(LANGUAGE="en", LC_ALL="C.UTF-8")
        env.update(more)
        return {k: v for k, v in env.items() if v is not None}

    def run(self, *arguments, stdin=b"", env=None, **more):
        return subprocess.run([self.cli] + [os.fspath(a) if not isinstance(a, bytes) else a for a in arguments],
                              input=stdin, capture_output=True, env=env or self.env(), cwd=self.folder,
                              timeout=PATIENCE, **more)

    def shell(self, command, **more):
        """COMMAND has the program as $CLI and the short sample as $PLAN."""
        return subprocess.run(["sh", "-c", command], capture_output=True, cwd=self.folder, timeout=PATIENCE,
                              env=self.env(CLI=self.cli, PLAN=str(self.plan)), **more)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


def text(output):
    return output.decode("utf-8")


def equal(found, wanted, what="value"):
    if found != wanted:
        raise AssertionError("%s is %r, expected %r" % (what, found, wanted))


def contains(found, wanted):
    if wanted not in found:
        raise AssertionError("%r is not in %r" % (wanted, found[:400]))


def lacks(found, unwanted):
    if unwanted in found:
        raise AssertionError("%r is in %r" % (unwanted, found[:400]))


def says(result, status, message):
    """STATUS, nothing on standard output, and MESSAGE behind the name of the program."""
    equal(result.returncode, status, "the status (%s)" % text(result.stderr)[:200])
    equal(result.stdout, b"", "standard output")
    first = text(result.stderr).splitlines()
    own = [line for line in first if line.startswith("duthao-cli: ")]
    if not own:
        raise AssertionError("no message, only %r" % first)
    contains("\n".join(own), message)


def run_all():
    cli, root = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    n_failed = 0
    for number, function in enumerate(CASES, 1):
        begin = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            try:
                function(Place(cli, root, folder))
                print("ok %d - %s" % (number, function.__name__))
            except Skip as skip:
                print("ok %d - %s # SKIP %s" % (number, function.__name__, skip))
            except Exception as error:
                n_failed += 1
                print("not ok %d - %s" % (number, function.__name__))
                print("# %s: %s" % (type(error).__name__, str(error).replace("\n", " ")))
                if not isinstance(error, AssertionError):
                    print("# " + traceback.format_exc().replace("\n", "\n# "))
        if time.monotonic() - begin > 10:
            print("# %s took %.0f s" % (function.__name__, time.monotonic() - begin))
        sys.stdout.flush()
    print("1..%d" % len(CASES))
    sys.exit(1 if n_failed else 0)
