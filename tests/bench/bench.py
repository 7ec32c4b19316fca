#!/usr/bin/env python3
# bench.py - how long export takes, next to other programs
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench.py BUILDDIR

Makes plans of three lengths, exports them, and prints the median wall time and
the highest memory of the whole process.  LibreOffice and pandoc, where they are
installed, get the same pages: LibreOffice our ODT, pandoc our text.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# Sections per plan, and how often each measurement is repeated.
LENGTHS = [(6, 9), (60, 5), (600, 3)]

WORDS = ("tổ chức thực hiện nhiệm vụ được giao bảo đảm tiến độ chất lượng hiệu quả các cơ quan đơn vị "
         "trên địa bàn xã phối hợp kiểm tra đôn đốc hướng dẫn báo cáo kết quả theo quy định").split()


def sentence(seed, length):
    """Words in an order that only SEED decides, and that no other seed repeats."""
    chosen, state = [], seed
    for _ in range(length):
        state = (state * 1103515245 + 12345) % 2147483648
        chosen.append(WORDS[(state >> 16) % len(WORDS)])
    return " ".join(chosen).capitalize() + "."


def make_text(n_sections):
    lines = []
    for section in range(n_sections):
        if section % 10 == 0:
            lines.append("%s. PHẦN THỨ %d" % (roman(section // 10 + 1), section // 10 + 1))
        lines.append("%d. %s" % (section % 10 + 1, sentence(section, 8)))
        for paragraph in range(5):
            lines.append(sentence(section * 5 + paragraph, 60 + paragraph * 7))
        lines += ["- " + sentence(section * 11 + item, 25) for item in range(3)]
    return "\n".join(lines) + "\n"


def roman(number):
    digits = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    text = ""
    for value, letters in digits:
        while number >= value:
            text, number = text + letters, number - value
    return text


def run(command):
    """Wall seconds and highest resident size in MiB of one process."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("bench: %s failed with status %d" % (" ".join(map(str, command)), process.returncode))
    return time.monotonic() - started, usage.ru_maxrss / 1024


def measure(title, command, repeats):
    run(command)
    samples = [run(command) for _ in range(repeats)]
    seconds = statistics.median(s for s, _ in samples)
    print("  %-28s %9.1f ms %7.1f MiB" % (title, seconds * 1000, max(m for _, m in samples)), flush=True)


def count_pages(path):
    if not shutil.which("pdfinfo"):
        return "?"
    out = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True).stdout
    return next((line.split()[1] for line in out.splitlines() if line.startswith("Pages:")), "?")


def measure_length(cli, folder, n_sections, repeats):
    text, plan = folder / "plan.txt", folder / "plan.duthao"
    pdf, odt, plain = folder / "plan.pdf", folder / "plan.odt", folder / "plan.out.txt"
    text.write_text(make_text(n_sections), encoding="utf-8")
    run([cli, "import", text, "-o", plan])
    run([cli, "export", plan, "-o", pdf])
    print("%d sections, %s pages" % (n_sections, count_pages(pdf)))
    measure("import text", [cli, "import", text, "-o", plan], repeats)
    measure("export PDF", [cli, "export", plan, "-o", pdf], repeats)
    measure("export ODT", [cli, "export", plan, "-o", odt], repeats)
    measure("export text", [cli, "export", plan, "-o", plain], repeats)
    if shutil.which("pandoc"):
        measure("pandoc, ODT", ["pandoc", "-f", "markdown", text, "-o", folder / "pandoc.odt"], 1)
    if shutil.which("soffice"):
        measure("LibreOffice, ODT to PDF",
                ["soffice", "-env:UserInstallation=file://%s/profile" % folder, "--headless",
                 "--convert-to", "pdf", "--outdir", folder / "office", odt], 1)


def main():
    cli = Path(sys.argv[1]).resolve() / "app" / "duthao-cli"
    with tempfile.TemporaryDirectory() as scratch:
        for n_sections, repeats in LENGTHS:
            measure_length(cli, Path(scratch), n_sections, repeats)


if __name__ == "__main__":
    main()
