#!/usr/bin/env python3
# views.py - every view of the program, one after the other
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""For those who look at all of it: what reads the names, what makes pictures."""

import shutil

import person

PARTS = [("head", "Head of the document"), ("fields", "What to fill in"), ("bases", "Bases"),
         ("section", "Mục đích"), ("tasks", "Tasks"), ("recipients", "Recipients, signature")]

TEXT = """ỦY BAN NHÂN DÂN
XÃ TÂN PHÚC
KẾ HOẠCH
Cải cách hành chính năm 2026
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
Ủy ban nhân dân xã ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
* Nâng cao nhận thức của cán bộ, công chức.
III. TỔ CHỨC THỰC HIỆN
Văn phòng chủ trì thực hiện./.
"""


def show_start(desk):
    app = desk.run()
    app.find("button", "_Later")
    yield "profile", app
    app.click("button", "_Later")
    app.find("list item", "_New Plan")
    yield "start-empty", app
    for name, row in (("gallery", "_New Plan"), ("next", "From an _Earlier Plan…"), ("import", "_Import a Text…")):
        app.click("list item", row)
        person.wait(lambda: not app.is_there("list item", "_New Plan"), name)
        yield name, app
        app.click("button", "Back")
        app.find("list item", "_New Plan")
    desk.press("ctrl+q")
    app.wait_end()


def show_plan(desk):
    plan = desk.home / "Documents/ke-hoach.duthao"
    shutil.copy(desk.source / "data/samples/ke-hoach-mau.duthao", plan)
    app = desk.run(plan)
    app.find("image")
    for name, part in PARTS:
        app.go_to(part)
        yield "part-" + name, app
    desk.press("ctrl+Return")
    app.find(person.ENTRIES, "Find a section")
    yield "add-section", app
    desk.press("Escape")
    desk.press("ctrl+k")
    entry = app.find(person.ENTRIES, "Document to cite")
    person.wait(lambda: entry.has_keys, "keys in the search")
    desk.type("cai cach")
    app.find("list item", "76/NQ-CP", exact=False)
    yield "cite", app
    desk.press("ctrl+a")
    desk.type("xyzt")
    person.wait(lambda: not app.is_there("list item", "76/NQ-CP", exact=False), "answer to what is not there")
    yield "cite-none", app
    desk.press("Escape")
    app.go_to("Mục đích")
    desk.press("ctrl+f")
    entry = app.find(person.ENTRIES, "Find")
    person.wait(lambda: entry.has_keys, "keys in the search bar")
    yield "find", app
    desk.press("Escape")
    desk.press("F7")
    app.find("button", "Back to the Pages")
    yield "findings", app
    desk.press("F7")
    for name, key, role, wanted in (("export", "ctrl+e", "button", "_Cancel"), ("preferences", "ctrl+comma", "list", None)):
        n_windows = len(app.windows())
        desk.press(key)
        person.wait(lambda: len(app.windows()) > n_windows, name)
        app.find(role, wanted)
        yield name, app
        desk.press("Escape")
        person.wait(lambda: len(app.windows()) == n_windows, "end of " + name)
    for name, key in (("shortcuts", "F1"), ("about", "shift+F1")):
        n_windows = len(app.windows())
        desk.press(key)
        person.wait(lambda: len(app.windows()) > n_windows, name)
        yield name, app
        desk.press("Escape")
        person.wait(lambda: len(app.windows()) == n_windows, "end of " + name)
    desk.press("ctrl+shift+h")
    app.find("button", "_Restore This Version")
    yield "versions", app
    app.click("button", "Back to the Pages")
    app.click("button", "Main Menu")
    app.find("menu item", "_Open…")
    yield "menu", app
    desk.press("Escape")
    n_windows = len(app.windows())
    desk.press("ctrl+l")
    person.wait(lambda: len(app.windows()) > n_windows, "library")
    yield "library", app
    yield from show_library(desk, app)
    # Closed windows do not come back: the next start begins anew.
    desk.press("ctrl+w")
    person.wait(lambda: len(app.windows()) == n_windows, "end of the library")
    desk.press("ctrl+w")
    app.wait_end()


def show_library(desk, app):
    """The sides of the library window, as it was opened."""
    app.click("button", "_XML Source")
    app.find(person.ENTRIES, "XML source of the entry")
    yield "library-entry", app
    app.click("button", "_Whole Source")
    source = app.find(person.ENTRIES, "XML source of my own pack")
    person.wait(lambda: source.has_keys, "keys in the source")
    yield "library-source", app
    desk.type("<x")
    app.find("list", "What is wrong with the source")
    yield "library-mistake", app
    app.click("button", "_XML Source")
    app.find("button", "_Show the Source")
    yield "library-last-good", app
    desk.press("ctrl+z", "ctrl+z")
    person.wait(lambda: not app.is_there("button", "_Show the Source"), "mended source")
    app.click("button", "_Paste a Text…")
    text = app.find(person.ENTRIES, "_Text that cites documents")
    person.wait(lambda: text.has_keys, "keys in the text")
    desk.type("76/NQ-CP")
    app.find("list", "Documents the text cites")
    yield "library-paste", app
    app.click("button", "_Paste a Text…")


def show_recent(desk):
    app = desk.run()
    app.find("list item", "_New Plan")
    yield "start-recent", app
    desk.press("ctrl+q")
    app.wait_end()
    text = desk.home / "Documents/ke-hoach-cu.txt"
    text.write_text(TEXT, encoding="utf-8")
    app = desk.run(text)
    app.find(person.ENTRIES, "Text to import")
    yield "import-text", app
    desk.press("alt+Return")
    app.find("menu item", "_Paragraph")
    yield "import-parts", app
    desk.press("Escape")
    desk.press("ctrl+q")
    app.wait_end()


def show_all(desk):
    """Pairs of a name and the program, or of a name and what went wrong."""
    for show in (show_start, show_plan, show_recent):
        try:
            yield from show(desk)
        except person.Lost as error:
            desk.stop_programs()
            yield show.__name__.replace("show_", "") + "-all", str(error)
