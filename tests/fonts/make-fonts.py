#!/usr/bin/env python3
# make-fonts.py - draw the fonts of the golden tests
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-fonts.py OUTDIR

Writes the four faces of "Du Thao Test".  A glyph is a box, as high as its
letter is and as wide as a rule says, so that line and page breaks depend on
the text and on nothing that is installed.  Same bytes on every run.
"""

import sys
import unicodedata
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

FAMILY = "Du Thao Test"
EM = 2048
ASCENT, DESCENT, LINE_GAP = 1825, 443, 87
X_HEIGHT, CAP_HEIGHT = 940, 1350
TIMESTAMP = 3786825600  # 2024-01-01, in seconds since 1904

# Style name, file, is bold, is italic, advance in hundredths of the regular one.
FACES = [
    ("Regular", "DuThaoTest-Regular.ttf", False, False, 100),
    ("Bold", "DuThaoTest-Bold.ttf", True, False, 106),
    ("Italic", "DuThaoTest-Italic.ttf", False, True, 97),
    ("Bold Italic", "DuThaoTest-BoldItalic.ttf", True, True, 103),
]

NARROW, WIDE = "fijlrtI", "mwMW@%"
INVISIBLE = [0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]
COMBINING = [0x0300, 0x0301, 0x0302, 0x0303, 0x0306, 0x0309, 0x031B, 0x0323]
PUNCTUATION = [
    0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E,
    0x2022, 0x2026, 0x2032, 0x2033, 0x20AB, 0x2212, 0x2264, 0x2265, 0xFFFD,
]


def repertoire():
    """Latin, every letter Vietnamese writes, and the marks plans use."""
    chars = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100))
    chars |= {ord(c) for c in "ĂăĐđĨĩŨũƠơƯư"} | set(range(0x1EA0, 0x1EFA))
    return sorted(chars | set(INVISIBLE) | set(COMBINING) | set(PUNCTUATION))


def base_letter(char):
    if char in "đĐ":
        return "d" if char == "đ" else "D"
    return unicodedata.normalize("NFD", char)[0]


def advance(code, percent):
    """Marks add no width, except that the horn of ơ and ư sticks out a little."""
    char = chr(code)
    if code in INVISIBLE or code in COMBINING:
        return 0
    letter = base_letter(char)
    horn = 3 if "\u031b" in unicodedata.normalize("NFD", char) else 0
    if letter in " \u00a0":
        width = 25
    elif letter in WIDE:
        width = 78
    elif letter in NARROW:
        width = 30
    elif letter.isdigit():
        width = 50
    elif letter.islower():
        width = 40 + 2 * (ord(letter) % 7)
    elif letter.isupper():
        width = 58 + 2 * (ord(letter) % 8)
    elif letter in "\u2014\u2026":
        width = 100
    elif letter == "\u2013":
        width = 50
    else:
        width = 26 + 2 * (ord(letter) % 5)
    return (width + horn) * percent * EM // 10000


def boxes(code, width):
    """The (left, bottom, right, top) boxes that make up a glyph."""
    char = chr(code)
    letter = base_letter(char)
    category = unicodedata.category(char)
    if width == 0 or category == "Zs":
        return []
    left, right = width // 10, width - width // 10
    middle = width // 2
    if category in ("Pd", "Sm"):
        shapes = [(left, 500, right, 620)]
    elif category.startswith("P") and letter in ".,\u2026\u201a\u201e":
        shapes = [(left, 0, right, 200)]
    elif letter.islower() and letter not in "bdfhklt":
        shapes = [(left, -380 if letter in "gjpqy" else 0, right, X_HEIGHT)]
    else:
        shapes = [(left, 0, right, CAP_HEIGHT)]
    marks = unicodedata.normalize("NFD", char)[1:]
    top = shapes[0][3]
    for mark in marks:
        if mark == "\u0323":
            shapes.append((middle - 80, -260, middle + 80, -100))
        elif mark == "\u031b":
            shapes.append((right, top - 200, right + 60, top))
        else:
            shapes.append((middle - 160, top + 60, middle + 160, top + 180))
            top += 190
    if char in "đĐ":
        shapes.append((0, 1050, left, 1150))
    return shapes


def draw(shapes, is_italic):
    pen = TTGlyphPen(None)
    for left, bottom, right, top in shapes:
        corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
        if is_italic:
            corners = [(x + y // 5, y) for x, y in corners]
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def glyph_name(code):
    return "space" if code == 0x20 else "uni%04X" % code


def make_face(style, path, is_bold, is_italic, percent):
    codes = repertoire()
    names = [".notdef"] + [glyph_name(code) for code in codes]
    glyphs = {".notdef": draw([(100, 0, 900, CAP_HEIGHT)], is_italic)}
    metrics = {".notdef": (1024, 100)}
    for code in codes:
        width = advance(code, percent)
        glyphs[glyph_name(code)] = draw(boxes(code, width), is_italic)
        metrics[glyph_name(code)] = (width, 0)

    builder = FontBuilder(EM, isTTF=True)
    builder.font.recalcTimestamp = False
    builder.updateHead(
        created=TIMESTAMP,
        modified=TIMESTAMP,
        macStyle=(1 if is_bold else 0) | (2 if is_italic else 0),
    )
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({code: glyph_name(code) for code in codes})
    builder.setupGlyf(glyphs)
    for name, glyph in glyphs.items():
        glyph.recalcBounds(builder.font["glyf"])
        metrics[name] = (metrics[name][0], getattr(glyph, "xMin", 0))
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=ASCENT, descent=-DESCENT, lineGap=LINE_GAP)
    builder.setupNameTable({
        "copyright": "2026 The Dự Thảo authors",
        "familyName": FAMILY,
        "styleName": style,
        "uniqueFontIdentifier": FAMILY + " " + style,
        "fullName": FAMILY + ("" if style == "Regular" else " " + style),
        "psName": Path(path).stem,
        "version": "Version 1.000",
    })
    builder.setupOS2(
        sTypoAscender=ASCENT,
        sTypoDescender=-DESCENT,
        sTypoLineGap=LINE_GAP,
        usWinAscent=ASCENT,
        usWinDescent=DESCENT,
        sxHeight=X_HEIGHT,
        sCapHeight=CAP_HEIGHT,
        usWeightClass=700 if is_bold else 400,
        fsSelection=((0x20 if is_bold else 0) | (0x01 if is_italic else 0)) or 0x40,
    )
    builder.setupPost(italicAngle=-11.3 if is_italic else 0)
    builder.save(path)


def main():
    for style, name, is_bold, is_italic, percent in FACES:
        make_face(style, str(Path(sys.argv[1]) / name), is_bold, is_italic, percent)


if __name__ == "__main__":
    main()
