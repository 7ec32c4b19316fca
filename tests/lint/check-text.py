#!/usr/bin/env python3
# check-text.py - headings, blanks and words that do not belong in the tree
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-text.py ROOT"""

import re

import lint

# Spelt in pieces, so that this file passes itself.
STRAY = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X:|HA" r"CK|WI" r"P|TB" r"D)\b|\b[Ss]tu" r"bs?\b|"
                   r"[Ll]orem\s+ipsum|not\s+yet\s+implemented")
MACHINE = re.compile(r"(?<![\w.])/(?:wo" r"rk|ho" r"me|ro" r"ot)/\w")
WRITTEN = (".c", ".h", ".py", ".sh", ".md", ".build", ".txt", ".ui", ".xml", ".rng", ".in", ".po")
ROOT_FILES = ("run", "README.md", "NEWS.md", "meson.build", "meson_options.txt", ".ci/run")


def first_lines_complaints(path, text):
    complaints = []
    lines = text.split("\n")
    start = "/* %s" % path.name + (" - " if path.suffix == ".h" else "")
    if not lines[0].startswith(start):
        complaints.append("%s:1: begin with '%s'" % (path, start))
    head = "\n".join(lines[:12])
    for tag in ("SPDX-FileCopyrightText: 2026 The Dự Thảo authors",
                "SPDX-License-Identifier: GPL-3.0-or-later"):
        if tag not in head:
            complaints.append("%s: the heading lacks '%s'" % (path, tag))
    if path.suffix == ".h" and "#pragma once" not in text:
        complaints.append("%s: #pragma once is missing" % path)
    return complaints


def blank_complaints(path, text):
    complaints = ["%s:%d: blank at the end of the line" % (path, n)
                  for n, line in enumerate(text.split("\n"), 1) if line != line.rstrip()]
    if "\t" in text:
        complaints.append("%s: holds a tabulator" % path)
    if text and not text.endswith("\n"):
        complaints.append("%s: the last line has no end" % path)
    return complaints


def grep(pattern, path, text):
    return ["%s:%d: %s" % (path, n, line.strip())
            for n, line in enumerate(text.split("\n"), 1) if pattern.search(line)]


def main():
    tap = lint.Tap()
    top = lint.root()
    sources = {p: (top / p).read_text(encoding="utf-8") for p in lint.c_files(top)}
    everything = {p: (top / p).read_text(encoding="utf-8", errors="replace")
                  for p in lint.files(top, ("app", "ui", "tests", "data", "po", "flatpak"), WRITTEN)}
    for name in ROOT_FILES:
        if (top / name).exists():
            everything[(top / name).relative_to(top)] = (top / name).read_text(encoding="utf-8")

    tap.case("c_files_say_what_they_are", sum((first_lines_complaints(*i) for i in sources.items()), []))
    tap.case("c_files_have_clean_lines", sum((blank_complaints(*i) for i in sources.items()), []))
    tap.case("nothing_is_left_for_later", sum((grep(STRAY, *i) for i in everything.items()), []))
    tap.case("no_path_of_a_machine_is_named", sum((grep(MACHINE, *i) for i in everything.items()), []))
    tap.finish()


main()
