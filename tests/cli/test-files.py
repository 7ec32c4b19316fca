#!/usr/bin/env python3
# test-files.py - what is read, written, refused and left alone
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-files.py DUTHAO-CLI SOURCE-ROOT"""

import json
import os
import pty
import re
import signal
import subprocess
import time

from clitest import Skip, case, contains, equal, lacks, run_all, says, text

NAMESPACE = "https://duthao.github.io/ns/plan"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
ROOT = '<plan xmlns="%s" version="1" kind="ke-hoach">' % NAMESPACE
PLACE = re.compile(r"^duthao-cli: [^:]+:[1-9]\d*:[1-9]\d*: \S.*[^.]$")

# The contract asks for a second; what counts on a busy machine is that it is not ten.
PROMPT = 5.0

ITEM_KEYS = {"kind", "role", "node", "text", "x", "y", "width", "height", "baseline", "font", "size", "bold",
             "italic", "color"}


def refuse(place, name, content, message=None):
    """A bad plan: status 1, one line with a place, soon, and the old output stays."""
    path = place.write(name, content) if content is not None else place.folder / name
    output = place.write("out.pdf", b"old")
    begin = time.monotonic()
    result = place.run("export", name, "-o", "out.pdf")
    seconds = time.monotonic() - begin
    lines = text(result.stderr).splitlines()
    equal(result.returncode, 1, "the status for %s" % name)
    equal(len(lines), 1, "the number of lines (%s)" % lines[:3])
    if not PLACE.match(lines[0]):
        raise AssertionError("no place or a full stop: %r" % lines[0])
    if message is not None:
        contains(lines[0], message)
    if seconds > PROMPT:
        raise AssertionError("it took %.1f s" % seconds)
    equal(output.read_bytes(), b"old", "the old output")
    return path


# --- good files -----------------------------------------------------------


@case
def every_sample_is_exported_to_every_format(place):
    for sample in place.samples:
        result = place.run("export", sample, "-o", "a.pdf", "-o", "a.odt", "-o", "a.txt")
        equal(result.returncode, 0, "status")
        equal(result.stdout, b"", "standard output")
        equal((place.folder / "a.pdf").read_bytes()[:5], b"%PDF-", "the PDF")
        equal((place.folder / "a.odt").read_bytes()[:2], b"PK", "the ODT")
        contains((place.folder / "a.txt").read_text(encoding="utf-8"), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")


@case
def samples_are_canonical(place):
    for sample in place.samples:
        equal(place.run("import", sample, "-o", "-").stdout, sample.read_bytes(), sample.name)


@case
def an_odt_gives_its_plan_back(place):
    for sample in place.samples:
        place.run("export", sample, "-o", "a.odt")
        equal(place.run("import", "a.odt", "-o", "b.duthao").returncode, 0, "status")
        equal((place.folder / "b.duthao").read_bytes(), sample.read_bytes(), sample.name)


@case
def standard_input_and_output_are_files_too(place):
    plan = place.plan.read_bytes()
    for form, start in (("pdf", b"%PDF-"), ("odt", b"PK"), ("txt", "ỦY BAN".encode())):
        named = place.run("export", place.plan, "--to=" + form, "-o", "-")
        piped = place.run("export", "-", "--to=" + form, "-o", "-", stdin=plan)
        equal(piped.returncode, 0, "status")
        equal(piped.stdout[:len(start)], start, "the start")
        equal(piped.stdout, named.stdout, "the bytes of a pipe")
    equal(place.run("import", "-", "-o", "-", stdin=plan).stdout, plan, "the plan")
    equal(place.run("dump", "-", stdin=plan).stdout, place.run("dump", place.plan).stdout, "the pages")


@case
def text_becomes_a_plan(place):
    source = "KẾ HOẠCH\n\nTrồng cây năm 2027\n\nI. MỤC ĐÍCH\n\n1. Làm đẹp cảnh quan.\n\n- Trồng 100 cây.\n"
    place.write("a.txt", source)
    equal(place.run("import", "a.txt", "-o", "a.duthao").returncode, 0, "status")
    out = text(place.run("export", "a.duthao", "--to=txt", "-o", "-").stdout)
    for line in ("KẾ HOẠCH", "Trồng cây năm 2027", "I. MỤC ĐÍCH", "1. Làm đẹp cảnh quan.", "- Trồng 100 cây./."):
        contains(out, line)


@case
def a_new_file_replaces_the_old_one_whole(place):
    old = place.write("a.pdf", b"x" * 1000000)
    os.chmod(old, 0o640)
    equal(place.run("export", place.plan, "-o", "a.pdf").returncode, 0, "status")
    equal(old.read_bytes()[:5], b"%PDF-", "the PDF")
    contains(text(old.read_bytes()[-10:]), "%%EOF")
    equal(old.stat().st_mode & 0o777, 0o640, "the mode")
    equal(sorted(os.listdir(place.folder)), ["a.pdf"], "files")


# --- diagnostics ----------------------------------------------------------


def with_field(place):
    source = text(place.plan.read_bytes()).replace("tầng 1,", "tầng {{tang}},")
    place.write("a.duthao", source)
    return 1 + next(n for n, line in enumerate(source.splitlines()) if "{{tang}}" in line)


@case
def diagnostics_name_the_line_of_the_file(place):
    line = with_field(place)
    result = place.run("export", "a.duthao", "-o", "a.pdf")
    equal(result.returncode, 0, "status")
    found = [x for x in text(result.stderr).splitlines() if x.endswith("[field-unfilled]")]
    equal(len(found), 1, "the number of warnings")
    if not re.match(r"^a\.duthao:%d(:\d+)?: warning: .*“tang”.* \[field-unfilled\]$" % line, found[0]):
        raise AssertionError(found[0])


@case
def what_two_outputs_share_is_told_once(place):
    with_field(place)
    lines = text(place.run("export", "a.duthao", "-o", "a.pdf", "-o", "a.odt", "-o", "a.txt").stderr).splitlines()
    equal(len(lines), len(set(lines)), "the number of lines")


@case
def reports_are_json_when_asked_for(place):
    line = with_field(place)
    result = place.run("export", "a.duthao", "-o", "a.pdf", "--format=json")
    equal(result.stderr, b"", "standard error")
    entry = next(e for e in json.loads(result.stdout) if e["code"] == "field-unfilled")
    equal(set(entry), {"severity", "code", "node", "line", "column", "message"}, "the keys")
    equal((entry["severity"], entry["line"], entry["column"]), ("warning", line, None), "the entry")

    place.write("b.txt", "KẾ HOẠCH\nTrồng cây\nI. MỤC ĐÍCH\nA.\nI. YÊU CẦU\nB.\n")
    result = place.run("import", "b.txt", "-o", "b.duthao", "--format=json")
    equal((result.returncode, result.stderr), (0, b""), "status and standard error")
    codes = [e["code"] for e in json.loads(result.stdout)]
    contains(codes, "number-repaired")


@case
def an_empty_report_is_an_empty_array(place):
    result = place.run("import", place.plan, "-o", "a.duthao", "--format=json")
    equal(json.loads(result.stdout), [], "the report")


@case
def a_failure_prints_no_json(place):
    place.write("a.duthao", "<plan/>")
    result = place.run("export", "a.duthao", "-o", "a.pdf", "--format=json")
    equal((result.returncode, result.stdout), (1, b""), "status and standard output")


# --- dump -----------------------------------------------------------------


@case
def dump_is_json_as_the_contract_says(place):
    for sample in place.samples:
        result = place.run("dump", sample)
        equal(result.returncode, 0, "status")
        pages = json.loads(result.stdout)["pages"]
        for page in pages:
            equal(set(page), {"width", "height", "items"}, "the keys of a page")
            equal(sorted((page["width"], page["height"])), [210000, 297000], "the sides of a page")
            for item in page["items"]:
                check_item(page, item)


def check_item(page, item):
    equal(set(item), ITEM_KEYS, "the keys of an item")
    contains(("text", "rule", "image"), item["kind"])
    for key in ("x", "y", "width", "height"):
        equal(type(item[key]), int, key)
    if not (0 <= item["x"] and item["x"] + item["width"] <= page["width"] and
            0 <= item["y"] and item["y"] + item["height"] <= page["height"]):
        raise AssertionError("off the page: %r" % item)
    equal(item["color"], "#000000", "the colour")
    if item["kind"] == "text":
        equal((type(item["text"]), type(item["font"]), type(item["bold"]), type(item["italic"])),
              (str, str, bool, bool), "types")
        if not 10 <= item["size"] <= 14 or not item["y"] < item["baseline"] < item["y"] + item["height"]:
            raise AssertionError("size or baseline: %r" % item)


@case
def dump_names_roles_and_nodes(place):
    items = [i for page in json.loads(place.run("dump", place.plan).stdout)["pages"] for i in page["items"]]
    found = {i["role"]: i for i in items}
    equal(found["subject"]["node"], "head/subject", "the node of the subject")
    equal(found["number"]["text"], "Số: 12/TB-UBND", "the number")
    equal(found["motto-rule"]["kind"], "rule", "the rule")
    equal(found["motto-rule"]["text"], None, "the text of a rule")


# --- the same bytes everywhere --------------------------------------------

WORLDS = [
    dict(LC_ALL="C", TZ="UTC"), dict(LC_ALL="POSIX", TZ="Asia/Ho_Chi_Minh"), dict(LC_ALL="vi_VN.UTF-8"),
    dict(LC_ALL="de_DE.UTF-8", TZ="America/St_Johns"), dict(LC_ALL=None, LANG=None, LANGUAGE=None, HOME="/nonexistent"),
    dict(LANGUAGE="vi", TZ="XYZ+13:47", USER="somebody", SOURCE_DATE_EPOCH="7"), dict(LC_NUMERIC="de_DE.UTF-8"),
]


@case
def the_same_plan_gives_the_same_bytes(place):
    for sample in place.samples:
        for arguments in (["export", sample, "--to=pdf", "-o", "-"], ["export", sample, "--to=odt", "-o", "-"],
                          ["export", sample, "--to=txt", "-o", "-"], ["dump", sample], ["import", sample, "-o", "-"]):
            wanted = place.run(*arguments).stdout
            for world in WORLDS:
                if place.run(*arguments, env=place.env(**world)).stdout != wanted:
                    raise AssertionError("%s differs in %r" % (" ".join(map(str, arguments)), world))


@case
def neither_name_nor_time_of_the_file_goes_in(place):
    first = place.run("export", place.plan, "-o", "a.pdf", "-o", "a.odt")
    equal(first.returncode, 0, "status")
    other = place.write("other name.duthao", place.plan.read_bytes())
    os.utime(other, (1, 1))
    time.sleep(1.1)
    place.run("export", other, "-o", "b.pdf", "-o", "b.odt")
    for end in (".pdf", ".odt"):
        equal((place.folder / ("a" + end)).read_bytes() == (place.folder / ("b" + end)).read_bytes(), True, end)


# --- bad plans ------------------------------------------------------------


@case
def a_plan_cut_off_anywhere_is_refused(place):
    plan = place.plan.read_bytes()
    end = plan.rindex(b"</plan>") + len(b"</plan>") - 1
    for length in sorted(set(range(1, end, 19)) | set(range(1, 120)) | set(range(end - 40, end + 1))):
        refuse(place, "cut.duthao", plan[:length])


@case
def an_empty_file_is_refused(place):
    refuse(place, "empty.duthao", b"")


@case
def what_is_not_xml_is_refused(place):
    for content in ("Kính gửi: Ủy ban nhân dân xã\n", "{}", "<plan", "<<<>>>", "<plan></plam>", "\0\0\0\0", "PK\3\4",
                    "%PDF-1.4", HEAD, HEAD + "<!-- -->"):
        refuse(place, "a.duthao", content)


@case
def other_xml_is_refused(place):
    refuse(place, "a.duthao", "<html/>", "expected <plan> at the root")
    refuse(place, "b.duthao", '<plan version="1" kind="ke-hoach"/>', "namespace")
    refuse(place, "c.duthao", ROOT.replace("/plan\"", "/other\"") + "<head/></plan>", "namespace")


@case
def other_versions_are_refused(place):
    for version in ("0", "2", "", "1.0", "one"):
        refuse(place, "a.duthao", ROOT.replace('version="1"', 'version="%s"' % version) + "<head/></plan>", "version")


@case
def unknown_elements_and_attributes_are_refused_where_they_stand(place):
    path = refuse(place, "a.duthao", ROOT + "\n  <head/>\n  <bodies/>\n</plan>", ":3:3: ")
    refuse(place, path.name, ROOT + '\n  <head colour="red"/>\n</plan>', ":2:9: ")
    refuse(place, path.name, ROOT + "\n  <head/>\n  <closing>a</closing>\n  <opening>b</opening>\n</plan>", ":4:3: ")
    refuse(place, path.name, ROOT + "\n  words\n</plan>", "unexpected text")
    refuse(place, path.name, ROOT + '\n  <head date="2027-02-30"/>\n</plan>', ":2:9: ")


@case
def bad_utf_8_is_refused(place):
    for bad in (b"\xff", b"\xc3", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe1\xba"):
        refuse(place, "a.duthao", (ROOT + "<head><subject>").encode() + bad + b"</subject></head></plan>")
    refuse(place, "b.duthao", text(place.plan.read_bytes()).encode("utf-16"))
    refuse(place, "c.duthao", '<?xml version="1.0" encoding="windows-1258"?>' + ROOT + "<head/></plan>")


@case
def ten_thousand_levels_are_refused(place):
    deep = "<section>" * 10000 + "</section>" * 10000
    refuse(place, "a.duthao", ROOT + "<head/><sections>" + deep + "</sections></plan>")
    refuse(place, "b.duthao", "<a>" * 10000)


@case
def entities_and_doctypes_are_refused(place):
    laughs = "".join('<!ENTITY a%d "%s">' % (n, "&a%d;" % (n - 1) * 10) for n in range(1, 20))
    refuse(place, "a.duthao", '<!DOCTYPE plan [<!ENTITY a0 "x">%s]>' % laughs + ROOT + "<head>&a19;</head></plan>")
    refuse(place, "b.duthao", '<!DOCTYPE plan SYSTEM "/etc/passwd">' + ROOT + "<head/></plan>")


@case
def a_file_of_200_megabytes_is_refused_at_once(place):
    path = place.folder / "big.duthao"
    with open(path, "wb") as file:
        file.truncate(200 * 1024 * 1024)
    for command in ("export", "import"):
        begin = time.monotonic()
        result = place.run(command, "big.duthao", "-o", "a.pdf")
        says(result, 1, "too large")
        if time.monotonic() - begin > PROMPT:
            raise AssertionError("it took too long")


@case
def a_million_elements_are_refused_in_time(place):
    refuse(place, "a.duthao", ROOT + "<head/><annex>" + "<section/>" * 1000000 + "</annex></plan>")


@case
def missing_files_folders_and_pipes_are_refused(place):
    os.mkdir(place.folder / "folder")
    os.mkfifo(place.folder / "pipe")
    for command, rest in (("export", ["-o", "a.pdf"]), ("import", ["-o", "a.duthao"]), ("dump", [])):
        says(place.run(command, "nowhere.duthao", *rest), 1, "nowhere.duthao: ")
        says(place.run(command, "folder", *rest), 1, "folder: ")
        says(place.run(command, "pipe", *rest), 1, "pipe: ")
        says(place.run(command, "/dev/zero", *rest), 1, "/dev/zero: ")


@case
def what_may_not_be_read_is_refused(place):
    if os.geteuid() == 0:
        raise Skip("root may read everything")
    os.chmod(place.write("a.duthao", place.plan.read_bytes()), 0)
    says(place.run("dump", "a.duthao"), 1, "a.duthao: ")


@case
def bad_imports_are_refused(place):
    for name, content in (("a.txt", b""), ("b.txt", b" \n\n\t\n"), ("c.txt", b"\xff\xfe\xff"),
                          ("d.txt", b"K\xe9 ho\x8ach"), ("e.odt", b"PK\x03\x04rubbish")):
        old = place.write("out.duthao", b"old")
        place.write(name, content)
        says(place.run("import", name, "-o", "out.duthao"), 1, name)
        equal(old.read_bytes(), b"old", "the old plan")


# --- outputs that cannot be written ---------------------------------------


@case
def an_output_that_cannot_be_written_fails(place):
    os.mkdir(place.folder / "folder.pdf")
    says_error(place, "nowhere/a.pdf")
    says_error(place, "folder.pdf")
    os.mkfifo(place.folder / "pipe.pdf")
    says_error(place, "pipe.pdf")
    equal(sorted(os.listdir(place.folder)), ["folder.pdf", "pipe.pdf"], "files")


def says_error(place, output):
    result = place.run("export", place.plan, "-o", output)
    equal((result.returncode, result.stdout), (1, b""), "status for %s" % output)
    line = next(x for x in text(result.stderr).splitlines() if x.startswith("duthao-cli: "))
    contains(line, output)


@case
def a_full_disk_leaves_the_old_file(place):
    old = place.write("a.pdf", b"old")
    result = place.shell("ulimit -f 8; trap '' XFSZ; exec $CLI export $PLAN -o a.pdf")
    equal(result.returncode, 1, "status")
    equal(old.read_bytes(), b"old", "the old file")
    equal(os.listdir(place.folder), ["a.pdf"], "files")


@case
def nothing_is_written_when_one_format_fails(place):
    for name in ("a.pdf", "a.odt", "a.txt"):
        place.write(name, b"old")
    place.write("bad.duthao", "<plan/>")
    equal(place.run("export", "bad.duthao", "-o", "a.txt", "-o", "a.odt", "-o", "a.pdf").returncode, 1, "status")
    for name in ("a.pdf", "a.odt", "a.txt"):
        equal((place.folder / name).read_bytes(), b"old", name)


@case
def standard_output_that_is_full_or_closed_fails(place):
    for command in ("$CLI dump $PLAN", "$CLI export $PLAN --to=pdf -o -", "$CLI import $PLAN -o -", "$CLI --help",
                    "$CLI dump --help", "$CLI --version", "$CLI import $PLAN -o x.duthao --format=json"):
        for place_to_go in (">/dev/full", ">&-"):
            result = place.shell("%s %s" % (command, place_to_go))
            equal(result.returncode, 1, "the status of %s %s" % (command, place_to_go))
            contains(text(result.stderr), "duthao-cli: standard output: ")


@case
def closed_standard_files_are_not_taken_for_others(place):
    equal(place.shell("$CLI export $PLAN -o a.pdf <&- >&- 2>&-").returncode, 0, "status")
    equal((place.folder / "a.pdf").read_bytes()[:5], b"%PDF-", "the PDF")
    result = place.shell("$CLI export - -o b.pdf <&-")
    equal(result.returncode, 1, "status")
    contains(text(result.stderr), "duthao-cli: -: ")


@case
def a_reader_that_leaves_ends_the_program_quietly(place):
    plan = place.root / "data" / "samples" / "ke-hoach-mau.duthao"
    process = subprocess.Popen([place.cli, "dump", plan], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               env=place.env())
    process.stdout.read(1)
    process.stdout.close()
    errors = text(process.stderr.read())
    contains((-signal.SIGPIPE, 1), process.wait(timeout=20))
    lacks(errors, "CRITICAL")


@case
def a_terminal_gets_no_document_and_no_progress_of_a_short_job(place):
    for arguments, status in ((["export", str(place.plan), "--to=pdf", "-o", "-"], 2),
                              (["export", str(place.plan), "-o", "a.pdf"], 0)):
        pid, fd = pty.fork()
        if pid == 0:
            os.chdir(place.folder)
            os.execve(place.cli, [place.cli] + arguments, place.env())
        shown = b""
        try:
            while chunk := os.read(fd, 4096):
                shown += chunk
        except OSError:
            pass
        equal(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), status, "status")
        lacks(text(shown), "%PDF")
        lacks(text(shown), " %\r")


run_all()
