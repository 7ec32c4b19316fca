# lint.py - what the lints share: files of the tree, and TAP
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later

import sys
from pathlib import Path

C_FOLDERS = ("app", "ui", "tests")


class Tap:
    """Collects cases; a case is a list of complaints, empty when all is well."""

    def __init__(self):
        self.number = 0
        self.n_failed = 0

    def case(self, name, complaints):
        self.number += 1
        if complaints:
            self.n_failed += 1
            print("not ok %d - %s" % (self.number, name))
            for complaint in complaints:
                self.note(complaint)
                print(complaint, file=sys.stderr)
        else:
            print("ok %d - %s" % (self.number, name))

    def skip(self, name, reason):
        self.number += 1
        print("ok %d - %s # SKIP %s" % (self.number, name, reason))

    def note(self, text):
        print("# " + text)

    def finish(self):
        print("1..%d" % self.number)
        sys.exit(1 if self.n_failed else 0)


def root():
    return Path(sys.argv[1]).resolve()


def files(top, folders, suffixes):
    """The files below FOLDERS that end in one of SUFFIXES, sorted, relative to TOP."""
    found = []
    for folder in folders:
        found += [p.relative_to(top) for p in (top / folder).rglob("*")
                  if p.is_file() and p.name.endswith(tuple(suffixes)) and "__pycache__" not in p.parts]
    return sorted(found)


def c_files(top, folders=C_FOLDERS):
    return files(top, folders, (".c", ".h"))


def lines(path):
    return path.read_text(encoding="utf-8").split("\n")
