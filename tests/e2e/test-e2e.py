#!/usr/bin/env python3
# test-e2e.py - export drafts, and hold every page against the decree
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-e2e.py DUTHAO-CLI SOURCE-ROOT

Exports the sample plans, a few plans of its own and the reference plans (in
$DUTHAO_SHARED, or ../shared beside the source tree) to PDF and ODT, turns the
ODT into a second PDF with LibreOffice, and checks every rule of
rules_page.py, rules_parts.py and rules_annex.py in both.  Prints TAP; one case is one rule in
one of the two PDFs of a set of drafts.
"""

import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import pdfpages
import rules_annex
import rules_page
import rules_parts
from draft import Draft, Plan

TOOLS = ("mutool", "pdffonts", "pdftotext")

# What an import says it changed, so that words may differ there.
EXPLAINS = {"number-repaired", "page-number-dropped", "annex-reference-rewritten", "archive-repaired",
            "hyphen-joined", "head-rewritten", "page-header-dropped", "signature-note-dropped", "bullet-normalized",
            "rule-dropped"}
LEAST_WORDS = 0.995

# Repairs that the import report has to name.
REPAIRS = {
    "kinh-mon": [("III", "IV"), ("IV", "V")],
    "bach-mai": [("4", "3"), ("5", "4"), ("f", "g")],
}


class Tap:
    def __init__(self):
        self.number = 0
        self.n_failed = 0

    def case(self, name, complaints):
        self.number += 1
        complaints = list(complaints)
        self.n_failed += bool(complaints)
        print("%sok %d - %s" % ("not " if complaints else "", self.number, name))
        for complaint in complaints[:10]:
            print("# " + complaint.replace("\n", " "))
        if len(complaints) > 10:
            print("# and %d more" % (len(complaints) - 10))

    def skip(self, name, reason):
        self.number += 1
        print("ok %d - %s # SKIP %s" % (self.number, name, reason))

    def note(self, text):
        print("# " + text)

    def finish(self):
        print("1..%d" % self.number)
        sys.exit(1 if self.n_failed else 0)


class Bench:
    """The program under test, and a place for its files."""

    def __init__(self, cli, scratch):
        self.cli = cli
        self.scratch = scratch
        self.env = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en", TZ="UTC")
        # The reference plans are set in the fonts that people have.
        self.env["FONTCONFIG_FILE"] = os.environ.get("DT_LIBERATION_CONF", "")
        if not self.env["FONTCONFIG_FILE"]:
            del self.env["FONTCONFIG_FILE"]

    def run(self, *arguments):
        return subprocess.run([str(self.cli)] + [str(a) for a in arguments], env=self.env, capture_output=True,
                              text=True)

    def check(self, *arguments):
        result = self.run(*arguments)
        if result.returncode != 0:
            raise RuntimeError("%s: status %d: %s" % (arguments[0], result.returncode, result.stderr.strip()))
        return result

    def convert(self, odts):
        """LibreOffice, with a profile of its own, on all ODT files at once."""
        out = self.scratch / "office"
        env = {k: v for k, v in self.env.items() if k != "FONTCONFIG_FILE"}
        subprocess.run(["soffice", "-env:UserInstallation=" + (self.scratch / "profile").as_uri(), "--headless",
                        "--convert-to", "pdf", "--outdir", str(out)] + [str(o) for o in odts],
                       env=env, capture_output=True, timeout=600)
        return out


def export(bench, plan, diagnostics):
    """The PDF and the ODT of a plan, and what its pages are said to hold."""
    pdf, odt = bench.scratch / (plan.stem + ".pdf"), bench.scratch / (plan.stem + ".odt")
    result = bench.check("export", plan, "-o", pdf, "-o", odt)
    diagnostics[plan.stem] = result.stderr.splitlines()
    dump = json.loads(bench.check("dump", plan).stdout)
    text = bench.check("export", plan, "--to=txt", "-o", "-").stdout
    return pdf, odt, dump, text


def make_drafts(bench, plans, diagnostics, office):
    """Drafts by renderer."""
    made = [(plan,) + export(bench, plan, diagnostics) for plan in plans]
    drafts = {"pdf": [Draft(plan.name, Plan(plan), dump, text, pdf) for plan, pdf, _, dump, text in made]}
    if office:
        out = bench.convert([odt for _, _, odt, _, _ in made])
        drafts["odt"] = [Draft(plan.name, Plan(plan), dump, text, out / (plan.stem + ".pdf"), is_office=True)
                         for plan, _, _, dump, text in made]
    return drafts


def check_rule(function, drafts):
    """Complaints about all drafts, or None where the rule is about none of them."""
    complaints, applied = [], False
    for draft in drafts:
        try:
            complaints += ["%s: %s" % (draft.name, c) for c in function(draft)]
            applied = True
        except rules_page.NotApplicable:
            pass
    return complaints if applied else None


def check_rules(tap, title, drafts, is_ours):
    for identity, name, is_about_text, function in rules_page.RULES:
        if is_about_text and not is_ours:
            continue
        for renderer in ("pdf", "odt"):
            case = "%s %s: %s of %s" % (identity, name, renderer, title)
            if renderer not in drafts:
                tap.skip(case, "LibreOffice is not installed")
                continue
            complaints = check_rule(function, drafts[renderer])
            # A rule that no draft of ours touches is a hole in the test; strangers' plans need not touch all.
            if complaints is None and is_ours:
                complaints = ["no draft has anything to check"]
            if complaints is not None:
                tap.case(case, complaints)


def check_page_counts(tap, title, drafts):
    if "odt" not in drafts:
        tap.skip("L129 pdf_and_odt_have_equal_pages: %s" % title, "LibreOffice is not installed")
        return
    tap.case("L129 pdf_and_odt_have_equal_pages: %s" % title,
             ["%s: %d and %d" % (a.name, len(a.pages), len(b.pages))
              for a, b in zip(drafts["pdf"], drafts["odt"]) if len(a.pages) != len(b.pages)])


def check_line_breaks(tap, title, drafts):
    """The ODT breaks its lines where the PDF does."""
    name = "odt_breaks_lines_and_pages_where_the_pdf_does: %s" % title
    if "odt" not in drafts:
        tap.skip(name, "LibreOffice is not installed")
        return
    complaints = []
    for a, b in zip(drafts["pdf"], drafts["odt"]):
        for p, q in zip(a.paragraphs, b.paragraphs):
            starts = [[(line.page, "".join(g.char for g in line.glyphs)) for line in r.lines] for r in (p, q)]
            if starts[0] != starts[1]:
                complaints.append("%s: %s" % (a.name, p))
    tap.case(name, complaints)


# --- the words of the reference plans -------------------------------------


def explained_words(report):
    """Words that the report of an import quotes as changed."""
    words = []
    for entry in report:
        if entry["code"] in EXPLAINS:
            words += re.findall(r"[^\s“”→]+", entry["message"])
    return set(words)


def is_explained(source, words):
    """Whether the report speaks of the words of SOURCE, with the marks a number stands in."""
    return all(w in words or w.rstrip(".)") in words for w in source)


def compare_words(source, found, report):
    """How many words of SOURCE stand in FOUND in order, how many differ for a reason, and which do not."""
    matcher = difflib.SequenceMatcher(None, source, found, autojunk=False)
    kept = sum(block.size for block in matcher.get_matching_blocks())
    words = explained_words(report)
    explained, rest = 0, []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag in ("equal", "insert"):
            continue
        same_letters = "".join(source[i1:i2]) == "".join(found[j1:j2])
        if same_letters or is_explained(source[i1:i2], words):
            explained += i2 - i1
        else:
            rest.append("“%s” became “%s”" % (" ".join(source[i1:i2]), " ".join(found[j1:j2])))
    return kept, explained, rest


def normal_words(text):
    return unicodedata.normalize("NFC", text).replace("\u2060", "").split()


def check_words(tap, name, source, report, pdfs):
    words = normal_words(source.read_text(encoding="utf-8"))
    for renderer, pdf in pdfs.items():
        kept, explained, rest = compare_words(words, normal_words(pdfpages.read_text(pdf)), report)
        share = (kept + explained) / len(words)
        tap.case("words_are_kept_in_order: %s of %s" % (renderer, name),
                 ["%.2f %% of %d words" % (100 * share, len(words))] + rest if share < LEAST_WORDS else [])
        tap.note("%s of %s: %.2f %% kept as they were, %d changed for a reason, %s"
                 % (renderer, name, 100 * kept / len(words), explained, "; ".join(rest) or "nothing else"))


def check_repairs(tap, name, report):
    messages = [entry["message"] for entry in report if entry["code"] == "number-repaired"]
    for old, new in REPAIRS.get(name, []):
        tap.case("repaired_number_is_named: %s to %s in %s" % (old, new, name),
                 [] if any(re.search(r"\b%s → %s\b" % (old, new), m) for m in messages) else messages or ["none is"])


# --- all of it ------------------------------------------------------------


def check_clean(tap, diagnostics):
    """Our own drafts give no cause for warnings but that of the font."""
    for stem, lines in sorted(diagnostics.items()):
        tap.case("exports_without_warnings: %s" % stem,
                 [line for line in lines if not line.endswith(("[font-substituted]", "[missing]"))])


def check_reference(tap, bench, shared, office):
    folder = shared / "reference-plans"
    sources = sorted(folder.glob("*.txt"))
    if not sources:
        tap.skip("reference_plans", "the reference plans are not there")
        return

    plans, reports = [], {}
    for source in sources:
        plan = bench.scratch / (source.stem + ".duthao")
        reports[source.stem] = json.loads(bench.check("import", source, "-o", plan, "--format=json").stdout)
        plans.append(plan)
    drafts = make_drafts(bench, plans, {}, office)
    check_rules(tap, "reference plans", drafts, is_ours=False)
    check_page_counts(tap, "reference plans", drafts)
    check_line_breaks(tap, "reference plans", drafts)
    for index, source in enumerate(sources):
        check_words(tap, source.stem, source, reports[source.stem],
                    {renderer: found[index].pdf for renderer, found in drafts.items()})
        check_repairs(tap, source.stem, reports[source.stem])


def main():
    cli, root = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    tap = Tap()
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        print("1..0 # SKIP not installed: %s" % ", ".join(missing))
        return

    office = shutil.which("soffice") is not None
    shared = Path(os.environ.get("DUTHAO_SHARED") or root.parent / "shared")
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(cli, Path(scratch))
        diagnostics = {}
        plans = sorted((root / "data" / "samples").glob("*.duthao")) + \
            sorted((root / "tests" / "e2e" / "plans").glob("*.duthao"))
        drafts = make_drafts(bench, plans, diagnostics, office)
        check_rules(tap, "samples", drafts, is_ours=True)
        check_page_counts(tap, "samples", drafts)
        check_line_breaks(tap, "samples", drafts)
        check_clean(tap, diagnostics)
        check_reference(tap, bench, shared, office)
    tap.finish()


# These fill the list of rules when they are loaded.
assert rules_parts and rules_annex and rules_page.RULES

if __name__ == "__main__":
    main()
