# odtlib.py - what the tests of exported ODT share
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later

import difflib
import html
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lint"))
import lint  # noqa: E402
import randomplan  # noqa: E402

POINT = 2  # pixels a point when pages are looked at as pictures


class Setting:
    """The program under test, the source tree, and a folder to work in."""

    def __init__(self, folder):
        self.program = Path(sys.argv[1]).resolve()
        self.top = Path(sys.argv[2]).resolve()
        self.folder = Path(folder)
        self.env = dict(os.environ)
        # Real lengths: the closed world of box fonts is for other tests.
        if os.environ.get("DT_LIBERATION_CONF"):
            self.env["FONTCONFIG_FILE"] = os.environ["DT_LIBERATION_CONF"]
        self.env["HOME"] = str(folder)

    def run(self, *command):
        done = subprocess.run([str(part) for part in command], capture_output=True, env=self.env)
        if done.returncode != 0:
            raise RuntimeError("%s: %s" % (Path(str(command[0])).name, done.stderr.decode(errors="replace").strip()[-400:]))
        return done.stdout.decode(errors="replace")

    def export(self, plan, *suffixes):
        """Exports PLAN; the files, named like it."""
        files = [self.folder / (plan.stem + "." + suffix) for suffix in suffixes]
        outputs = [part for file in files for part in ("-o", file)]
        self.run(self.program, "export", plan, *outputs)
        return files

    def samples(self):
        return sorted((self.top / "data" / "samples").glob("*.duthao"))

    def random_plans(self, seeds):
        plans = []
        for seed in seeds:
            path = self.folder / ("random-%d.duthao" % seed)
            path.write_text(randomplan.make(seed, 2 + seed % 4), encoding="utf-8")
            plans.append(path)
        return plans

    def reference_plans(self):
        """Real plans, which are not part of the project: (name, plan or None)."""
        folder = self.top.parent / "shared" / "reference-plans"
        found = []
        for name in ("bach-mai", "kinh-mon", "song-tri"):
            text = folder / (name + ".txt")
            plan = self.folder / (name + ".duthao")
            if text.exists():
                self.run(self.program, "import", text, "-o", plan)
            found.append((name, plan if text.exists() else None))
        return found

    def office(self, target, folder, files):
        """Converts FILES with LibreOffice, in one go."""
        self.run("soffice", "-env:UserInstallation=file://%s" % (self.folder / "profile"), "--headless",
                 "--convert-to", target, "--outdir", folder, *files)
        return [Path(folder) / (Path(file).stem + "." + target) for file in files]


def missing(*programs):
    return [program for program in programs if shutil.which(program) is None]


class Line:
    def __init__(self, page, words):
        words.sort(key=lambda word: word[0])
        self.page = page
        self.text = "".join(word[4] for word in words)
        self.left = min(word[0] for word in words)
        self.right = max(word[2] for word in words)
        self.middle = (words[0][1] + words[0][3]) / 2

    def key(self):
        return (self.page, self.text)


WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


def read_lines(setting, pdf):
    """The lines of a PDF, cells side by side as one; the number of its pages."""
    pages = setting.run("pdftotext", "-bbox", pdf, "-").split("<page ")[1:]
    lines = []
    for number, page in enumerate(pages, 1):
        words = [tuple(float(x) for x in word[:4]) + (html.unescape(word[4]),) for word in WORD.findall(page)]
        words.sort(key=lambda word: word[1] + word[3])
        rows = []
        for word in words:
            middle = (word[1] + word[3]) / 2
            if rows and abs(rows[-1][0] - middle) < 3:
                rows[-1][1].append(word)
            else:
                rows.append((middle, [word]))
        lines += [Line(number, row) for _, row in rows]
    return lines, len(pages)


class Comparison:
    """Two PDF files of one document, line by line."""

    def __init__(self, setting, ours, theirs):
        self.ours, self.n_ours = read_lines(setting, ours)
        self.theirs, self.n_theirs = read_lines(setting, theirs)
        self.same = []
        self.different = []
        matcher = difflib.SequenceMatcher(None, [line.key() for line in self.ours],
                                          [line.key() for line in self.theirs], autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag == "equal":
                self.same += zip(self.ours[a:b], self.theirs[c:d])
            else:
                self.different += ["page %d, we: %s" % line.key() for line in self.ours[a:b]]
                self.different += ["page %d, they: %s" % line.key() for line in self.theirs[c:d]]

    def rate(self):
        return len(self.same) / max(len(self.ours), len(self.theirs), 1)

    def displaced(self, left, right, middle):
        return ["page %d, by %.1f, %.1f and %.1f pt: %s" % (a.page, a.left - b.left, a.right - b.right,
                                                            a.middle - b.middle, a.text[:60])
                for a, b in self.same
                if abs(a.left - b.left) > left or abs(a.right - b.right) > right or abs(a.middle - b.middle) > middle]


DARK = bytes(1 if value < 128 else 0 for value in range(256))


def read_rules(setting, pdf, page):
    """Horizontal rules of a page as (y, left, right) in points, top first."""
    stem = setting.folder / "rules"
    setting.run("pdftoppm", "-r", 72 * POINT, "-gray", "-f", page, "-l", page, "-singlefile", pdf, stem)
    picture = stem.with_suffix(".pgm").read_bytes()
    header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", picture)
    width, height = int(header.group(1)), int(header.group(2))
    pixels = picture[header.end():].translate(DARK)
    rules = []
    for y in range(height):
        for run in re.finditer(rb"\x01{%d,}" % (24 * POINT), pixels[y * width:(y + 1) * width]):
            rule = (y / POINT, run.start() / POINT, run.end() / POINT)
            if not any(rule[0] - other[0] <= 1 and abs(rule[1] - other[1]) <= 1 for other in rules[-8:]):
                rules.append(rule)
    return rules
