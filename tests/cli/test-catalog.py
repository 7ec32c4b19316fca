#!/usr/bin/env python3
# test-catalog.py - the commands that look into the catalogue
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-catalog.py DUTHAO-CLI SOURCE-ROOT"""

import json

from clitest import case, contains, equal, lacks, run_all, says, text

FIELDS = ["id", "number", "type", "issuer", "date", "subject", "effective", "expiry", "status", "status_on", "relations",
          "link", "source", "checked", "checked_by", "validity"]
OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<catalog xmlns="https://duthao.github.io/ns/catalog" version="1">\n'


def builtin(place):
    return place.root / "data" / "packs" / "builtin" / "catalog" / "documents.xml"


def alone(place, **more):
    """No packs but those that come with the program."""
    return place.env(XDG_DATA_HOME=str(place.folder / "home"), XDG_DATA_DIRS=str(place.folder / "system"), **more)


def ask(place, *arguments, **more):
    result = place.run("catalog", *arguments, env=alone(place), **more)
    equal(result.returncode, 0, text(result.stderr) or "status")
    return json.loads(text(result.stdout)) if "--format=json" in arguments else text(result.stdout)


@case
def search_finds_by_number_and_by_words(place):
    for words, number in (("76/nq-cp", "76/NQ-CP"), ("nghi quyet 76", "76/NQ-CP"), ("cong tac van thu", "30/2020/NĐ-CP"),
                          ("luat to chuc chinh quyen dia phuong", "72/2025/QH15"), ("1588", "1588/QĐ-TTg")):
        numbers = [e["number"] for e in ask(place, "search", words, "--format=json", "--on", "2026-01-01")[:3]]
        equal(number in numbers, True, "%s in %s" % (number, numbers))


@case
def search_prints_every_field(place):
    for entry in ask(place, "search", "hành chính", "--format=json", "--limit", "5"):
        equal(list(entry), FIELDS, "fields")


@case
def search_takes_several_words_and_keeps_the_limit(place):
    equal(len(ask(place, "search", "hành", "chính", "--limit=4", "--format=json")), 4, "entries")
    equal(ask(place, "search", "xyzzy", "--format=json"), [], "nothing")
    equal(ask(place, "search", "xyzzy"), "", "nothing")


@case
def search_filters(place):
    for entry in ask(place, "search", "chính", "--type=Nghị định", "--year=2025", "--limit=100", "--format=json"):
        equal(entry["type"], "Nghị định", "type")
        equal(entry["date"][:4], "2025", "year")
    for entry in ask(place, "search", "luật", "--status=replaced", "--on=2026-01-01", "--limit=100", "--format=json"):
        equal(entry["validity"]["state"], "replaced", "validity")


@case
def show_judges_on_the_day_that_is_asked_for(place):
    for day, state, successor in (("2026-06-30", "in-force", None), ("2026-07-01", "replaced", "224/2026/NĐ-CP")):
        entry, = ask(place, "show", "42/2022/NĐ-CP", "--on", day, "--format=json")
        equal((entry["validity"]["state"], entry["validity"]["successor"]), (state, successor), day)


@case
def show_finds_all_documents_of_a_number(place):
    equal(sorted(e["date"] for e in ask(place, "show", "27-nq/tw", "--format=json")), ["2018-05-21", "2022-11-09"], "dates")
    equal([e["date"] for e in ask(place, "show", "27-NQ/TW@2018", "--format=json")], ["2018-05-21"], "dates")


@case
def show_says_what_is_not_checked(place):
    out = ask(place, "show", "76/NQ-CP")
    contains(out, "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ")
    contains(out, "(not checked)")


@case
def a_document_that_is_not_there_is_an_error(place):
    says(place.run("catalog", "show", "9999/NQ-CP", env=alone(place)), 1, "the catalogue has no document “9999/NQ-CP”")


@case
def wrong_usage_is_told(place):
    for arguments in (["search"], ["search", "a", "--limit=-1"], ["search", "a", "--on=tomorrow"], ["show"], ["validate"],
                      ["search", "a", "--status=good"], ["show", "1", "2"], ["export", "--to=pdf"], ["import"], ["nothing"]):
        result = place.run("catalog", *arguments, env=alone(place))
        equal(result.returncode, 2, " ".join(arguments))
        equal(result.stdout, b"", " ".join(arguments))


@case
def our_own_catalogue_is_valid(place):
    result = place.run("catalog", "validate", builtin(place), env=alone(place))
    equal(result.returncode, 0, text(result.stderr))
    lacks(text(result.stderr), "warning")


@case
def a_broken_file_is_told_with_its_line(place):
    path = place.write("a.xml", OPEN + '<document number="1/L" type="Luật" date="2025-02-30"/>\n</catalog>\n')
    says(place.run("catalog", "validate", path), 1, "a.xml:3:")


@case
def conflicts_are_found_and_end_with_status_1(place):
    path = place.write("a.xml", OPEN + '<document number="30/2020/NĐ-CP" type="Nghị định" issuer="Chính phủ" date="2020-03-05"/>\n'
                       '<document number="72/2025/QH16" type="Luật" issuer="Quốc hội" date="2025-06-16"/>\n</catalog>\n')
    result = place.run("catalog", "validate", path, env=alone(place))
    equal(result.returncode, 1, "status")
    contains(text(result.stderr), "a.xml:4: ")
    found = json.loads(text(place.run("catalog", "validate", path, "--format=json", env=alone(place)).stdout))
    equal([(f["line"], f["code"]) for f in found if f["severity"] != "note"], [(4, "term-conflict")], "findings")


@case
def what_is_exported_is_imported_again(place):
    for name in ("a.csv", "a.tsv", "a.json", "a.xml"):
        ask(place, "export", "-o", name)
        ask(place, "import", name, "--all", "-o", name + ".xml")
        equal((place.folder / (name + ".xml")).read_bytes(), builtin(place).read_bytes(), name)


@case
def import_takes_what_is_new(place):
    place.write("a.csv", "number,type,issuer,date,subject\n30/2020/NĐ-CP,Nghị định,Chính phủ,2020-03-05,về công tác văn thư\n"
                "1/2031/NĐ-CP,Nghị định,Chính phủ,2031-01-02,về việc mới\n")
    ask(place, "import", "a.csv", "-o", "mine.xml")
    mine = (place.folder / "mine.xml").read_text(encoding="utf-8")
    contains(mine, "1/2031/NĐ-CP")
    lacks(mine, "30/2020/NĐ-CP")


@case
def import_keeps_what_the_file_has(place):
    place.write("a.csv", "number,type,date\n1/2031/NĐ-CP,Nghị định,2031-01-02\n")
    place.write("b.csv", "number,type,date,subject\n2/2031/NĐ-CP,Nghị định,2031-01-03,hai\n1/2031/NĐ-CP,Nghị định,,một\n")
    ask(place, "import", "a.csv", "-o", "mine.xml")
    ask(place, "import", "b.csv", "-o", "mine.xml")
    mine = (place.folder / "mine.xml").read_text(encoding="utf-8")
    equal(mine.count("<document "), 2, "documents")
    contains(mine, "một")


@case
def import_gathers_from_text(place):
    place.write("plan.txt", "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;\n"
                "Căn cứ Nghị quyết số 76/NQ-CP ngày 16/7/2021 của Chính phủ;\n"
                "Căn cứ Nghị định số 1/2031/NĐ-CP ngày 02 tháng 01 năm 2031 của Chính phủ về việc mới.\n")
    report = ask(place, "import", "plan.txt", "--format=json")
    equal([entry["code"] for entry in report], ["same", "conflict", "new"], "report")


@case
def standard_input_is_a_file_too(place):
    result = place.run("catalog", "import", "-", "--from=csv", "-o", "-", env=alone(place),
                       stdin="number,type\n1/2031/NĐ-CP,Nghị định\n".encode())
    equal(result.returncode, 0, text(result.stderr))
    contains(text(result.stdout), '<document number="1/2031/NĐ-CP" type="Nghị định"/>')


@case
def packs_of_the_user_count_and_broken_ones_are_told(place):
    pack = place.folder / "home" / "duthao" / "packs" / "mine"
    (pack / "catalog").mkdir(parents=True)
    (pack / "pack.xml").write_text('<pack xmlns="https://duthao.github.io/ns/pack" format="1"><id>mine</id><version>1</version>'
                                   "<title>T</title><publisher>P</publisher></pack>", encoding="utf-8")
    (pack / "catalog" / "a.xml").write_text(OPEN + '<document number="30/2020/NĐ-CP" type="Nghị định"><subject>của tôi</subject>'
                                            "</document></catalog>", encoding="utf-8")
    (pack / "catalog" / "b.xml").write_text("<catalog>", encoding="utf-8")
    result = place.run("catalog", "show", "30/2020/NĐ-CP", "--format=json", env=alone(place))
    equal(result.returncode, 0, "status")
    equal([e["subject"] for e in json.loads(text(result.stdout))], ["của tôi"], "subjects")
    contains(text(result.stderr), "b.xml:1:")


run_all()
