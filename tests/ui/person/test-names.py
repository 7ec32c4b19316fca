#!/usr/bin/env python3
# test-names.py - whatever one can act on has a name, in every view
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-names.py BUILD SOURCE OUT

Walks what a screen reader sees in every view. Prints TAP."""

import re
import sys

import person
import views
from tap import Tap, skip_all

# The rows of a form only hold what one can act on; they take no keys themselves.
ACTABLE = ("button", "push button", "toggle button", "text box", "search box", "entry", "combo box", "checkbox", "check box", "radio",
           "switch", "spin button", "slider", "tab", "link", "menu item", "menu item checkbox", "menu item radio",
           "list item", "grid cell", "tree item", "option", "table cell", "image")
# GTK gives what has no name the name of its class.
CLASS = re.compile(r"^(Gtk|Adw|Dui)[A-Z][A-Za-z]+$")


def offenders(widgets):
    parents = {}
    for widget in widgets:
        parents.setdefault(widget.parent.node if widget.parent else None, []).append(widget)

    def holds_actable(widget):
        return any(child.role in ACTABLE and child.role != "image" or holds_actable(child)
                   for child in parents.get(widget.node, []))

    def is_part_of_named(widget):
        above = widget.parent
        while above is not None:
            if above.role in ("combo box", "button", "grid cell", "text box", "search box", "spin button") and is_named(above):
                return True
            above = above.parent
        return False

    def is_named(widget):
        return bool(widget.name.strip()) and not CLASS.match(widget.name)

    def holds_words(widget):
        return any(child.role == "label" and is_named(child) or holds_words(child) for child in parents.get(widget.node, []))

    found = []
    for widget in widgets:
        # The cells of a table and the rows of a list are read by the words in them.
        if widget.role in ("grid cell", "table cell", "list item") and holds_words(widget):
            continue
        if widget.role not in ACTABLE or is_named(widget) or is_part_of_named(widget):
            continue
        if widget.role == "list item" and (holds_actable(widget) or not widget.has("focusable")):
            continue
        if widget.role == "image" and not widget.has("focusable"):
            continue
        # The icon in GTK's own title bars says that it is a button, but nothing comes of a click on it.
        if widget.name == "GtkImage" and widget.box[0] < 16 and widget.box[1] < 16:
            continue
        found.append(widget)
    return found


def main():
    build, source, out = sys.argv[1:4]
    lacking = person.missing()
    if lacking:
        skip_all(lacking)
    tap = Tap()
    with person.Desktop(build, source, out) as desk:
        for name, app in views.show_all(desk):
            desk.shoot(name)
            if isinstance(app, str):
                tap.case(name, app)
                continue
            widgets = app.look()
            bad = ["%s at %s in %s" % (widget, widget.box, widget.parent) for widget in offenders(widgets)]
            n = sum(widget.role in ACTABLE for widget in widgets)
            tap.note("%s: %d controls" % (name, n))
            tap.case("every_control_has_a_name_in_" + name.replace("-", "_"),
                     "\n".join(bad) or (None if n else "no control at all"))
        tap.case("nothing_was_complained_of", "\n".join(desk.complaints()))
    tap.end()


main()
