#!/usr/bin/env python3
# count-cases.py - add up the test cases of one or more build directories
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""count-cases.py [--broken] BUILDDIR…

Reads what `meson test` left behind and prints `N passed, N failed, N skipped`
as the last line.  A case is one TAP result, or one program that speaks no TAP.
A program that dies, that stops before its plan is done or that reports no case
at all has failed, whatever it said before.  --broken before a directory says
that it could not be built, which is one failure.
"""

import json
import re
import sys
from pathlib import Path

RESULT = re.compile(r"^(?P<no>not )?ok\b\s*\d*\s*(?:-\s*)?(?P<name>.*?)"
                    r"(?:\s+#\s*(?P<directive>SKIP)\b\S*\s*(?P<reason>.*))?$", re.IGNORECASE)
PLAN = re.compile(r"^1\.\.(?P<count>\d+)\s*(?:#\s*SKIP\S*\s*(?P<reason>.*))?$", re.IGNORECASE)


class Tally:
    def __init__(self):
        self.passed = 0
        self.failures = []
        self.details = []
        self.skips = []

    def fail(self, where, what):
        self.failures.append((where, what))
        self.details.append([])


def count_tap(where, test, tally):
    planned, seen, failed_before = None, 0, len(tally.failures)
    skipped_whole, is_explaining = None, False
    for line in test.get("stdout", "").splitlines():
        plan = PLAN.match(line)
        result = RESULT.match(line)
        if line.startswith("#"):
            if is_explaining and len(tally.details[-1]) < 20:
                tally.details[-1].append(line)
            continue
        is_explaining = bool(result and result["no"] and not result["directive"])
        if plan:
            planned = int(plan["count"])
            if planned == 0:
                skipped_whole = plan["reason"]
        elif result:
            seen += 1
            name = result["name"].strip() or "case %d" % seen
            if result["directive"]:
                tally.skips.append((where, name, result["reason"] or "no reason given"))
            elif result["no"]:
                tally.fail(where, name)
            else:
                tally.passed += 1
        elif line.startswith("Bail out!"):
            tally.fail(where, line)

    if seen == 0 and skipped_whole and test["result"] in ("OK", "SKIP"):
        tally.skips.append((where, "all of it", skipped_whole))
    elif seen == 0:
        tally.fail(where, "no case was reported (%s)" % test["result"])
    elif planned != seen:
        tally.fail(where, "ended after %d cases of %s" % (seen, planned or "an unknown number"))
    elif test["result"] not in ("OK", "SKIP") and len(tally.failures) == failed_before:
        tally.fail(where, "ended badly (%s, status %s)" % (test["result"], test.get("returncode")))


def count_exit_status(where, test, tally):
    if test["result"] == "OK":
        tally.passed += 1
    elif test["result"] == "SKIP":
        reason = (test.get("stdout", "") + test.get("stderr", "")).strip().splitlines()
        tally.skips.append((where, "all of it", reason[-1] if reason else "no reason given"))
    else:
        tally.fail(where, "%s, status %s" % (test["result"], test.get("returncode")))


def count_directory(build, tally):
    log = build / "meson-logs" / "testlog.json"
    try:
        tests = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
        known = json.loads((build / "meson-info" / "intro-tests.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        tally.fail(build.name, "no usable record of the tests: %s" % error)
        return
    if not tests:
        tally.fail(build.name, "no test was run")
    protocols = {tuple(entry["cmd"]): entry["protocol"] for entry in known}
    for test in tests:
        where = "%s: %s" % (build.name, test["name"].split(" / ")[-1])
        if protocols.get(tuple(test["command"])) == "tap":
            count_tap(where, test, tally)
        else:
            count_exit_status(where, test, tally)


def main():
    tally = Tally()
    arguments = iter(sys.argv[1:])
    for argument in arguments:
        if argument == "--broken":
            tally.fail(next(arguments), "could not be built")
        else:
            count_directory(Path(argument), tally)

    for where, name, reason in tally.skips:
        print("skipped: %s: %s: %s" % (where, name, reason))
    for (where, name), details in zip(tally.failures, tally.details):
        print("failed: %s: %s" % (where, name))
        for line in details:
            print("  " + line)
    print("%d passed, %d failed, %d skipped" % (tally.passed, len(tally.failures), len(tally.skips)))
    return 1 if tally.failures or tally.passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
