#!/usr/bin/env python3
# screens.py - pictures of every view, in two sizes, light and dark
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""screens.py BUILD SOURCE OUT

Leaves <width>-<light or dark>-<view>.png in OUT, to be looked at."""

import sys
from pathlib import Path

import person
import views


def main():
    build, source, out = sys.argv[1:4]
    lacking = person.missing()
    if lacking:
        sys.exit("screens.py: needs " + lacking)
    for size in ((1280, 800), (1024, 600)):
        for scheme in ("light", "dark"):
            look = {"ADW_DEBUG_COLOR_SCHEME": "prefer-" + scheme}
            with person.Desktop(build, source, Path(out) / "log", size, look, ibus=False) as desk:
                for name, app in views.show_all(desk):
                    if isinstance(app, str):
                        print("%s: %s" % (name, app))
                        continue
                    person.wait_calm(desk)
                    desk.picture(Path(out) / ("%d-%s-%s.png" % (size[0], scheme, name)))


main()
