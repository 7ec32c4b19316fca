#!/usr/bin/env python3
# test-next.py - the plan of the next year, samples and updates of templates
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-next.py PROGRAM ROOT"""

import json
import re

from clitest import case, contains, equal, lacks, run_all, says, text

PLAN = "builtin.ke-hoach-chuyen-doi-so"


@case
def the_report_has_a_line_for_every_change(place):
    for sample in place.samples:
        result = place.run("next", sample, "--period", "năm 2028", "-o", "n.duthao")
        equal(result.returncode, 0, sample.name)
        shown = text(result.stdout)
        contains(shown.splitlines()[0], "năm 2027 → năm 2028")
        result = place.run("next", sample, "--period", "2028", "-o", "n.duthao", "--format=json")
        report = json.loads(text(result.stdout))
        equal((report["from"], report["to"]), ("2027", "2028"), "the periods")
        for change in report["changes"]:
            equal(change["applied"], True, change["key"])
            contains(shown, "%s: %s → " % (change["key"], change["old"] or "∅"))
        equal(len(shown.splitlines()), 1 + len(report["changes"]) + len(report["findings"]), "the lines")
        lacks((place.folder / "n.duthao").read_text(encoding="utf-8"), 'number="')


@case
def twice_is_once(place):
    for sample in place.samples:
        place.run("next", sample, "--period", "2028", "-o", "a.duthao")
        place.run("next", "a.duthao", "--period", "2029", "-o", "b.duthao")
        place.run("next", sample, "--period", "2029", "-o", "c.duthao")
        equal((place.folder / "b.duthao").read_bytes(), (place.folder / "c.duthao").read_bytes(), sample.name)


@case
def no_year_is_left_untold(place):
    result = place.run("next", place.plan, "--period", "2028", "-o", "n.duthao", "--format=json")
    report = json.loads(text(result.stdout))
    told = [f for f in report["findings"] if "2027" in f["text"]]
    left = re.findall(r"(?<![\d/.])2027(?!\d)", (place.folder / "n.duthao").read_text(encoding="utf-8"))
    equal(len(left), len(told), "the years left")


@case
def the_date_can_be_set_and_a_change_be_kept(place):
    sample = place.root / "data" / "samples" / "quyet-dinh-mau.duthao"
    place.run("next", sample, "--period", "2028", "--date", "2028-01-06", "--keep", "head@number", "-o", "n.duthao")
    written = (place.folder / "n.duthao").read_text(encoding="utf-8")
    contains(written, 'date="2028-01-06"')
    contains(written, 'number="7"')


@case
def a_half_year_is_asked_for_in_words(place):
    result = place.run("next", place.plan, "--period", "6 tháng đầu năm 2028", "-o", "-")
    equal(result.returncode, 0, "the status")
    contains(text(result.stdout), 'period="2028-H1"')
    contains(text(result.stdout), "6 tháng đầu năm 2028")


@case
def what_cannot_be_is_told(place):
    equal(place.run("next", place.plan, "-o", "n").returncode, 2, "no period")
    equal(place.run("next", place.plan, "--period", "27", "-o", "n").returncode, 2, "a bad period")
    equal(place.run("next", place.plan, "--period", "2028").returncode, 2, "no output")
    equal(place.run("next", place.plan, "--period", "2028", "--date", "5/1", "-o", "n").returncode, 2, "a bad date")
    equal(place.run("next", place.plan, "--period", "2028", "-o", "-", "--format=json").returncode, 2, "two on one")
    says(place.run("next", place.plan, "--period", "2026-2030", "-o", "n"), 1, "giai đoạn 2026 - 2030")
    says(place.run("next", "none.duthao", "--period", "2028", "-o", "n"), 1, "none.duthao")
    equal((place.folder / "n").exists(), False, "a file")


@case
def each_template_has_a_sample(place):
    listed = json.loads(text(place.run("template", "list", "--format=json").stdout))
    for entry in listed:
        result = place.run("template", "show", entry["id"], "--sample", "-o", "s.txt")
        equal((entry["id"], result.returncode), (entry["id"], 0), "the status (%s)" % text(result.stderr)[:200])
        lacks(text(result.stderr), "field-unfilled")
        contains((place.folder / "s.txt").read_text(encoding="utf-8"), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")


@case
def a_sample_is_written_in_every_format(place):
    for template in (PLAN, "builtin.kinh-phi"):
        for name in ("s.duthao", "s.pdf", "s.odt", "s.txt"):
            equal(place.run("template", "show", template, "--sample", "-o", name).returncode, 0, name)
        contains((place.folder / "s.pdf").read_bytes()[:5].decode(), "%PDF-")
    says(place.run("template", "show", PLAN, "--sample", "-o", "s.doc"), 1, "s.doc")
    equal(place.run("template", "show", PLAN, "--sample").returncode, 2, "no file")
    equal(place.run("template", "list", "-o", "x").returncode, 2, "a file for the list")


def pack(place, version, line):
    """A user's pack with a newer section template, found below XDG_DATA_HOME."""
    folder = place.folder / "data" / "duthao" / "packs" / "own"
    (folder / "sections").mkdir(parents=True, exist_ok=True)
    (folder / "pack.xml").write_text(
        '<pack xmlns="https://duthao.github.io/ns/pack" format="1"><id>own</id><version>1</version>'
        "<title>O</title><publisher>O</publisher></pack>", encoding="utf-8")
    builtin = place.root / "data" / "packs" / "builtin" / "sections" / "yeu-cau.xml"
    (folder / "sections" / "yeu-cau.xml").write_text(
        re.sub(r'version="[^"]*">', 'version="%s">' % version, builtin.read_text(encoding="utf-8"), count=1)
        .replace("</section>", "<line>%s</line></section>" % line), encoding="utf-8")
    return place.env(XDG_DATA_HOME=str(place.folder / "data"))


@case
def a_plan_takes_over_what_is_new_in_its_templates(place):
    place.run("new", "--template", PLAN, "--set", "ky=2027", "-o", "p.duthao")
    equal(text(place.run("template", "update", "p.duthao").stdout), "", "the sections")
    env = pack(place, "9.0", "- Yêu cầu mới của tỉnh.")
    listed = json.loads(text(place.run("template", "update", "p.duthao", "--format=json", env=env).stdout))
    equal([(e["template"], e["to"], e["state"]) for e in listed], [("builtin.yeu-cau", "9.0", "merged")], "the sections")
    place.run("template", "update", "p.duthao", "-o", "q.duthao", env=env)
    contains((place.folder / "q.duthao").read_text(encoding="utf-8"), "Yêu cầu mới của tỉnh")
    equal(text(place.run("template", "update", "q.duthao", env=env).stdout), "", "the sections behind")


@case
def a_profile_is_validated(place):
    good = place.root / "data" / "packs" / "builtin" / "profiles" / "xa-tan-phuc.xml"
    equal(place.run("template", "validate", good).returncode, 0, "the status")
    place.write("bad.xml", good.read_text(encoding="utf-8").replace('rank="head"', 'rank="boss"'))
    says(place.run("template", "validate", "bad.xml"), 1, "bad.xml:")


@case
def a_paragraph_behind_a_section_is_told(place):
    head = ('<section-template xmlns="https://duthao.github.io/ns/template" format="1" id="t.t" version="1">'
            "<name>T</name><summary>T.</summary>\n<section><title>A</title>\n")
    for wrong, body in ((True, "<section><title>B</title><line>b</line></section>\n<line>c</line>"),
                        (False, "<line>c</line>\n<section><title>B</title><line>b</line></section>"),
                        (False, '<if level="xa"><section><title>B</title><line>b</line></section></if>'
                                '<unless level="xa"><line>c</line></unless>')):
        place.write("t.xml", head + body + "\n</section></section-template>\n")
        result = place.run("template", "validate", "t.xml")
        equal(("[line-behind-section]" in text(result.stderr)), wrong, body)
        if wrong:
            contains(text(result.stderr), "t.xml:4:")
            equal(result.returncode, 1, "the status")


run_all()
