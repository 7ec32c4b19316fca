#!/usr/bin/env python3
# check-format.py - C files stand as clang-format leaves them
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-format.py ROOT

The formatter's opinion changes from version to version, so only version 14 is
asked; without it every case is skipped.
"""

import re
import shutil
import subprocess

import lint

WANTED = "14"


def find_formatter():
    for name in ("clang-format-" + WANTED, "clang-format"):
        program = shutil.which(name)
        if program:
            answer = subprocess.run([program, "--version"], capture_output=True, text=True).stdout
            if re.search(r"version %s\." % WANTED, answer):
                return program
    return None


def complaints_about(top, program, paths):
    result = subprocess.run([program, "--dry-run", "-Werror", "--ferror-limit=1"] + [str(p) for p in paths],
                            cwd=top, capture_output=True, text=True)
    complaints = [line for line in result.stderr.splitlines() if "error:" in line]
    return complaints or ([result.stderr.strip()] if result.returncode else [])


def main():
    tap = lint.Tap()
    top = lint.root()
    program = find_formatter()
    by_folder = {}
    for path in lint.c_files(top):
        by_folder.setdefault(str(path.parent), []).append(path)
    for folder, paths in sorted(by_folder.items()):
        name = "%s_is_formatted" % folder.replace("/", "_")
        if program is None:
            tap.skip(name, "clang-format %s is not installed" % WANTED)
        else:
            tap.case(name, complaints_about(top, program, paths))
    tap.finish()


main()
