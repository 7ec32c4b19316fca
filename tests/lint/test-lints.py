#!/usr/bin/env python3
# test-lints.py - every lint can fail
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a small sound tree, sees every lint pass on it, then spoils it in one
way after the other and sees the right case of the right lint fail."""

import subprocess
import sys
import tempfile
from pathlib import Path

import lint

HERE = Path(__file__).resolve().parent

HEADING = """/* {name} - an example
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

"""

TABLES = """uses = {
  'base': [],
  'model': ['base'],
}
offers = {
  'base': [glib_dep],
}
needs = {
  'base': [libxml_dep],
}
"""

PO = """msgid ""
msgstr ""
"Project-Id-Version: duthao\\n"
"PO-Revision-Date: 2026-01-01 00:00+0700\\n"
"Last-Translator: The Dự Thảo authors\\n"
"Language-Team: Vietnamese\\n"
"Language: vi\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "name"
msgstr "tên"
"""

BASE_H = HEADING.format(name="base.h") + "#pragma once\n\nconst char *base_name (void);\n"
BASE_C = (HEADING.format(name="base.c") + '#include "config.h"\n\n#include "base/base.h"\n\n'
          "#include <libxml/tree.h>\n\nconst char *\nbase_name (void)\n{\n  return _ (\"name\");\n}\n")
MODEL_C = HEADING.format(name="model.c") + '#include "base/base.h"\n'

UI_TABLES = """ui_uses = {
  'common': [],
  'window': ['common'],
}
"""
BAR_H = HEADING.format(name="bar.h") + "#pragma once\n\n#include <gtk/gtk.h>\n"
PANE_C = HEADING.format(name="pane.c") + '#include "config.h"\n\n#include "base/base.h"\n#include "common/bar.h"\n'

SOUND = {
    ".clang-format": (HERE.parent.parent / ".clang-format").read_text(),
    "app/meson.build": TABLES,
    "app/base/base.h": BASE_H,
    "app/base/base.c": BASE_C,
    "app/model/model.c": MODEL_C,
    "ui/meson.build": UI_TABLES,
    "ui/common/bar.h": BAR_H,
    "ui/window/pane.c": PANE_C,
    "po/POTFILES.in": "app/base/base.c\n",
    "po/LINGUAS": "vi\n",
    "po/vi.po": PO,
    "tests/lint/size-exceptions.txt": "# PATH LIMIT REASON\n",
    "run": "#!/bin/sh\ntrue\n",
}

# Lint, case that must fail, file, its new text (None takes the file away).
FAULTS = [
    ("layers", "ui_common_includes_only_what_it_may", "ui/common/bar.h", BAR_H + '#include "window/pane.h"\n'),
    ("layers", "ui_window_includes_only_what_it_may", "ui/window/pane.c", PANE_C + '#include "common/x-private.h"\n'),
    ("layers", "ui_window_includes_only_what_it_may", "ui/window/pane.c", PANE_C + '#include "base/x-private.h"\n'),
    ("layers", "every_folder_of_ui_has_its_arrows", "ui/other/other.h", BAR_H),
    ("layers", "base_includes_only_what_it_may", "app/base/base.c", BASE_C + '#include "common/bar.h"\n'),
    ("layers", "model_includes_only_what_it_may", "app/model/model.c", MODEL_C + "#include <gtk/gtk.h>\n"),
    ("layers", "model_includes_only_what_it_may", "app/model/model.c", MODEL_C + "#include <libxml/tree.h>\n"),
    ("layers", "model_includes_only_what_it_may", "app/model/model.c", MODEL_C + '#include "base/x-private.h"\n'),
    ("layers", "base_includes_only_what_it_may", "app/base/base.c", BASE_C + '#include "model/model.h"\n'),
    ("layers", "base_includes_only_what_it_may", "app/base/base.c", BASE_C + '#include "base.h"\n'),
    ("layers", "base_includes_only_what_it_may", "app/base/base.h", BASE_H + '#include "config.h"\n'),
    ("layers", "base_includes_only_what_it_may", "app/base/base.h", BASE_H + '#include "base/x-private.h"\n'),
    ("layers", "every_folder_of_app_is_a_module", "app/stray/stray.c", HEADING.format(name="stray.c")),
    ("format", "app_base_is_formatted", "app/base/base.c", BASE_C + "int  x ;\n"),
    ("size", "c_files_are_of_readable_size", "app/base/base.c", BASE_C + "\n" * 700),
    ("size", "h_files_are_of_readable_size", "app/base/base.h", BASE_H + "\n" * 250),
    ("size", "exceptions_name_files_that_exist", "tests/lint/size-exceptions.txt", "app/gone.c 800 why\n"),
    ("potfiles", "every_file_with_marked_text_is_listed", "app/model/model.c", MODEL_C + 'N_("x");\n'),
    ("potfiles", "every_listed_file_has_marked_text", "po/POTFILES.in", "app/base/base.c\napp/model/model.c\n"),
    ("potfiles", "every_listed_file_exists", "po/POTFILES.in", "app/base/base.c\napp/gone.c\n"),
    ("potfiles", "the_list_is_sorted", "po/POTFILES.in", "app/model/model.c\napp/base/base.c\n"),
    ("po", "the_sources_can_be_read", "po/POTFILES.in", "app/gone.c\n"),
    ("po", "vi_exists", "po/vi.po", None),
    ("po", "vi_is_well_formed", "po/vi.po", PO + 'msgid "open\n'),
    ("po", "vi_is_complete", "po/vi.po", PO.replace("tên", "")),
    ("po", "vi_is_complete", "po/vi.po", PO.replace('\nmsgid "name"', '\n#, fuzzy\nmsgid "name"')),
    ("po", "vi_is_complete", "app/base/base.c", BASE_C.replace('"name"', '"another name"')),
    ("po", "vi_holds_nothing_that_the_sources_lack", "po/vi.po", PO + '\nmsgid "old"\nmsgstr "cũ"\n'),
    ("text", "c_files_say_what_they_are", "app/base/base.h", "#pragma once\n"),
    ("text", "c_files_say_what_they_are", "app/base/base.h", BASE_H.replace("#pragma once", "")),
    ("text", "c_files_have_clean_lines", "app/base/base.c", BASE_C + "int x; \n"),
    ("text", "c_files_have_clean_lines", "app/base/base.c", BASE_C + "\tint x;\n"),
    ("text", "nothing_is_left_for_later", "app/base/base.c", BASE_C + "/* FIX" "ME */\n"),
    ("text", "no_path_of_a_machine_is_named", "app/base/base.c", BASE_C + '"/ho' 'me/somebody"\n'),
    ("shell", "run_parses", "run", "#!/bin/sh\nif true; then\n"),
    ("shell", "run_parses", "run", "true\n"),
]


def write_tree(top, changes):
    for name, text in {**SOUND, **changes}.items():
        path = top / name
        if text is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    (top / "run").chmod(0o755)


def run_lint(name, changes):
    with tempfile.TemporaryDirectory() as scratch:
        write_tree(Path(scratch), changes)
        return subprocess.run([sys.executable, str(HERE / ("check-%s.py" % name)), scratch],
                              capture_output=True, text=True)


def main():
    tap = lint.Tap()
    names = sorted({fault[0] for fault in FAULTS})
    for name in names:
        result = run_lint(name, {})
        tap.case("%s_passes_on_a_sound_tree" % name,
                 (result.stdout + result.stderr).splitlines() if result.returncode else [])
    for name, case, path, text in FAULTS:
        result = run_lint(name, {path: text})
        title = "%s_fails_%s" % (name, case)
        if "# SKIP" in result.stdout and name == "format":
            tap.skip(title, "clang-format 14 is not installed")
            continue
        fell = result.returncode == 1 and any(
            line.startswith("not ok") and line.endswith(" - " + case) for line in result.stdout.splitlines())
        tap.case(title, [] if fell else ["with another %s:" % path] + (result.stdout + result.stderr).splitlines())
    tap.finish()


main()
