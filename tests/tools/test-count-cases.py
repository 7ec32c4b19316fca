#!/usr/bin/env python3
# test-count-cases.py - no failing case slips through the count
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent

# Name, protocol, result by Meson, what the program printed, and the last line wanted.
RUNS = [
    ("passes_are_counted", "tap", "OK", "ok 1 - a\nok 2 - b\n1..2\n", "2 passed, 0 failed, 0 skipped"),
    ("failures_are_counted", "tap", "FAIL", "ok 1 - a\nnot ok 2 - b\n1..2\n", "1 passed, 1 failed, 0 skipped"),
    ("skips_are_counted", "tap", "OK", "1..2\nok 1 - a\nok 2 - b # SKIP no tool\n", "1 passed, 0 failed, 1 skipped"),
    ("a_whole_program_may_skip", "tap", "SKIP", "1..0 # SKIP no tool\n", "0 passed, 0 failed, 1 skipped"),
    ("a_crash_fails", "tap", "ERROR", "ok 1 - a\n", "1 passed, 1 failed, 0 skipped"),
    ("a_crash_before_any_case_fails", "tap", "ERROR", "", "0 passed, 1 failed, 0 skipped"),
    ("silence_fails", "tap", "OK", "", "0 passed, 1 failed, 0 skipped"),
    ("an_empty_plan_without_reason_fails", "tap", "SKIP", "1..0\n", "0 passed, 1 failed, 0 skipped"),
    ("a_short_plan_fails", "tap", "ERROR", "1..3\nok 1 - a\n", "1 passed, 1 failed, 0 skipped"),
    ("a_bad_status_after_good_cases_fails", "tap", "FAIL", "ok 1 - a\n1..1\n", "1 passed, 1 failed, 0 skipped"),
    ("a_leak_after_good_cases_fails", "tap", "ERROR", "ok 1 - a\n1..1\n", "1 passed, 1 failed, 0 skipped"),
    ("a_timeout_fails", "tap", "TIMEOUT", "ok 1 - a\n", "1 passed, 1 failed, 0 skipped"),
    ("a_bail_out_fails", "tap", "ERROR", "1..1\nok 1 - a\nBail out! no\n", "1 passed, 1 failed, 0 skipped"),
    ("a_plain_program_is_one_case", "exitcode", "OK", "words\n", "1 passed, 0 failed, 0 skipped"),
    ("a_plain_program_may_fail", "exitcode", "FAIL", "ok 1 - a\n", "0 passed, 1 failed, 0 skipped"),
    ("a_plain_program_may_skip", "exitcode", "SKIP", "no tool\n", "0 passed, 0 failed, 1 skipped"),
]


def count(scratch, protocol, result, stdout):
    build = Path(scratch)
    (build / "meson-logs").mkdir()
    (build / "meson-info").mkdir()
    (build / "meson-info" / "intro-tests.json").write_text(
        json.dumps([{"cmd": ["program"], "protocol": protocol}]))
    (build / "meson-logs" / "testlog.json").write_text(json.dumps(
        {"name": "suite / x", "command": ["program"], "result": result, "returncode": 0, "stdout": stdout}))
    return subprocess.run([sys.executable, str(HERE / "count-cases.py"), str(build)],
                          capture_output=True, text=True)


def main():
    n_failed = 0
    for number, (name, protocol, result, stdout, wanted) in enumerate(RUNS, 1):
        with tempfile.TemporaryDirectory() as scratch:
            answer = count(scratch, protocol, result, stdout)
        got = (answer.stdout.splitlines() or [""])[-1]
        good_status = (answer.returncode == 0) == (" 0 failed" in wanted and not wanted.startswith("0 "))
        is_right = got == wanted and good_status
        n_failed += not is_right
        print("%s %d - %s" % ("ok" if is_right else "not ok", number, name))
        if not is_right:
            print("# wanted: %s\n# got: %s, status %d" % (wanted, got, answer.returncode))
    print("1..%d" % len(RUNS))
    return 1 if n_failed else 0


if __name__ == "__main__":
    sys.exit(main())
