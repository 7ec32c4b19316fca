#!/usr/bin/env python3
# check-layers.py - the engine's modules use only what their arrows allow
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-layers.py ROOT [PROGRAM]

Reads the tables `uses`, `offers` and `needs` in app/meson.build and holds
every include in app/ to them: all modules share one include path, so the
linker alone would not notice a sideways call.  The folders of ui/ are held
to `ui_uses` in ui/meson.build in the same way.  PROGRAM must not need the
toolkit at run time.
"""

import ast
import re
import subprocess
import sys

import lint

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
TOOLKIT = re.compile(r"^(gtk|gdk|gsk|adwaita|libadwaita|gtksourceview|ui/|dui-)")
TOOLKIT_LIBRARY = re.compile(r"NEEDED.*\[lib(gtk|gdk-|gdk\.|adwaita|gtksourceview)[^\]]*\]")

# Whose header is it?  First match wins; what is not listed is the C library or GLib.
OWNERS = [
    (r"libxml/", "libxml_dep"),
    (r"zip(conf)?\.h$", "libzip_dep"),
    (r"json-glib/", "json_dep"),
    (r"pango/pango(ft2|fc)", "pangoft2_dep"),
    (r"pango/pangocairo", "pangocairo_dep"),
    (r"pango/", "pango_dep"),
    (r"hb(-[a-z]+)?\.h$", "harfbuzz_dep"),
    (r"fontconfig/", "fontconfig_dep"),
    (r"cairo(-pdf|-ft)?\.h$", "cairo_dep"),
]


def meson_table(text, name):
    """A dictionary of app/meson.build; names of dependencies become strings."""
    body = re.search(r"^%s = (\{.*?^\})" % name, text, re.MULTILINE | re.DOTALL).group(1)
    return ast.literal_eval(re.sub(r"\b(\w+_dep)\b", r"'\1'", body))


def complain_about_own(module, include, path, uses):
    """What is wrong with an include of the project's own, or None."""
    owner = include.split("/")[0]
    is_header = path.suffix == ".h"
    if include == "config.h":
        return "a header must not include config.h" if is_header else None
    if "/" not in include or owner not in uses:
        return 'say the module: "module/name.h"'
    if owner != module and owner not in uses[module]:
        return "%s may use only %s" % (module, ", ".join(uses[module]) or "GLib")
    if include.endswith("-private.h"):
        if owner != module:
            return "a private header stays in its folder"
        if is_header and not path.name.endswith("-private.h"):
            return "a public header must not include a private one"
    return None


def complain_about_library(module, include, tables):
    """What is wrong with an include of a library, or None."""
    uses, offers, needs = tables
    for pattern, dependency in OWNERS:
        if re.match(pattern, include):
            allowed = set(needs.get(module, []))
            for name in [module] + uses[module]:
                allowed |= set(offers.get(name, []))
            return None if dependency in allowed else "%s may not use this library" % module
    return None


def check_module(top, module, tables):
    complaints = []
    for path in lint.c_files(top, ["app/" + module]):
        for number, line in enumerate(lint.lines(top / path), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            include = match[2]
            if TOOLKIT.match(include):
                problem = "the engine must not know the toolkit"
            elif match[1] == '"':
                problem = complain_about_own(module, include, path, tables[0])
            else:
                problem = complain_about_library(module, include, tables)
            if problem:
                complaints.append("%s:%d: %s: %s" % (path, number, include, problem))
    return complaints


def check_ui_folder(top, folder, ui_uses, modules):
    """A folder of ui/ uses the engine and the folders that it may."""
    allowed = dict.fromkeys(modules, [])
    allowed[folder] = ui_uses[folder] + list(modules)
    allowed.update({used: [] for used in ui_uses[folder]})
    complaints = []
    for path in lint.c_files(top, ["ui/" + folder]):
        for number, line in enumerate(lint.lines(top / path), 1):
            match = INCLUDE.match(line)
            problem = match and match[1] == '"' and complain_about_own(folder, match[2], path, allowed)
            if problem:
                complaints.append("%s:%d: %s: %s" % (path, number, match[2], problem))
    return complaints


def check_ui(tap, top, modules):
    table = top / "ui" / "meson.build"
    if not table.exists():
        return
    ui_uses = meson_table(table.read_text(encoding="utf-8"), "ui_uses")
    folders = sorted(p.name for p in (top / "ui").iterdir() if p.is_dir())
    tap.case("every_folder_of_ui_has_its_arrows",
             ["ui/%s stands in no table of ui/meson.build" % f for f in folders if f not in ui_uses])
    for folder in ui_uses:
        tap.case("ui_%s_includes_only_what_it_may" % folder, check_ui_folder(top, folder, ui_uses, modules))


def main():
    tap = lint.Tap()
    top = lint.root()
    text = (top / "app" / "meson.build").read_text(encoding="utf-8")
    tables = [meson_table(text, name) for name in ("uses", "offers", "needs")]

    folders = sorted(p.name for p in (top / "app").iterdir() if p.is_dir())
    tap.case("every_folder_of_app_is_a_module",
             ["app/%s stands in no table of app/meson.build" % f for f in folders if f not in tables[0]])
    for module in tables[0]:
        tap.case("%s_includes_only_what_it_may" % module, check_module(top, module, tables))

    check_ui(tap, top, tables[0])

    if len(sys.argv) > 2:
        dynamic = subprocess.run(["readelf", "-d", sys.argv[2]], check=True, capture_output=True, text=True)
        tap.case("the_command_line_program_links_no_toolkit",
                 [line.strip() for line in dynamic.stdout.splitlines() if TOOLKIT_LIBRARY.search(line)])
    tap.finish()


main()
