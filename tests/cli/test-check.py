#!/usr/bin/env python3
# test-check.py - the check, its repairs, its slip and its rules
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-check.py PROGRAM ROOT"""

import json

from clitest import case, contains, equal, lacks, run_all, says, text

KEYS = ("rule", "severity", "state", "node", "line", "column", "message", "clause", "evidence", "fix", "suggestion")
WORST = "- Phối  hợp,triển khai trước ngày 5 tháng 03 năm 2027."


def write_faulty(place):
    """A sample with three faults in one paragraph, each of which has a safe repair."""
    plan = (place.root / "tests" / "check" / "plan.duthao").read_text(encoding="utf-8")
    return place.write("faulty.duthao", plan.replace("- Trồng bổ sung cây ở những nơi còn thiếu.", WORST))


def check(place, *arguments):
    return json.loads(text(place.run("check", *arguments, "--format=json").stdout))


@case
def samples_pass(place):
    for sample in place.samples:
        result = place.run("check", sample)
        equal(result.returncode, 0, sample.name)
        for finding in check(place, sample):
            equal(finding["severity"], "note", finding["message"])


@case
def a_finding_says_all_of_itself(place):
    plan = write_faulty(place)
    equal(place.run("check", plan).returncode, 1, "exit status")
    found = {f["rule"]: f for f in check(place, plan) if f["state"] == "fail"}
    for rule in ("L04", "L06", "L25"):
        equal([k for k in KEYS if k not in found[rule]], [], "keys of " + rule)
        equal(found[rule]["node"], "s4/body", rule)
    source = (place.folder / "faulty.duthao").read_text(encoding="utf-8").splitlines()
    place_of_date = found["L25"]
    body = source[place_of_date["line"] - 1].split("<body>")[1]
    equal(body[place_of_date["column"] - 1:][:10], "5 tháng 03", "the place")
    equal((place_of_date["severity"], place_of_date["evidence"]), ("error", "T"), "the law")
    contains(place_of_date["clause"], "Phụ lục I")


@case
def all_states_are_printed_when_asked(place):
    states = {f["state"] for f in check(place, place.samples[0], "--all")}
    contains(" ".join(sorted(states)), "not-applicable")
    contains(" ".join(sorted(states)), "pass")
    lacks(" ".join(f["state"] for f in check(place, place.samples[0])), "pass")


@case
def safe_repairs_settle_and_leave_the_source_alone(place):
    plan = write_faulty(place)
    before = (place.folder / "faulty.duthao").read_bytes()
    place.run("check", plan, "--fix=safe", "-o", "mended.duthao")
    equal((place.folder / "faulty.duthao").read_bytes(), before, "the source")
    mended = (place.folder / "mended.duthao").read_text(encoding="utf-8")
    contains(mended, "- Phối hợp, triển khai trước ngày 05 tháng 3 năm 2027.")
    place.run("check", "mended.duthao", "--fix=safe", "-o", "again.duthao")
    equal((place.folder / "again.duthao").read_text(encoding="utf-8"), mended, "mended twice")
    equal([f["rule"] for f in check(place, "mended.duthao") if f["rule"] in ("L04", "L06", "L25")], [], "left")


@case
def the_day_can_be_set(place):
    rules = [[f["rule"] for f in check(place, write_faulty(place), "--on", day)] for day in ("2026-12-01", "2027-12-01")]
    lacks(" ".join(rules[0]), "L71")
    contains(" ".join(rules[1]), "L71")


@case
def the_slip_is_a_pdf(place):
    place.run("check", write_faulty(place), "--slip", "slip.pdf")
    slip = (place.folder / "slip.pdf").read_bytes()
    equal(slip[:5], b"%PDF-", "its first bytes")
    place.run("check", write_faulty(place), "--slip", "again.pdf")
    equal((place.folder / "again.pdf").read_bytes(), slip, "the same bytes")


@case
def the_rules_are_listed_with_their_clauses(place):
    rules = json.loads(text(place.run("check", "--rules", "--format=json").stdout))
    for rule in rules:
        equal(sorted(rule), ["clause", "evidence", "fix", "from", "id", "severity", "title", "to"], "keys")
        equal(rule["severity"] != "error" or rule["evidence"] == "T", True, "only the law is an error: " + rule["id"])
    ids = {r["id"] for r in rules}
    equal([i for i in ["L%02d" % n for n in range(1, 133)] + ["C%02d" % n for n in range(1, 20)] if i not in ids], [], "missing")
    shown = text(place.run("check", "--rules").stdout)
    contains(shown, "Phụ lục I, mục II, khoản 4, điểm b")


@case
def wrong_usage_and_bad_files_are_told(place):
    equal(place.run("check").returncode, 2, "no file")
    equal(place.run("check", place.samples[0], "--on", "tomorrow").returncode, 2, "no day")
    equal(place.run("check", place.samples[0], "--fix=all").returncode, 2, "no such grade")
    says(place.run("check", place.write("bad.duthao", "<plan>")), 1, "bad.duthao:1:")


run_all()
