# pdfpages.py - what is really on the pages of a PDF: glyphs and drawn rules
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the drawing operators of a PDF through `mutool trace`.

Lengths are points from the top left corner of the page as it is seen.
"""

import re
import subprocess
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field

POINTS_PER_MM = 72 / 25.4

# Thicker than this is no rule.
MAX_RULE_HEIGHT = 1.5


def mm(points):
    return points / POINTS_PER_MM


@dataclass
class Glyph:
    char: str
    page: int  # index from 0
    x: float
    y: float  # of the baseline
    width: float
    size: float
    font: str  # without the prefix of the subset
    color: tuple

    @property
    def bold(self):
        return "bold" in self.font.lower()

    @property
    def italic(self):
        # mutool cuts long names short: "LiberationSerif-BoldItal".
        return "ital" in self.font.lower()

    @property
    def right(self):
        return self.x + self.width


@dataclass
class Rule:
    page: int
    x: float
    y: float  # of its centre
    width: float
    height: float
    color: tuple

    @property
    def middle(self):
        return self.x + self.width / 2


@dataclass
class Box:
    left: float
    top: float
    right: float
    bottom: float
    color: tuple


@dataclass
class Page:
    index: int
    width: float
    height: float
    glyphs: list = field(default_factory=list)  # in the order of the content, blanks left out
    rules: list = field(default_factory=list)  # horizontal ones
    uprights: list = field(default_factory=list)  # vertical ones
    boxes: list = field(default_factory=list)  # drawn in one stroke
    colors: set = field(default_factory=set)


def numbers(text):
    return [float(n) for n in text.split()]


def multiply(a, b):
    """The matrix that does A first, then B."""
    return [a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
            a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
            a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5]]


def place(matrix, x, y):
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]


def gray(element):
    """The colour as red, green and blue between 0 and 1."""
    values = numbers(element.get("color", "0"))
    space = element.get("colorspace", "DeviceGray")
    if "CMYK" in space:
        cyan, magenta, yellow, black = values
        return tuple(round((1 - v) * (1 - black), 3) for v in (cyan, magenta, yellow))
    return tuple(round(v, 3) for v in (values * 3 if len(values) == 1 else values))


def add_text(page, element):
    color = gray(element)
    matrix = numbers(element.get("transform"))
    for span in element.iter("span"):
        size_matrix = numbers(span.get("trm"))
        size = abs(multiply(size_matrix + [0, 0], matrix[:4] + [0, 0])[3])
        scale = abs(multiply(size_matrix + [0, 0], matrix[:4] + [0, 0])[0])
        font = span.get("font").split("+", 1)[-1]
        for g in span.iter("g"):
            text = g.get("unicode")
            if text is None or not text.strip() or text == "\u2060":
                continue
            x, y = place(matrix, float(g.get("x")), float(g.get("y")))
            page.glyphs.append(Glyph(text, page.index, x, y, float(g.get("adv")) * scale, round(size, 2), font, color))
            page.colors.add(color)


def box_of(element):
    """The bounding boxes of the parts of a path, in points of the page."""
    matrix = numbers(element.get("transform"))
    parts, points = [], []
    for step in element:
        if step.tag == "moveto" and points:
            parts.append(points)
            points = []
        if step.get("x") is not None:
            points.append(place(matrix, float(step.get("x")), float(step.get("y"))))
        if step.tag == "curveto":
            points.append(place(matrix, float(step.get("x3")), float(step.get("y3"))))
    if points:
        parts.append(points)
    return [(min(p[0] for p in part), min(p[1] for p in part), max(p[0] for p in part), max(p[1] for p in part))
            for part in parts]


def add_line(page, box, thickness, color):
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    page.colors.add(color)
    if height <= MAX_RULE_HEIGHT and width > 5:
        page.rules.append(Rule(page.index, left, (top + bottom) / 2, width, max(height, thickness), color))
    elif width <= MAX_RULE_HEIGHT and height > 5:
        page.uprights.append(Rule(page.index, left, (top + bottom) / 2, max(width, thickness), height, color))
    elif thickness:
        page.boxes.append(Box(left, top, right, bottom, color))


def add_path(page, element):
    color = gray(element)
    thickness = 0.0
    if element.tag == "stroke_path":
        matrix = numbers(element.get("transform"))
        thickness = float(element.get("linewidth", 1)) * abs(matrix[0])
    # White fills are the ground some programs paint first; they leave no ink.
    if color == (1.0, 1.0, 1.0):
        return
    for box in box_of(element):
        add_line(page, box, thickness, color)


# What XML cannot hold, as mutool writes it.
UNREADABLE = re.compile(r"&#x?0*(?:[0-8bcef]|1[0-9a-f]|fff[ef]);", re.IGNORECASE)


def read(path):
    """All pages of the PDF at PATH."""
    out = subprocess.run(["mutool", "trace", str(path)], capture_output=True, check=True).stdout
    root = ET.fromstring(UNREADABLE.sub("\ufffd", out.decode("utf-8", "replace")))
    pages = []
    for number, element in enumerate(root.iter("page")):
        box = numbers(element.get("mediabox"))
        page = Page(number, box[2] - box[0], box[3] - box[1])
        for child in element.iter():
            if child.tag == "fill_text":
                add_text(page, child)
            elif child.tag in ("fill_path", "stroke_path"):
                add_path(page, child)
        pages.append(page)
    return pages


@dataclass
class Font:
    name: str
    is_embedded: bool
    has_unicode: bool


def read_fonts(path):
    out = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True, text=True).stdout.splitlines()
    fonts = []
    if len(out) < 2:
        return fonts
    starts = [m.start() for m in re.finditer(r"-+", out[1])]
    emb, uni = out[0].index("emb"), out[0].index("uni")
    for line in out[2:]:
        fonts.append(Font(line[starts[0]:starts[1]].strip().split("+", 1)[-1],
                          line[emb:emb + 3].strip() == "yes", line[uni:uni + 3].strip() == "yes"))
    return fonts


def read_text(path):
    out = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True).stdout
    return out.decode("utf-8", "replace")


def is_composed(text):
    return unicodedata.normalize("NFC", text) == text and not re.search("[\u0300-\u036f]", text)
