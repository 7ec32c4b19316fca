#!/usr/bin/env python3
# check-potfiles.py - what is to be translated is known to the translators
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-potfiles.py ROOT"""

import re

import lint

MARKED_C = re.compile(r'\b(?:N?C?_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"')
MARKED_UI = re.compile(r'translatable="(?:yes|true)"')


def marked_files(top):
    found = [p for p in lint.c_files(top, ("app", "ui"))
             if MARKED_C.search((top / p).read_text(encoding="utf-8"))]
    found += [p for p in lint.files(top, ("ui",), [".ui"])
              if MARKED_UI.search((top / p).read_text(encoding="utf-8"))]
    return {str(p) for p in found}


def main():
    tap = lint.Tap()
    top = lint.root()
    listed = [line for line in lint.lines(top / "po" / "POTFILES.in")
              if line and not line.startswith("#")]
    marked = marked_files(top)
    in_code = [name for name in listed if name.startswith(("app/", "ui/"))]

    tap.case("every_file_with_marked_text_is_listed",
             ["%s is not in po/POTFILES.in" % name for name in sorted(marked - set(listed))])
    tap.case("every_listed_file_has_marked_text",
             ["%s has nothing to translate" % name for name in in_code if name not in marked])
    tap.case("every_listed_file_exists",
             ["%s does not exist" % name for name in listed if not (top / name).exists()])
    tap.case("the_list_is_sorted", [] if listed == sorted(set(listed)) else ["sort po/POTFILES.in"])
    tap.finish()


main()
