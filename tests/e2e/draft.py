# draft.py - the paragraphs of a draft, found again on the pages of a PDF
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft knows what its plan says, which role each paragraph has, and where
each glyph of it stands in one PDF.

The roles come from `duthao-cli dump`, the borders between paragraphs from the
text export; every position, size and font comes from the PDF alone.
"""

import difflib
import statistics
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field

import pdfpages
from pdfpages import mm

NAMESPACE = {"p": "https://duthao.github.io/ns/plan"}

# Glyphs whose baselines differ by less stand on one line.
SAME_LINE = 1.0


@dataclass
class Line:
    page: int
    y: float
    glyphs: list

    @property
    def left(self):
        return min(g.x for g in self.glyphs)

    @property
    def right(self):
        return max(g.right for g in self.glyphs)

    @property
    def width(self):
        return self.right - self.left

    @property
    def middle(self):
        return (self.left + self.right) / 2

    @property
    def size(self):
        return max(g.size for g in self.glyphs)


@dataclass
class Paragraph:
    role: str
    node: str
    text: str
    part: int  # 0 for the document itself, then one for each attachment and annex
    glyphs: list = field(default_factory=list)

    @property
    def lines(self):
        lines = []
        for g in self.glyphs:
            last = lines[-1] if lines else None
            if last is not None and last.page == g.page and abs(last.y - g.y) < SAME_LINE:
                last.glyphs.append(g)
            else:
                lines.append(Line(g.page, g.y, [g]))
        return lines

    @property
    def sizes(self):
        return {g.size for g in self.glyphs}

    def __str__(self):
        return "%s “%s”" % (self.role, self.text[:40])


class Plan:
    """What the plan file says."""

    def __init__(self, path):
        self.root = ET.parse(path).getroot()
        head = self.root.find("p:head", NAMESPACE)
        self.head = dict(head.attrib) if head is not None else {}
        self.kind = self.root.get("kind")
        self.agency = self.text("p:head/p:agency")
        self.parent = self.text("p:head/p:parent")
        self.n_annexes = len(self.root.findall("p:annex", NAMESPACE))
        self.n_capacities = len(self.root.findall("p:signature/p:capacity", NAMESPACE))
        self.has_attachment = self.root.find("p:attachment", NAMESPACE) is not None

    def text(self, path):
        element = self.root.find(path, NAMESPACE)
        return " ".join((element.text or "").split()) if element is not None else ""

    def all(self, path):
        return self.root.findall(path, NAMESPACE)


def without_blanks(text):
    return "".join(text.replace("\u2060", "").split())


class Outline:
    """The paragraphs of a draft before it meets a PDF: characters with their paragraph."""

    def __init__(self, dump, text):
        items = [item for page in dump["pages"] for item in page["items"]
                 if item["kind"] == "text" and item["role"] != "page-number"]
        self.paragraphs = []
        self.stream = []  # (character, paragraph)
        self.queue = [(c, item) for item in items for c in without_blanks(item["text"])]
        self.next = 0
        self.part = 0
        for line in text.splitlines():
            self.read_line(line)
        self.skip_repeats(final=True)

    def read_line(self, line):
        current = None
        for char in without_blanks(line):
            if self.next >= len(self.queue) or self.queue[self.next][0] != char:
                if char in "|/":
                    current = None
                    continue
                self.skip_repeats()
            found, item = self.queue[self.next]
            if found != char:
                raise ValueError("text and pages differ at “%s” (%s, %s)" % (line[:60], char, found))
            if current is None or current.node != (item["node"] or "") or current.role != item["role"]:
                current = self.begin(item)
            current.text += char
            self.stream.append((char, current))
            self.next += 1
        self.restore_blanks(line)

    def begin(self, item):
        if item["role"] == "annex" or (item["role"] in ("agency", "parent") and self.paragraphs and
                                       self.paragraphs[-1].role not in ("agency", "parent", "circulation")):
            self.part += 1
        paragraph = Paragraph(item["role"], item["node"] or "", "", self.part)
        self.paragraphs.append(paragraph)
        return paragraph

    def restore_blanks(self, line):
        last = self.paragraphs[-1] if self.paragraphs else None
        if last is not None and without_blanks(line) == last.text:
            last.text = line.strip()

    def skip_repeats(self, final=False):
        """A header row that the layout repeated on a new page."""
        repeat = None
        while self.next < len(self.queue) and self.queue[self.next][1]["role"] == "table-head":
            char, item = self.queue[self.next]
            if repeat is None:
                repeat = Paragraph("table-head", item["node"], "", self.part)
                self.paragraphs.append(repeat)
            repeat.text += char
            self.stream.append((char, repeat))
            self.next += 1
        if final and self.next < len(self.queue):
            raise ValueError("the pages hold more than the text: “%s”"
                             % "".join(c for c, _ in self.queue[self.next:self.next + 40]))


class Draft:
    """One plan in one PDF."""

    def __init__(self, name, plan, dump, text, pdf, is_office=False):
        self.name = name
        self.is_office = is_office  # the PDF was made by LibreOffice from our ODT
        self.plan = plan
        self.pdf = pdf
        self.pages = pdfpages.read(pdf)
        outline = Outline(dump, text)
        self.paragraphs = outline.paragraphs
        self.numbers = []  # the glyphs of page numbers, a list for each page
        self.lost = []
        self.meet(outline.stream)
        self.n_parts = 1 + max((p.part for p in self.paragraphs), default=0)

    def take_numbers(self):
        """Page numbers stand in the top margin and are digits; everything else is text."""
        rest = []
        for page in self.pages:
            number = [g for g in page.glyphs if mm(g.y) < 19.5 and g.char.isdigit()]
            self.numbers.append(number)
            rest += [g for g in page.glyphs if g not in number]
        return rest

    def meet(self, stream):
        glyphs = [(char, g) for g in self.take_numbers() for char in g.char]
        wanted = "".join(c for c, _ in stream)
        found = "".join(c for c, _ in glyphs)
        if wanted == found:
            blocks = [(0, 0, len(wanted))]
        else:
            blocks = difflib.SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks()
        for a, b, length in blocks:
            for i in range(length):
                paragraph, glyph = stream[a + i][1], glyphs[b + i][1]
                if not paragraph.glyphs or paragraph.glyphs[-1] is not glyph:
                    paragraph.glyphs.append(glyph)
        self.lost = [str(p) for p in self.paragraphs if not p.glyphs]
        self.paragraphs = [p for p in self.paragraphs if p.glyphs]

    def of(self, *roles, part=None):
        return [p for p in self.paragraphs if p.role in roles and (part is None or p.part == part)]

    def one(self, role, part=0):
        return next((p for p in self.of(role) if p.part == part), None)

    def first_page(self, part):
        return min(g.page for p in self.paragraphs if p.part == part for g in p.glyphs)

    def part_of_page(self, index):
        return max((part for part in range(self.n_parts) if self.first_page(part) <= index), default=0)

    def is_landscape(self, page):
        return self.pages[page].width > self.pages[page].height

    def rules_below(self, line, until):
        """Horizontal rules of the page between a baseline and another, nearest first."""
        return sorted((r for r in self.pages[line.page].rules if line.y < r.y < until), key=lambda r: r.y)

    def frame_around(self, line):
        """The frame whose sides lie nearest to a line, drawn in one stroke or in four, or None."""
        page = self.pages[line.page]
        boxes = [b for b in page.boxes if b.left < line.left and line.right < b.right and b.top < line.y < b.bottom]
        if boxes:
            return min(boxes, key=lambda b: b.bottom - b.top)
        across = [r for r in page.rules if r.x < line.left and r.x + r.width > line.right]
        down = [u for u in page.uprights if u.y - u.height / 2 < line.y < u.y + u.height / 2]
        top = max((r for r in across if r.y < line.y), key=lambda r: r.y, default=None)
        bottom = min((r for r in across if r.y > line.y), key=lambda r: r.y, default=None)
        left = max((u for u in down if u.x < line.left), key=lambda u: u.x, default=None)
        right = min((u for u in down if u.x > line.right), key=lambda u: u.x, default=None)
        if None in (top, bottom, left, right) or len({side.color for side in (top, bottom, left, right)}) > 1:
            return None
        return pdfpages.Box(left.x + left.width / 2, top.y, right.x + right.width / 2, bottom.y, top.color)

    def pitch(self):
        """The distance of two lines of one paragraph of the body, as it mostly is."""
        steps = [b.y - a.y for p in self.of("body", "point", "dash", "basis", "opening", "closing", "clause")
                 for a, b in zip(p.lines, p.lines[1:]) if a.page == b.page]
        return statistics.median(steps) if steps else 18.0
