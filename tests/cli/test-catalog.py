#!/usr/bin/env python3
# test-catalog.py - the commands that look into the catalogue
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-catalog.py DUTHAO-CLI SOURCE-ROOT"""

import json
import re
import unicodedata

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


PARSED = ["start", "end", "text", "type", "number", "date", "issuer", "subject", "class", "pinpoint", "in_catalog", "problems"]
PROSE = """Kế hoạch này căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
Căn cứ điểm a khoản 2 Điều 5 Nghị định 1/2031/ND-CP;
Thực hiện Kết luận số 62–KL/TW, Luật Tổ chức chính quyền địa phương năm 2025.
Đạt 95/100 hồ sơ trước 31/12, gọi 0912/345/678, theo TCVN ISO 9001:2015.
"""


def parse(place, content, *arguments):
    content = content if isinstance(content, bytes) else content.encode()
    result = place.run("catalog", "parse", *arguments, env=alone(place), stdin=content)
    equal(result.returncode, 0, text(result.stderr))
    return json.loads(text(result.stdout)) if "--format=json" in arguments else text(result.stdout)


@case
def parse_gives_offsets_of_bytes(place):
    for content in (PROSE, unicodedata.normalize("NFD", PROSE), PROSE.replace("\n", "\r\n")):
        data = content.encode()
        found = parse(place, data, "--format=json")
        equal([f["number"] for f in found], ["30/2020/NĐ-CP", "1/2031/NĐ-CP", "62-KL/TW", None], "numbers")
        for entry in found:
            equal(list(entry), PARSED, "members")
            equal(entry["text"].encode(), data[entry["start"]:entry["end"]], "text")
            contains(unicodedata.normalize("NFC", entry["text"]), entry["type"])


@case
def parse_gives_facts_and_problems(place):
    first, second, third, law = parse(place, PROSE, "--format=json")
    equal((first["type"], first["date"], first["issuer"], first["subject"], first["class"], first["problems"]),
          ("Nghị định", "2020-03-05", "Chính phủ", "về công tác văn thư", "qppl", []), "first")
    equal((second["pinpoint"], sorted(p["code"] for p in second["problems"])),
          ("điểm a khoản 2 Điều 5", ["d-mark", "missing-so", "padding"]), "second")
    equal((third["class"], third["issuer"], [p["code"] for p in third["problems"]]), ("party", None, ["dash"]), "third")
    equal((law["type"], law["number"], law["subject"], law["class"]),
          ("Luật", None, "Tổ chức chính quyền địa phương", "named-law"), "law")
    for problem in second["problems"]:
        equal(list(problem), ["code", "severity", "message", "suggestion"], "a problem")


@case
def parse_says_what_the_catalogue_has(place):
    for content, known in (("Nghị định số 30/2020/NĐ-CP", True), ("Nghị định số 30/2020/NĐ-CP ngày 06/3/2020", False),
                           ("Nghị định số 1/2031/NĐ-CP", False), ("Nghị quyết số 76/NQ-CP ngày 15/7/2021", True),
                           ("Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", True),
                           ("Kế hoạch số 20/KH-UBND", False), ("nghị định 30/2020/nd-cp", True)):
        entry, = parse(place, content, "--format=json")
        equal(entry["in_catalog"], known, content)
        contains(parse(place, content), "    in the catalogue: " if known else "    not in the catalogue\n")


@case
def parse_reads_a_file_and_says_where(place):
    place.write("plan.txt", PROSE)
    out = text(place.run("catalog", "parse", "plan.txt", env=alone(place)).stdout)
    equal([line.split(" ")[0] for line in out.splitlines() if line[0].isdigit()], ["1:21:", "2:30:", "3:11:", "3:33:"], "places")
    contains(out, "“Nghị định số 1/2031/NĐ-CP” [missing-so]")
    equal(parse(place, out and PROSE), out, "standard input")
    equal(parse(place, ""), "", "nothing")
    equal(parse(place, "", "--format=json"), [], "nothing")


@case
def parse_refuses_what_is_no_text(place):
    says(place.run("catalog", "parse", stdin=b"a\xff\n"), 1, "-: expected UTF-8 text, byte 2 is none")
    says(place.run("catalog", "parse", "absent.txt"), 1, "absent.txt: cannot be read")
    for arguments in (["a", "b"], ["--format=xml"], ["--no-such"]):
        equal(place.run("catalog", "parse", *arguments).returncode, 2, " ".join(arguments))


@case
def search_takes_any_order_and_any_accents(place):
    wanted = [e["id"] for e in ask(place, "search", "công tác văn thư", "--format=json")]
    for words in ("cong tac van thu", "văn thư công tác", "CÔNG TÁC VĂN THƯ", "công  tác, văn thư",
                  unicodedata.normalize("NFD", "công tác văn thư")):
        equal(sorted(e["id"] for e in ask(place, "search", words, "--format=json")), sorted(wanted), words)
    equal(wanted[0], "30/2020/NĐ-CP", "the first")


@case
def search_works_as_one_types(place):
    for typed in ("công tác văn t", "30/2020", "30/2020/n", "30/2020/nd-c", "nghi dinh 30/20"):
        contains([e["id"] for e in ask(place, "search", typed, "--format=json")], "30/2020/NĐ-CP")


@case
def search_judges_on_the_day(place):
    for day, state in (("2021-12-31", "not-yet"), ("2026-06-30", "in-force"), ("2026-07-01", "replaced")):
        found = {e["number"]: e for e in ask(place, "search", "42/2022/nd-cp", "--on", day, "--format=json")}
        equal(found["42/2022/NĐ-CP"]["validity"]["state"], state, day)
        ids = [e["number"] for e in ask(place, "search", "42/2022/nd-cp", "--on", day, "--status", state, "--format=json")]
        contains(ids, "42/2022/NĐ-CP")


@case
def search_filters_by_issuer(place):
    found = ask(place, "search", "quyết định", "--issuer=thu tuong", "--limit=50", "--format=json")
    equal({e["issuer"] for e in found}, {"Thủ tướng Chính phủ"}, "issuers")


@case
def show_prints_every_field(place):
    entry, = ask(place, "show", "30/2020/NĐ-CP", "--on=2026-01-01", "--format=json")
    equal(list(entry), FIELDS, "fields")
    equal((entry["id"], entry["type"], entry["issuer"], entry["date"]),
          ("30/2020/NĐ-CP", "Nghị định", "Chính phủ", "2020-03-05"), "facts")
    contains(entry["subject"], "công tác văn thư")
    equal(list(entry["validity"]), ["state", "sure", "since", "by", "successor"], "validity")
    equal(ask(place, "show", "30/2020/nd-cp", "--on=2026-01-01", "--format=json"), [entry], "another way to write it")


def chain(place):
    """Three documents: the second replaces the first, the third the second."""
    pack = place.folder / "home" / "duthao" / "packs" / "mine"
    (pack / "catalog").mkdir(parents=True)
    (pack / "pack.xml").write_text('<pack xmlns="https://duthao.github.io/ns/pack" format="1"><id>mine</id><version>1</version>'
                                   "<title>T</title><publisher>P</publisher></pack>", encoding="utf-8")
    entry = ('<document number="%s" type="Nghị định" issuer="Chính phủ" date="%s"><subject>về việc %s</subject>'
             '<validity from="%s"/>%s</document>\n')
    (pack / "catalog" / "a.xml").write_text(OPEN + "".join(entry % row for row in (
        ("11/2031/NĐ-CP", "2031-01-02", "một", "2031-02-01", ""),
        ("12/2033/NĐ-CP", "2033-01-02", "hai", "2033-02-01", '<relation kind="replaces" target="11/2031/NĐ-CP"/>'),
        ("13/2035/NĐ-CP", "2035-01-02", "ba", "2035-02-01", '<relation kind="replaces" target="12/2033/NĐ-CP"/>'),
    )) + "</catalog>\n", encoding="utf-8")


@case
def a_plan_that_cites_what_was_replaced_is_told_the_successor(place):
    chain(place)
    plan = place.plan.read_text(encoding="utf-8")
    for day, message in (("2031-01-15", "is not in force yet"), ("2032-05-01", None),
                         ("2034-05-01", "cite Nghị định số 12/2033/NĐ-CP"), ("2036-05-01", "cite Nghị định số 13/2035/NĐ-CP")):
        dated = re.sub(r' date="[^"]*"', "", plan, count=1) if " date=" in plan.split("<head", 1)[1].split(">", 1)[0] else plan
        dated = dated.replace("<head ", '<head date="%s" ' % day, 1)
        dated = dated.replace("<body>", "<body>Thực hiện [[11/2031/NĐ-CP]].\n", 1)
        place.write("a.duthao", dated)
        result = place.run("export", "a.duthao", "-o", "a.txt", env=alone(place))
        equal(result.returncode, 0, text(result.stderr))
        contains((place.folder / "a.txt").read_text(encoding="utf-8"), "Nghị định số 11/2031/NĐ-CP")
        if message is None:
            lacks(text(result.stderr), "11/2031/NĐ-CP")
        else:
            contains(text(result.stderr), message)
        entry, = ask(place, "show", "11/2031/NĐ-CP", "--on", day, "--format=json")
        equal(entry["validity"]["successor"], message[-13:] if message and message.startswith("cite") else None, day)


@case
def a_good_file_passes_without_a_word(place):
    place.write("a.xml", OPEN + '<document number="30/2020/NĐ-CP" type="Nghị định" issuer="Chính phủ" date="2020-03-05"/>\n</catalog>\n')
    result = place.run("catalog", "validate", "a.xml", env=alone(place))
    equal((result.returncode, result.stdout, result.stderr), (0, b"", b""), "validate")
    result = place.run("catalog", "validate", "a.xml", "--format=json", env=alone(place))
    equal((result.returncode, json.loads(text(result.stdout))), (0, []), "validate")


@case
def each_fault_of_a_file_is_told_with_line_and_column(place):
    for body, where, message in (
            ('  <document number="x" foo="1"/>\n', "3:24:", "foo"),
            ('<document number="1/L" type="Luật" date="2025-02-30"/>\n', "3:", "2026-09-21"),
            ("<document number='1/L' type='Luật'>\n<subject>a</subject><subject>b</subject></document>\n", "4:", "subject"),
            ("<other/>\n", "3:1:", "other"),
            ('<document number="1/L"/>\n', "3:", "type")):
        place.write("a.xml", OPEN + body + "</catalog>\n")
        says(place.run("catalog", "validate", "a.xml", env=alone(place)), 1, "a.xml:" + where)
        contains(text(place.run("catalog", "validate", "a.xml", env=alone(place)).stderr), message)
    says(place.run("catalog", "validate", "absent.xml"), 1, "absent.xml")


@case
def tables_are_read_by_rfc_4180(place):
    place.write("a.csv", b'\xef\xbb\xbf' + 'number,type,issuer,subject\r\n"1/2031/NĐ-CP","Nghị định",Chính phủ,'
                '"một ""hai"", ba\r\nbốn"\r\n'.encode())
    ask(place, "import", "a.csv", "-o", "a.json.xml")
    ask(place, "export", "a.json.xml", "-o", "b.json")
    entry, = json.loads((place.folder / "b.json").read_text(encoding="utf-8"))
    equal((entry["number"], entry["issuer"], entry["subject"]), ("1/2031/NĐ-CP", "Chính phủ", 'một "hai", ba bốn'), "entry")
    ask(place, "export", "a.json.xml", "-o", "b.csv")
    contains((place.folder / "b.csv").read_text(encoding="utf-8"), '"một ""hai"", ba bốn"')
    place.write("bad.csv", 'number,type,subject\n1/2031/NĐ-CP,Nghị định,"open\n')
    says(place.run("catalog", "import", "bad.csv", env=alone(place)), 1, "bad.csv:2")
    place.write("bad.json", '[{"number": "1/2031/NĐ-CP",]')
    says(place.run("catalog", "import", "bad.json", env=alone(place)), 1, "bad.json")


@case
def entries_about_one_document_become_one(place):
    place.write("a.xml", OPEN + '<document id="a" number="11/2031/NĐ-CP" type="Nghị định" issuer="Chính phủ" date="2031-01-02"/>\n'
                '<document id="b" number="11/2031/NĐ-CP" type="Nghị định"><subject>về thuế</subject></document>\n'
                '<document id="c" number="12/NQ-CP" type="Nghị quyết" issuer="Chính phủ" date="2031-01-02"/>\n'
                '<document id="d" number="12/NQ-CP" type="Nghị quyết" issuer="Quốc hội" date="2031-01-02"/>\n</catalog>\n')
    result = place.run("catalog", "import", "a.xml", "--all", "-o", "merged.xml", env=alone(place))
    equal(result.returncode, 0, "status")
    contains(text(result.stderr), "two entries about Nghị quyết số 12/NQ-CP ngày 02/01/2031 của Chính phủ disagree in: issuing body")
    merged = (place.folder / "merged.xml").read_text(encoding="utf-8")
    equal(merged.count("<document "), 2, "documents")
    contains(merged, 'date="2031-01-02">\n    <subject>về thuế</subject>')


@case
def import_leaves_the_file_alone_when_it_fails(place):
    path = place.write("mine.xml", "<catalog>")
    place.write("a.csv", "number,type\n11/2031/NĐ-CP,Nghị định\n")
    says(place.run("catalog", "import", "a.csv", "-o", "mine.xml", env=alone(place)), 1, "mine.xml:1:")
    equal(path.read_bytes(), b"<catalog>", "the file")
    says(place.run("catalog", "import", "absent.csv", env=alone(place)), 1, "absent.csv")


@case
def every_verb_helps(place):
    for verb in ("search", "show", "validate", "import", "export", "parse"):
        result = place.run("catalog", verb, "--help")
        equal((result.returncode, result.stderr), (0, b""), verb)
        contains(text(result.stdout), "duthao-cli catalog")


run_all()
