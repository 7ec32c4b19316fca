#!/usr/bin/env python3
# test-parity.py - LibreOffice Writer sets the exported ODT as we set the pages
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-parity.py PROGRAM ROOT [SEED…]"""

import sys
import tempfile

import odtlib

LEAST_RATE = 0.99
SEEDS = (1, 3, 11)

# Points a line may stand elsewhere. Writer ends italic lines a twelfth of the line early, and the boxes
# pdftotext takes lines for differ with the program that embedded the font.
LEFT, RIGHT, MIDDLE = 0.8, 2.5, 1.0

# Points a rule may stand elsewhere.
RULE = 1.0


def compare_rules(setting, ours, theirs, n_pages):
    complaints = []
    for page in range(1, n_pages + 1):
        a = odtlib.read_rules(setting, ours, page)
        b = odtlib.read_rules(setting, theirs, page)
        if len(a) != len(b):
            complaints.append("page %d: we draw %d rules, they %d" % (page, len(a), len(b)))
        complaints += ["page %d: ours at %s, theirs at %s" % (page, x, y) for x, y in zip(a, b)
                       if max(abs(p - q) for p, q in zip(x, y)) > RULE]
    return complaints


def check(tap, setting, ours, theirs, again):
    name = ours.stem.replace("-", "_")
    found = odtlib.Comparison(setting, ours, theirs)
    tap.note("%s: %d pages, %d lines, %.2f %% end at the same word" % (
        ours.stem, found.n_ours, len(found.ours), 100 * found.rate()))
    tap.case(name + "_has_as_many_pages",
             [] if found.n_ours == found.n_theirs else ["we: %d, they: %d" % (found.n_ours, found.n_theirs)])
    tap.case(name + "_breaks_lines_at_the_same_words", found.different[:20] if found.rate() < LEAST_RATE else [])
    tap.case(name + "_has_its_lines_at_the_same_places", found.displaced(LEFT, RIGHT, MIDDLE)[:20])
    tap.case(name + "_has_its_rules_at_the_same_places",
             compare_rules(setting, ours, theirs, min(found.n_ours, found.n_theirs))[:20])
    saved = odtlib.Comparison(setting, theirs, again)
    tap.case(name + "_is_the_same_once_writer_has_saved_it", saved.different[:20])


def main():
    tap = odtlib.lint.Tap()
    lacking = odtlib.missing("soffice", "pdftotext", "pdftoppm")
    if lacking:
        tap.skip("writer_sets_our_pages", "%s is not installed" % ", ".join(lacking))
        tap.finish()

    with tempfile.TemporaryDirectory() as folder:
        setting = odtlib.Setting(folder)
        seeds = [int(seed) for seed in sys.argv[3:]] or SEEDS
        plans = [] if sys.argv[3:] else setting.samples()
        for name, plan in [] if sys.argv[3:] else setting.reference_plans():
            if plan is None:
                tap.skip(name.replace("-", "_") + "_has_as_many_pages", "the reference plans are not there")
            else:
                plans.append(plan)
        plans += setting.random_plans(seeds)

        exported = [setting.export(plan, "odt", "pdf") for plan in plans]
        files = [odt for odt, _ in exported]
        theirs = setting.office("pdf", setting.folder / "writer", files)
        saved = setting.office("odt", setting.folder / "saved", files)
        again = setting.office("pdf", setting.folder / "again", saved)
        for (_, ours), their, last in zip(exported, theirs, again):
            check(tap, setting, ours, their, last)
    tap.finish()


main()
