#!/usr/bin/env python3
# test-keys.py - Vietnamese is typed into every field, by Telex and by VNI
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-keys.py BUILD SOURCE OUT

Types words with every mark into each field of each part, by VNI into those
parts that have a field of every make, through ibus-unikey, and reads them back
as a screen reader does. Prints TAP."""

import itertools
import shutil
import sys

import person
import views
from tap import Tap, skip_all

# With đ, every tone, the hat, the horn and the bowl; no two of them together come twice.
SYLLABLES = ["Đường", "quyển", "nghĩa", "thắng", "hưởng", "giữ", "chuyển", "phẳng", "nguyện", "kiểm", "mật", "ngoằn"]
WORDS = (first + " " + second for first, second in itertools.permutations(SYLLABLES, 2))


METHODS = {"telex": [name for name, unused in views.PARTS], "vni": ["head", "section", "tasks"]}


def fields_of(app):
    """One field of each name: the rows of a table are alike."""
    found = {}
    for widget in app.find_all(person.ENTRIES):
        in_form = any(above.name == app.desk.say("Form") for above in widget.above())
        if in_form and widget.has("editable") and widget.has("sensitive"):
            found.setdefault(widget.name.split(",")[0], widget)
    return list(found.items())


def type_into(desk, app, field, word):
    app.reveal(field)
    app.click_at(field)
    person.wait(lambda: field.has_keys, "keys in the field", 6)
    # Over a selection ibus, waiting for each key as it does here, puts the first letter last, in any program.
    desk.press("ctrl+a", "BackSpace")
    # The last word belongs to the input method until one goes on.
    desk.type_vietnamese(word + " ")
    person.wait(lambda: field.text.strip() == word, "“%s”, but “%s”" % (word, field.text), 6)


def try_fields(desk, app, fields):
    """What went wrong."""
    bad = []
    for name, field in fields:
        word = next(WORDS)
        try:
            type_into(desk, app, field, word)
        except person.Lost as error:
            desk.shoot("lost")
            bad.append("%s: %s" % (name, error))
        desk.press("Escape")
    return bad


def try_method(tap, desk):
    plan = desk.home / "Documents/ke-hoach.duthao"
    shutil.copy(desk.source / "data/samples/ke-hoach-mau.duthao", plan)
    app = desk.run(plan)
    app.find("image")
    for name, part in views.PARTS:
        if name not in METHODS[desk.method]:
            continue
        app.go_to(part)
        person.wait_calm(desk, 2)
        fields = fields_of(app)
        bad = try_fields(desk, app, fields)
        desk.shoot(desk.method + "-" + name)
        tap.note("%s: %d fields" % (name, len(fields)))
        tap.case("%s_reaches_every_field_of_%s" % (desk.method, name),
                 "\n".join(bad) or (None if fields else "no field at all"))
    tap.case("nothing_was_complained_of_with_" + desk.method, "\n".join(desk.complaints()))


def main():
    build, source, out = sys.argv[1:4]
    lacking = person.missing()
    if lacking:
        skip_all(lacking)
    tap = Tap()
    for method in METHODS:
        with person.Desktop(build, source, out + "/" + method, method=method) as desk:
            try_method(tap, desk)
    tap.end()


main()
