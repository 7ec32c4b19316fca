#!/usr/bin/env python3
# check-size.py - no file grows beyond what one can hold in mind
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-size.py ROOT

Over the soft limit a file is named, over the hard one it fails, unless
tests/lint/size-exceptions.txt grants it more: PATH LIMIT REASON on a line.
"""

import lint

LIMITS = {".c": (600, 700), ".h": (120, 250), ".py": (400, 600), ".sh": (200, 400)}


def read_exceptions(top):
    granted = {}
    path = top / "tests" / "lint" / "size-exceptions.txt"
    for line in lint.lines(path) if path.exists() else []:
        if line.strip() and not line.startswith("#"):
            name, limit, reason = line.split(None, 2)
            granted[name] = (int(limit), reason)
    return granted


def main():
    tap = lint.Tap()
    top = lint.root()
    granted = read_exceptions(top)
    tap.case("exceptions_name_files_that_exist",
             ["%s does not exist" % name for name in granted if not (top / name).exists()])
    for suffix, (soft, hard) in LIMITS.items():
        complaints = []
        for path in lint.files(top, lint.C_FOLDERS, [suffix]):
            count = len(lint.lines(top / path)) - 1
            limit = granted.get(str(path), (hard, ""))[0]
            if count > limit:
                complaints.append("%s has %d lines, the limit is %d" % (path, count, limit))
            elif count > soft and str(path) not in granted:
                tap.note("%s has %d lines, better were %d" % (path, count, soft))
        tap.case("%s_files_are_of_readable_size" % suffix[1:], complaints)
    tap.finish()


main()
