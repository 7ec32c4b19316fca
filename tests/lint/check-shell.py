#!/usr/bin/env python3
# check-shell.py - every shell script parses
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-shell.py ROOT"""

import os
import re
import shutil
import subprocess

import lint


def scripts(top):
    named = [top / "run", top / ".ci" / "run"]
    named += [top / p for p in lint.files(top, ("app", "ui", "tests", "data", "flatpak"), [".sh"])]
    return [path for path in named if path.exists()]


def complaints_about(path):
    complaints = []
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    match = re.match(r"#!\s*(?:/usr/bin/env\s+|/bin/|/usr/bin/)(sh|bash)\b", first)
    if not match:
        return ["the first line names neither sh nor bash"]
    if not os.access(path, os.X_OK):
        complaints.append("it cannot be executed")
    if shutil.which(match[1]):
        result = subprocess.run([match[1], "-n", str(path)], capture_output=True, text=True)
        if result.returncode:
            complaints += result.stderr.splitlines() or ["it does not parse"]
    return complaints


def main():
    tap = lint.Tap()
    top = lint.root()
    for path in scripts(top):
        tap.case("%s_parses" % path.relative_to(top), complaints_about(path))
    tap.finish()


main()
