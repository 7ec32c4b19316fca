#!/usr/bin/env python3
# test-usage.py - arguments, exit status, help and languages
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-usage.py DUTHAO-CLI SOURCE-ROOT"""

import json
import os
import subprocess

from clitest import Skip, case, contains, equal, lacks, run_all, says, text

COMMANDS = ("import", "new", "next", "export", "check", "dump", "catalog", "template")


@case
def help_is_printed_on_standard_output(place):
    for arguments in [["--help"], ["-h"]] + [[c, "--help"] for c in COMMANDS] + [[c, "-h"] for c in COMMANDS]:
        result = place.run(*arguments)
        equal(result.returncode, 0, " ".join(arguments))
        equal(result.stderr, b"", "standard error")
        contains(text(result.stdout), "usage: duthao-cli")


@case
def the_overall_help_names_every_command(place):
    out = text(place.run("--help").stdout)
    for command in COMMANDS:
        contains(out, "\n  %s" % command)


@case
def each_help_names_its_options(place):
    for command, options in (("import", ["-o, --output=FILE", "--format=FORMAT"]), ("dump", ["-h, --help"]),
                             ("export", ["-o, --output=FILE", "--to=FORMAT", "--format=FORMAT"])):
        out = text(place.run(command, "--help").stdout)
        for option in options + ["-h, --help"]:
            contains(out, option)


@case
def the_version_is_printed(place):
    result = place.run("--version")
    equal(result.returncode, 0, "status")
    contains(text(result.stdout), "duthao-cli 0.")


@case
def nothing_at_all_is_wrong_usage(place):
    result = place.run()
    says(result, 2, "no command is named")
    contains(text(result.stderr), "try “duthao-cli --help”")


@case
def unknown_words_are_wrong_usage(place):
    says(place.run("frobnicate"), 2, "there is no command “frobnicate”")
    says(place.run("--frobnicate"), 2, "there is no option “--frobnicate”")
    says(place.run(""), 2, "there is no command “”")
    for command in COMMANDS:
        result = place.run(command, place.plan, "--frobnicate")
        says(result, 2, "there is no option “--frobnicate”")
        contains(text(result.stderr), "try “duthao-cli %s --help”" % command)


@case
def catalog_parse_prints_what_a_text_cites(place):
    source = "Theo Nghị định 30/2020/ND-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;\n"
    found = json.loads(text(place.run("catalog", "parse", "--format=json", stdin=source.encode()).stdout))
    equal(len(found), 1, "number of citations")
    equal({k: v for k, v in found[0].items() if k != "problems"},
          {"start": 5, "end": len("Theo Nghị định 30/2020/ND-CP ngày 05/3/2020 của Chính phủ".encode()),
           "text": "Nghị định 30/2020/ND-CP ngày 05/3/2020 của Chính phủ", "type": "Nghị định", "number": "30/2020/NĐ-CP",
           "date": "2020-03-05", "issuer": "Chính phủ", "subject": "về công tác văn thư", "class": "qppl",
           "pinpoint": None, "in_catalog": True}, "citation")
    equal([p["code"] for p in found[0]["problems"]], ["missing-so", "d-mark"], "problems")

    lines = text(place.run("catalog", "parse", place.write("a.txt", source)).stdout).splitlines()
    equal(lines[0], "1:6: Nghị định 30/2020/NĐ-CP · 2020-03-05 · Chính phủ · về công tác văn thư", "line")
    equal(len(lines), 4, "number of lines")
    equal(json.loads(text(place.run("catalog", "parse", "--format=json").stdout)), [], "citations of nothing")


@case
def catalog_parse_wants_text(place):
    says(place.run("catalog"), 2, "expected search, show, parse, validate, import or export behind “catalog”")
    says(place.run("catalog", "parse", "missing.txt"), 1, "missing.txt")
    says(place.run("catalog", "parse", stdin=b"a\xff"), 1, "byte 2 is none")


@case
def an_option_without_its_value_is_wrong_usage(place):
    says(place.run("export", place.plan, "-o"), 2, "the option “-o” lacks its value")
    says(place.run("export", place.plan, "-o", "a.pdf", "--to"), 2, "the option “--to” lacks its value")


@case
def exactly_one_file_is_read(place):
    for command, rest in (("import", ["-o", "a.duthao"]), ("export", ["-o", "a.pdf"]), ("dump", [])):
        says(place.run(command, *rest), 2, "no file is named")
        says(place.run(command, place.plan, "second", *rest), 2, "“second” is too much")


@case
def an_output_has_to_be_named(place):
    says(place.run("import", place.plan), 2, "expected -o FILE")
    says(place.run("export", place.plan), 2, "expected -o FILE")
    says(place.run("import", place.plan, "-o", "a", "-o", "b"), 2, "only one file can be written")


@case
def an_output_has_to_say_its_format(place):
    for name in ("plan", "plan.doc", "plan.", ".", "pdf", ".d/pdf"):
        says(place.run("export", place.plan, "-o", name), 2, "expected .pdf, .odt or .txt")
    equal(os.listdir(place.folder), [], "files")


@case
def formats_are_found_in_any_case(place):
    equal(place.run("export", place.plan, "-o", "a.PDF", "-o", "b.Odt", "-o", "c.TXT").returncode, 0, "status")
    equal(sorted(os.listdir(place.folder)), ["a.PDF", "b.Odt", "c.TXT"], "files")
    equal((place.folder / "a.PDF").read_bytes()[:5], b"%PDF-", "the head of the PDF")
    equal((place.folder / "b.Odt").read_bytes()[:2], b"PK", "the head of the ODT")


@case
def standard_output_needs_a_format_and_a_format_standard_output(place):
    says(place.run("export", place.plan, "-o", "-"), 2, "--to=pdf, odt or txt")
    says(place.run("export", place.plan, "-o", "a.pdf", "--to=odt"), 2, "--to is for standard output")
    says(place.run("export", place.plan, "-o", "-", "--to=doc"), 2, "there is no format “doc”")
    says(place.run("import", place.plan, "-o", "a", "--format=xml"), 2, "there is no format “xml”")


@case
def one_output_is_not_written_twice(place):
    (place.folder / "there.pdf").write_bytes(b"old")
    os.symlink("there.pdf", place.folder / "link.pdf")
    os.link(place.folder / "there.pdf", place.folder / "hard.pdf")
    for first, second in (("a.pdf", "a.pdf"), ("a.pdf", "./a.pdf"), ("a.pdf", "sub/../a.pdf"),
                          ("there.pdf", "link.pdf"), ("there.pdf", "hard.pdf"),
                          ("a.pdf", place.folder / "a.pdf")):
        says(place.run("export", place.plan, "-o", first, "-o", second), 2, "is to be written twice")
    says(place.run("export", place.plan, "--to=pdf", "-o", "-", "-o", "-"), 2, "is to be written twice")
    equal((place.folder / "there.pdf").read_bytes(), b"old", "the file that was there")


@case
def the_input_is_not_written_over(place):
    copy = place.write("plan.pdf", place.plan.read_bytes())
    says(place.run("export", "plan.pdf", "-o", "./plan.pdf"), 2, "the one that is read")
    says(place.run("import", "plan.pdf", "-o", copy), 2, "the one that is read")
    equal(copy.read_bytes(), place.plan.read_bytes(), "the plan")


@case
def a_plan_and_a_report_do_not_share_standard_output(place):
    says(place.run("import", place.plan, "-o", "-", "--format=json"), 2, "cannot both go to standard output")
    says(place.run("export", place.plan, "-o", "-", "--to=txt", "--format=json"), 2, "cannot both")


@case
def options_may_stand_anywhere_and_end_at_two_dashes(place):
    (place.folder / "-plan.duthao").write_bytes(place.plan.read_bytes())
    equal(place.run("export", "-o", "a.pdf", place.plan).returncode, 0, "status")
    equal(place.run("export", "-ob.pdf", place.plan).returncode, 0, "status")
    equal(place.run("export", "--output=c.pdf", place.plan).returncode, 0, "status")
    equal(place.run("export", "-o", "d.pdf", "--", "-plan.duthao").returncode, 0, "status")
    equal(sorted(p.name for p in place.folder.glob("*.pdf")), ["a.pdf", "b.pdf", "c.pdf", "d.pdf"], "files")


@case
def names_need_not_be_utf_8(place):
    name = b"k\xe9 ho\xe1ch"
    (place.folder / os.fsdecode(name + b".duthao")).write_bytes(place.plan.read_bytes())
    result = place.run("export", name + b".duthao", "-o", name + b".pdf")
    equal(result.returncode, 0, "status")
    says(place.run("export", name, "-o", "a.pdf"), 1, "k\ufffd ho\ufffdch")


# --- languages ------------------------------------------------------------

ENGLISH = "no command is named"
VIETNAMESE = "chưa nêu lệnh"


def speak(place, **env):
    clean = dict(LANGUAGE=None, LC_ALL=None, LANG=None, LC_MESSAGES=None)
    clean.update(env)
    return text(place.run(env=place.env(**clean)).stderr)


def has_locale(name):
    listed = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower().split()
    return name.lower().replace("utf-8", "utf8") in listed


@case
def a_locale_that_says_nothing_is_vietnamese(place):
    contains(speak(place), VIETNAMESE)
    for name in ("C", "POSIX", "C.UTF-8", "C.utf8"):
        contains(speak(place, LC_ALL=name), VIETNAMESE)
        contains(speak(place, LANG=name), VIETNAMESE)


@case
def an_english_locale_is_english_whether_or_not_it_is_there(place):
    for name in ("en_US.UTF-8", "en_US", "en_GB.UTF-8", "en"):
        contains(speak(place, LC_ALL=name), ENGLISH)
        contains(speak(place, LANG=name), ENGLISH)


@case
def a_vietnamese_locale_is_vietnamese_whether_or_not_it_is_there(place):
    for name in ("vi_VN.UTF-8", "vi_VN", "vi"):
        contains(speak(place, LC_ALL=name), VIETNAMESE)
        contains(speak(place, LANG=name), VIETNAMESE)


@case
def a_locale_that_is_there_is_obeyed(place):
    there = [n for n in ("en_US.UTF-8", "vi_VN.UTF-8", "en_GB.UTF-8") if has_locale(n)]
    if not there:
        raise Skip("the system has no locale but C")
    for name in there:
        contains(speak(place, LC_ALL=name), VIETNAMESE if name.startswith("vi") else ENGLISH)


@case
def other_languages_are_english(place):
    contains(speak(place, LC_ALL="fr_FR.UTF-8"), ENGLISH)


@case
def variables_count_in_the_usual_order(place):
    contains(speak(place, LC_ALL="en_US.UTF-8", LC_MESSAGES="vi_VN.UTF-8", LANG="vi_VN.UTF-8"), ENGLISH)
    contains(speak(place, LC_MESSAGES="vi_VN.UTF-8", LANG="en_US.UTF-8"), VIETNAMESE)
    contains(speak(place, LC_ALL="", LANG="en_US.UTF-8"), ENGLISH)


@case
def language_overrides_the_locale(place):
    for locale in ("C", "POSIX", "C.UTF-8", "vi_VN.UTF-8", "en_US.UTF-8"):
        contains(speak(place, LC_ALL=locale, LANGUAGE="en"), ENGLISH)
        contains(speak(place, LC_ALL=locale, LANGUAGE="en_US:vi"), ENGLISH)
        contains(speak(place, LC_ALL=locale, LANGUAGE="vi"), VIETNAMESE)
        contains(speak(place, LC_ALL=locale, LANGUAGE="vi_VN:en"), VIETNAMESE)
        contains(speak(place, LC_ALL=locale, LANGUAGE="fr:vi"), VIETNAMESE)


@case
def messages_are_utf_8_in_every_locale(place):
    for name in ("C", "POSIX", "en_US.ISO-8859-1", "vi_VN.TCVN5712-1"):
        result = place.run("--help", env=place.env(LC_ALL=name, LANGUAGE="vi"))
        contains(text(result.stdout), "lệnh")


@case
def every_help_is_translated(place):
    for arguments in [["--help"]] + [[c, "--help"] for c in COMMANDS]:
        out = text(place.run(*arguments, env=place.env(LANGUAGE="vi")).stdout)
        for word in ("usage", "options", "show this", "write", "plan file"):
            lacks(out.lower(), word)


run_all()
