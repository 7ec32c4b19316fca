#!/usr/bin/env python3
# test-template.py - plans from templates, and what is said of templates
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-template.py PROGRAM ROOT"""

import json

from clitest import case, contains, equal, lacks, run_all, says, text

PLAN = "builtin.ke-hoach-chuyen-doi-so"


def templates(place):
    return json.loads(text(place.run("template", "list", "--format=json").stdout))


def settings(place, template):
    """--set for each example of a template."""
    shown = json.loads(text(place.run("template", "show", template, "--format=json").stdout))
    return ["--set=%s=%s" % (field["key"], example) for field in shown["fields"] for example in field["examples"]]


@case
def the_list_says_what_there_is(place):
    listed = templates(place)
    for entry in listed:
        equal(set(entry), {"id", "kind", "title", "version", "pack"}, "the members")
    plans = [e for e in listed if e["kind"] == "plan"]
    if len(plans) < 10 or len(listed) - len(plans) < 40:
        raise AssertionError("%d plans of %d templates" % (len(plans), len(listed)))
    contains(text(place.run("template", "list").stdout), PLAN)


@case
def each_plan_template_with_its_examples_is_complete(place):
    profile = place.root / "data" / "packs" / "builtin" / "profiles" / "xa-tan-phuc.xml"
    for entry in templates(place):
        if entry["kind"] != "plan":
            continue
        result = place.run("new", "--template", entry["id"], "--profile", profile,
                           *settings(place, entry["id"]), "-o", "p.duthao")
        equal(result.returncode, 0, entry["id"])
        equal(result.stderr, b"", entry["id"])
        result = place.run("export", "p.duthao", "-o", "p.pdf", "-o", "p.odt", "-o", "p.txt")
        equal(result.returncode, 0, entry["id"])
        lacks(text(result.stderr), "field-unfilled")
        for unknown in ("citation-unknown", "citation-ambiguous", "citation-replaced", "citation-expired"):
            lacks(text(result.stderr), unknown)
        lacks((place.folder / "p.txt").read_text(encoding="utf-8"), "{{")


@case
def what_is_missing_is_reported_where_it_prints_blank(place):
    result = place.run("new", "--template", PLAN, "-o", "p.duthao", "--format=json")
    equal(result.returncode, 0, "the status")
    missing = json.loads(text(result.stdout))
    exported = place.run("export", "p.duthao", "-o", "p.txt")
    equal(len(missing), text(exported.stderr).count("[field-unfilled]"), "the number of blanks")
    contains((place.folder / "p.txt").read_text(encoding="utf-8"), "……")


@case
def who_signs_and_when_can_be_set(place):
    place.run("new", "--template", PLAN, "--set=nguoi-ky=pct1", "--set=so=12", "--set=ngay=2027-01-05", "-o", "p.duthao")
    place.run("export", "p.duthao", "-o", "p.txt")
    out = (place.folder / "p.txt").read_text(encoding="utf-8")
    contains(out, "Số: 12/KH-UBND")
    contains(out, "Tân Phúc, ngày 05 tháng 01 năm 2027")
    contains(out, "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Minh Khôi")


@case
def the_plan_can_go_to_standard_output(place):
    result = place.run("new", "--template", PLAN, "--set", "ky=2027", "-o", "-")
    equal(result.returncode, 0, "the status")
    contains(text(result.stdout), "năm 2027")
    equal(result.stdout, place.run("new", "--template", PLAN, "--set", "ky=2027", "-o", "-").stdout, "the second run")


@case
def a_unit_in_charge_has_one_heading(place):
    place.run("new", "--template", PLAN, "--set=thuong-truc=VHXH", "-o", "p.duthao")
    place.run("export", "p.duthao", "-o", "p.txt")
    out = (place.folder / "p.txt").read_text(encoding="utf-8")
    equal(sum(line.endswith(". Phòng Văn hóa - Xã hội") for line in out.splitlines()), 1, "the headings")


@case
def what_cannot_be_is_refused(place):
    says(place.run("new", "--template", "builtin.khong-co", "-o", "p"), 1, "builtin.khong-co")
    says(place.run("new", "--template", "builtin.kinh-phi", "-o", "p"), 1, "builtin.kinh-phi")
    says(place.run("new", "--template", PLAN, "--set=x=1", "-o", "p"), 1, "“x”")
    says(place.run("new", "--template", PLAN, "--set=ky=27", "-o", "p"), 1, "2026-2030")
    says(place.run("new", "--template", PLAN, "--set=nguoi-ky=cvp", "-o", "p"), 1, "Phạm Thu Hà")
    says(place.run("new", "--template", PLAN, "--set=nguoi-ky=ai", "-o", "p"), 1, "“ai”")
    says(place.run("new", "--template", PLAN, "--set=ngay=5/1", "-o", "p"), 1, "YYYY")
    says(place.run("new", "--template", PLAN, "--profile", "none.xml", "-o", "p"), 1, "none.xml")
    equal((place.folder / "p").exists(), False, "a file")


@case
def wrong_usage_is_told(place):
    for arguments in (["new"], ["new", "--template", PLAN], ["new", "-o", "p"],
                      ["new", "--template", PLAN, "--set", "ky", "-o", "p"],
                      ["new", "--template", PLAN, "x", "-o", "p"],
                      ["new", "--template", PLAN, "-o", "-", "--format=json"],
                      ["template"], ["template", "list", "x"], ["template", "show"], ["template", "dance"]):
        equal(place.run(*arguments).returncode, 2, " ".join(arguments))


@case
def a_template_is_validated(place):
    good = place.root / "data" / "packs" / "builtin" / "sections" / "kinh-phi.xml"
    equal(place.run("template", "validate", good).returncode, 0, "the status")
    place.write("bad.xml", good.read_text(encoding="utf-8").replace("{{ky}}", "{{kỳ}}"))
    result = place.run("template", "validate", "bad.xml")
    equal(result.returncode, 1, "the status")
    contains(text(result.stderr), "[unknown-field]")
    contains(text(result.stderr), "bad.xml:")
    place.write("broken.xml", good.read_text(encoding="utf-8").replace("<line>", "<lines>", 1))
    says(place.run("template", "validate", "broken.xml"), 1, "broken.xml:")
    says(place.run("template", "show", "x"), 1, "“x”")


@case
def tasks_from_a_spreadsheet_drive_annex_paragraphs_and_recipients(place):
    rows = ("STT\tNội dung nhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn\tSản phẩm\n"
            "1\tTrồng cây xanh tại trụ sở\tKT\tCA; Tổ trồng cây\tTrước ngày 30/6/2027\tBáo cáo\n"
            '2\t"Đo thử\nmạng"\tVHXH\t\tTháng 3/2029\t\n')
    (place.folder / "t.tsv").write_text(rows, encoding="utf-8")
    result = place.run("new", "--template", PLAN, "--set=ky=2027", "--tasks", "t.tsv", "-o", "p.duthao")
    equal(result.returncode, 0, "the status")
    said = text(result.stderr)
    for wanted in ("Tổ trồng cây", "[task-unknown-unit]", "[task-deadline-outside]", "[task-no-product]"):
        contains(said, wanted)
    lacks(said, "[task-deadline-backwards]")
    place.run("export", "p.duthao", "-o", "p.txt")
    printed = (place.folder / "p.txt").read_text(encoding="utf-8")
    for wanted in ("- Chủ trì, phối hợp với Công an xã, Tổ trồng cây: trồng cây xanh tại trụ sở; "
                   "thời hạn: trước ngày 30/6/2027; sản phẩm: báo cáo.",
                   " | Trồng cây xanh tại trụ sở | Phòng Kinh tế | Công an xã; Tổ trồng cây | ",
                   "- Chủ trì: đo thử mạng; thời hạn: tháng 3/2029.", "- Tổ trồng cây;"):
        contains(printed, wanted)


@case
def a_table_that_is_none_is_refused_at_its_cell(place):
    for rows, place_of in (("Việc\tKT\t\t\t\t\tquá\n", "t.tsv:1: "), ("Việc\tKT\n\tKT\n", "t.tsv:2: "),
                           ("Việc\tKT\t\t\t\tKhông có mục này\n", "t.tsv:1: "), ('Việc\t"KT\n\n', "t.tsv:1: ")):
        (place.folder / "t.tsv").write_text(rows, encoding="utf-8")
        says(place.run("new", "--template", PLAN, "--tasks", "t.tsv", "-o", "p"), 1, place_of)
    (place.folder / "t.tsv").write_bytes(b"Vi\xff\n")
    says(place.run("new", "--template", PLAN, "--tasks", "t.tsv", "-o", "p"), 1, "UTF-8")


@case
def an_advisory_body_issues_under_the_office(place):
    place.run("new", "--template", PLAN, "--set=to-chuc-tu-van=bcd-cds", "--set=nguoi-ky=pct1", "-o", "p.duthao")
    place.run("export", "p.duthao", "-o", "p.txt")
    printed = (place.folder / "p.txt").read_text(encoding="utf-8")
    for wanted in ("/KH-BCĐ", "TM. BAN CHỈ ĐẠO\nKT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n",
                   "PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\nTrần Minh Khôi", "của Ban Chỉ đạo Chuyển đổi số xã Tân Phúc"):
        contains(printed, wanted)
    says(place.run("new", "--template", PLAN, "--set=to-chuc-tu-van=khong", "-o", "p"), 1, "khong")
    says(place.run("new", "--template", PLAN, "--set=to-chuc-tu-van=bcd-cds", "--set=nguoi-ky=cvp", "-o", "p"), 1, "cvp")


run_all()
