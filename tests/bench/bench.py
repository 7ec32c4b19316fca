#!/usr/bin/env python3
# bench.py - how long export and typing take, next to the bare minimum and to other programs
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench.py BUILDDIR [PAGES…]

Makes plans of about 6, 60 and 600 pages and measures, whole processes in turn
and the median of each:

- export to PDF next to the floor: the same paragraphs through bare Pango and
  Cairo, without any feature (floor.c), and next to LibreOffice on our ODT;
- export to ODT next to bare strings and a compressed package (bare-odt.c), and
  next to pandoc;
- in one process, the time from a keystroke in the middle to new pages, and the
  time of a check: of the whole plan, and after that keystroke;
- on a virtual display, the time from the keystroke to the end of the frame that
  shows those pages, and the work on a frame while scrolling.

The last table holds the figures against the limits.  The time of the processor
stands beside that of the clock, for machines that are busy with other things.
The status is 0 whether or not the limits hold: that would be no fault of the
program alone.
"""

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.sax.saxutils import escape

import catalogue

ROOT = Path(__file__).resolve().parents[2]

# Pages wanted, sections that give about as many, and how often each program runs.
SIZES = {6: (7, 21), 60: (74, 9), 600: (752, 5)}
KEYSTROKES = 300
CHECKS = 25

PROGRAMS = ["bench-floor", "bench-bare-odt", "bench-keystroke", "bench-check"]
UI_PROGRAM = "bench-ui-pages"

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<plan xmlns="https://duthao.github.io/ns/plan" version="1" kind="ke-hoach">
  <head symbol="KH-UBND" date="2027" place="Tân Phúc">
    <agency>ỦY BAN NHÂN DÂN
XÃ TÂN PHÚC</agency>
    <subject>Phép đo tốc độ dàn trang và xuất bản</subject>
  </head>
  <sections>
"""
TAIL = """  </sections>
  <recipients>
    <recipient id="r1">Các thôn</recipient>
    <archive>VT</archive>
  </recipients>
  <signature>
    <capacity id="c1" form="tm">Ủy ban nhân dân</capacity>
    <capacity id="c2">Chủ tịch</capacity>
    <signer>Lê Thị Hồng Vân</signer>
  </signature>
</plan>
"""


class Words:
    """Sentences of the words of the samples, in an order that only the seed decides."""

    def __init__(self):
        text = " ".join(p.read_text(encoding="utf-8") for p in sorted((ROOT / "data" / "samples").glob("*.duthao")))
        text = re.sub(r"<[^>]*>|\{\{.*?\}\}|\[\[.*?\]\]|[*|]", " ", text)
        self.words = sorted({w.strip(",.;:()") for w in text.split() if w[0].isalpha()} - {""})
        self.state = 1

    def draw(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def sentence(self, length):
        chosen = []
        for _ in range(length):
            kind = self.draw(40)
            word = self.words[self.draw(len(self.words))].lower()
            if kind == 0:
                word = "%d/%d" % (1 + self.draw(28), 1 + self.draw(12))
            elif kind == 1:
                word = "%d/KH-UBND" % (1 + self.draw(999))
            elif kind < 5:
                word += ","
            chosen.append(word)
        return " ".join(chosen).capitalize().rstrip(",") + "."


def write_plan(n_sections, plan, plain):
    """The plan, and the same paragraphs: for the bare programs, a letter for the weight before each, and as Markdown."""
    words = Words()
    xml, lines = [HEAD], []
    for section in range(n_sections):
        title = words.sentence(8).rstrip(".")
        paragraphs = [words.sentence(50 + 9 * n) for n in range(4)]
        dashes = [words.sentence(28) for _ in range(3)]
        points = [words.sentence(20) for _ in range(2)]
        body = paragraphs + ["- " + d for d in dashes] + ["%s) %s" % (c, p) for c, p in zip("ab", points)]
        xml.append('    <section id="s%d">\n      <title>%s</title>\n      <body>%s</body>\n    </section>\n'
                   % (section + 1, escape(title), escape("\n".join(body))))
        lines += ["B %d. %s" % (section + 1, title.upper())] + ["R " + line for line in body]
    xml.append(TAIL)
    plan.write_text("".join(xml), encoding="utf-8")
    plain.write_text("\n".join(lines) + "\n", encoding="utf-8")
    markdown = [("## " if line[0] == "B" else "") + line[2:] for line in lines]
    plain.with_suffix(".md").write_text("\n\n".join(markdown) + "\n", encoding="utf-8")


class Job:
    """A process that is run several times."""

    def __init__(self, title, command, share=1.0):
        self.title = title
        self.command = [str(c) for c in command]
        self.share = share  # of the rounds it takes part in
        self.seconds = []  # by the clock
        self.work = []  # of the processor
        self.memory = 0.0

    def run(self):
        begin = time.monotonic()
        process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit("bench: %s failed with status %d" % (" ".join(self.command), process.returncode))
        self.seconds.append(seconds)
        self.work.append(usage.ru_utime + usage.ru_stime)
        self.memory = max(self.memory, usage.ru_maxrss / 1024)

    @property
    def median(self):
        return statistics.median(self.seconds)


def ratio(job, other):
    """The medians of pairs that ran one after the other, which a busy machine disturbs least: clock, processor."""
    return (statistics.median(a / b for a, b in zip(job.seconds, other.seconds)),
            statistics.median(a / b for a, b in zip(job.work, other.work)))


def run_in_turn(jobs, rounds):
    for job in jobs:
        job.run()
        job.seconds.clear()
        job.work.clear()
    for turn in range(rounds):
        for job in jobs:
            if turn < max(1, round(rounds * job.share)):
                job.run()


def count_pages(path):
    out = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True).stdout
    return next((int(line.split()[1]) for line in out.splitlines() if line.startswith("Pages:")), 0)


# A process inherits the mark of the one that starts it, so that less than this script takes cannot be seen.
LEAST_MEMORY = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 + 2


def show(job, base):
    memory = "%7.1f MiB" % job.memory if job.memory > LEAST_MEMORY else ""
    clock, work = ratio(job, base)
    print("  %-30s %9.1f ms %7.2f x   processor %9.1f ms %7.2f x %s"
          % (job.title, job.median * 1000, clock, statistics.median(job.work) * 1000, work, memory), flush=True)


class Bench:
    def __init__(self, build, folder, has_ui):
        self.cli = build / "app" / "duthao-cli"
        self.tools = build / "tests" / "bench"
        self.folder = folder
        self.has_ui = has_ui
        self.results = {}  # (figure, size) -> value

    def measure(self, size):
        n_sections, rounds = SIZES[size]
        plan, plain = self.folder / "plan.duthao", self.folder / "plan.lines"
        write_plan(n_sections, plan, plain)
        pdf, odt = self.folder / "plan.pdf", self.folder / "plan.odt"
        subprocess.run([str(self.cli), "export", str(plan), "-o", str(pdf), "-o", str(odt)], check=True,
                       stderr=subprocess.DEVNULL)
        floor = self.folder / "floor.pdf"
        subprocess.run([str(self.tools / "bench-floor"), str(plain), str(floor)], check=True)
        print("\n%d pages (the floor has %d)" % (count_pages(pdf), count_pages(floor)), flush=True)
        self.measure_pdf(size, rounds, plan, plain, odt)
        self.measure_odt(size, rounds, plan, plain)
        self.measure_keys(size, plan)
        self.measure_check(size, plan)
        if self.has_ui:
            self.measure_screen(size, plan)

    def measure_pdf(self, size, rounds, plan, plain, odt):
        floor = Job("floor: bare Pango and Cairo", [self.tools / "bench-floor", plain, self.folder / "floor.pdf"])
        ours = Job("PDF", [self.cli, "export", plan, "-o", self.folder / "out.pdf"])
        jobs = [floor, ours]
        if shutil.which("soffice"):
            jobs.append(Job("LibreOffice, ODT to PDF",
                            ["soffice", "-env:UserInstallation=" + (self.folder / "profile").as_uri(), "--headless",
                             "--convert-to", "pdf", "--outdir", self.folder / "office", odt], share=0.25))
        run_in_turn(jobs, rounds)
        for job in jobs:
            show(job, floor)
        self.results["PDF / floor", size] = ratio(ours, floor)
        if len(jobs) > 2:
            self.results["LibreOffice / PDF", size] = ratio(jobs[2], ours)

    def measure_odt(self, size, rounds, plan, plain):
        bare = Job("bare ODT: strings, deflate", [self.tools / "bench-bare-odt", plain, self.folder / "bare.odt"])
        ours = Job("ODT", [self.cli, "export", plan, "-o", self.folder / "out.odt"])
        jobs = [bare, ours]
        if shutil.which("pandoc"):
            jobs.append(Job("pandoc, Markdown to ODT",
                            ["pandoc", "-f", "markdown", plain.with_suffix(".md"), "-o", self.folder / "pandoc.odt"], share=0.25))
        run_in_turn(jobs, rounds)
        for job in jobs:
            show(job, bare)
        self.results["ODT / bare ODT", size] = ratio(ours, bare)
        if len(jobs) > 2:
            self.results["pandoc / ODT", size] = ratio(jobs[2], ours)

    def measure_keys(self, size, plan):
        out = subprocess.run([str(self.tools / "bench-keystroke"), str(plan), str(KEYSTROKES)], check=True,
                             capture_output=True, text=True).stdout
        median, late, longest, _ = out.split()
        print("  %-30s %9.2f ms, 95 in 100 below %s ms, longest %s ms" % ("keystroke", float(median), late, longest))
        self.results["keystroke, ms", size] = (float(median), None)

    def measure_check(self, size, plan):
        out = subprocess.run([str(self.tools / "bench-check"), str(plan), str(CHECKS)], check=True, capture_output=True,
                             text=True).stdout
        whole, whole_work, key, late, key_work = [float(word) for word in out.split()[:5]]
        print("  %-30s %9.2f ms   processor %.2f ms" % ("check of the whole plan", whole, whole_work))
        print("  %-30s %9.2f ms, 95 in 100 below %.2f ms   processor %.2f ms" % ("check after a keystroke", key, late, key_work))
        self.results["check, ms", size] = (whole, whole_work)
        self.results["check after a keystroke, ms", size] = (key, key_work)

    def measure_screen(self, size, plan):
        env = {**os.environ, "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GSETTINGS_BACKEND": "memory",
               "XDG_DATA_HOME": str(self.folder), "GTK_A11Y": "none"}
        out = subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1280x960x24 -noreset", "dbus-run-session", "--",
                              str(self.tools / UI_PROGRAM), str(plan), str(KEYSTROKES)], check=True, env=env,
                             capture_output=True, text=True).stdout
        times = [float(word) for word in out.split()[:12]]
        for title, at in (("keystroke to screen", 0), ("frame while scrolling", 6)):
            print("  %-30s %9.2f ms, 95 in 100 below %.2f ms, longest %.2f ms   processor %.2f ms, 95 in 100 below %.2f ms"
                  % (title, *times[at:at + 5]))
            self.results[title + ", 95 %, ms", size] = (times[at + 1], times[at + 4])

    def measure_start(self, build):
        here = Path(__file__).resolve().parent
        out = subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1280x960x24 -noreset", "dbus-run-session", "--",
                              sys.executable, str(here / "start.py"), str(build / "ui/duthao")], check=True,
                             capture_output=True, text=True).stdout
        ours, theirs = [float(line.split()[-1]) for line in out.splitlines()]
        print("\nfirst window: %.0f ms, that of GNOME Text Editor %.0f ms" % (ours, theirs))
        self.results[START, 0] = (ours / theirs, None)


# A figure, its limit, whether it is a least one, and the sizes it is for.
LIMITS = [
    ("PDF / floor", 1.5, False, (6,)),
    ("PDF / floor", 1.2, False, (600,)),
    ("LibreOffice / PDF", 15, True, (6,)),
    ("ODT / bare ODT", 3, False, (6, 60, 600)),
    ("pandoc / ODT", 10, True, (6, 60, 600)),
    ("keystroke, ms", 16, False, (6, 60, 600)),
    ("check, ms", 60, False, (6, 60)),
    ("check after a keystroke, ms", 10, False, (6, 60)),
    ("keystroke to screen, 95 %, ms", 32, False, (6, 60)),
    ("keystroke to screen, 95 %, ms", 50, False, (600,)),
    ("frame while scrolling, 95 %, ms", 16, False, (6, 60, 600)),
]
GROWTH = 4
START = "first window / GNOME Text Editor"
START_LIMIT = 1.5


def judge(results):
    rows = []
    for figure, limit, is_least, sizes in LIMITS:
        rows += [("%s at %d pages" % (figure, size), results[figure, size], limit, is_least)
                 for size in sizes if (figure, size) in results]
    keys = "keystroke, ms"
    if (keys, 6) in results and (keys, 600) in results:
        growth = results[keys, 600][0] / results[keys, 6][0]
        rows.append(("keystroke, 600 pages / 6 pages", (growth, None), GROWTH, False))

    if (START, 0) in results:
        rows.append((START, results[START, 0], START_LIMIT, False))

    print("\n%-44s %9s %10s %14s" % ("figure", "clock", "processor", "limit"))
    for name, (clock, work), limit, is_least in rows:
        holds = clock >= limit if is_least else clock <= limit
        print("%-44s %9.2f %10s %10s %-4g %s" % (name, clock, "%.2f" % work if work else "",
                                                "at least" if is_least else "at most", limit,
                                                "" if holds else "MISSED"))


def main():
    build = Path(sys.argv[1]).resolve()
    sizes = [int(a) for a in sys.argv[2:]] or list(SIZES)
    has_ui = (build / "ui").is_dir() and shutil.which("xvfb-run") is not None
    programs = PROGRAMS + ([UI_PROGRAM] if has_ui else [])
    subprocess.run(["ninja", "-C", str(build), "--quiet"] + ["tests/bench/" + p for p in programs], check=True)
    if not has_ui:
        print("the time to the screen is not measured: no application was built, or there is no xvfb-run")
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(build, Path(scratch), has_ui)
        for size in sizes:
            bench.measure(size)
        if has_ui and all(shutil.which(tool) for tool in ("gnome-text-editor", "xdotool")):
            subprocess.run(["ninja", "-C", str(build), "--quiet", "ui/duthao", "data/gschemas.compiled"], check=True)
            bench.measure_start(build)
        judge(bench.results)
    print()
    catalogue.run(build)


if __name__ == "__main__":
    main()
