#!/usr/bin/env python3
# check-po.py - every translation is complete and belongs to the sources at hand
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-po.py ROOT

Collects the strings of the sources anew, merges each translation with them,
and looks at what is left open.
"""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import lint

KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dngettext:2,3", "ngettext:1,2",
            "g_dgettext:2", "g_dcgettext:2", "g_dpgettext2:2c,3"]


def run(*command, cwd):
    result = subprocess.run(command, cwd=cwd, capture_output=True, text=True,
                            env={"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
    return result.returncode, result.stdout, result.stderr


def count(statistics, word):
    match = re.search(r"(\d+) %s" % word, statistics)
    return int(match[1]) if match else 0


def untranslated(top, merged):
    """Texts, shortened, that MERGED leaves empty or fuzzy."""
    found = []
    for selection in ("--untranslated", "--only-fuzzy"):
        _, out, _ = run("msgattrib", selection, "--no-obsolete", "--no-wrap", str(merged), cwd=top)
        found += re.findall(r'^msgid "(.+)"$', out, re.MULTILINE)
    return found


def message_ids(top, path):
    """The texts of a file in one fixed notation, for comparing."""
    _, out, _ = run("msgattrib", "--no-obsolete", "--no-wrap", "--no-location",
                    "--clear-fuzzy", "--empty", str(path), cwd=top)
    blocks = [re.sub(r"^#.*\n", "", block, flags=re.MULTILINE) for block in out.split("\n\n")]
    return {block.strip() for block in blocks if 'msgid ""\nmsgstr ""' not in block and block.strip()}


def check_language(top, tap, scratch, language, template):
    path = top / "po" / (language + ".po")
    if not path.exists():
        tap.case("%s_exists" % language, ["po/%s.po does not exist" % language])
        return
    status, _, errors = run("msgfmt", "--check", "-o", "/dev/null", str(path), cwd=top)
    tap.case("%s_is_well_formed" % language, errors.splitlines() if status else [])

    if template is None:
        tap.case("%s_is_complete" % language, [])
        return
    merged = scratch / (language + ".po")
    run("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", str(merged), str(path), str(template), cwd=top)
    _, _, statistics = run("msgfmt", "--statistics", "-o", "/dev/null", str(merged), cwd=top)
    is_open = count(statistics, "untranslated") + count(statistics, "fuzzy")
    tap.case("%s_is_complete" % language,
             [statistics.strip()] + untranslated(top, merged) if is_open else [])

    stale = message_ids(top, path) - message_ids(top, merged)
    tap.case("%s_holds_nothing_that_the_sources_lack" % language,
             ["no longer in the sources: " + text.replace("\n", " ") for text in sorted(stale)])


def main():
    tap = lint.Tap()
    top = lint.root()
    if not shutil.which("xgettext"):
        tap.skip("translations_are_complete", "gettext is not installed")
        tap.finish()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        template = scratch / "duthao.pot"
        command = ["xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES.in", "-o", str(template)]
        status, _, errors = run(*command, *["--keyword=" + k for k in KEYWORDS], cwd=top)
        tap.case("the_sources_can_be_read", errors.splitlines() if status else [])
        languages = [w for line in lint.lines(top / "po" / "LINGUAS")
                     if not line.startswith("#") for w in line.split()]
        for language in languages:
            check_language(top, tap, scratch, language, template if template.exists() else None)
    tap.finish()


main()
