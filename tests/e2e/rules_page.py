# rules_page.py - the rules of the decree about pages, lines and positions
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule takes a draft and yields what is wrong with it.

The numbers stand here a second time on purpose: a wrong number in the style
sheet of the program must not be able to prove itself right.
"""

import re

import pdfpages
from pdfpages import mm

RULES = []


class NotApplicable(Exception):
    """The draft holds nothing the rule is about."""


def rule(identity, name, is_about_text=False):
    """IS_ABOUT_TEXT: the rule judges the words of the author too, and so only drafts of ours."""

    def add(function):
        RULES.append((identity, name, is_about_text, function))
        return function

    return add


def need(things):
    if not things:
        raise NotApplicable()
    return things


def near(a, b, tolerance):
    return abs(a - b) <= tolerance


# Roles: upright text of the body, and those that are justified.
BODY = ("opening", "body", "clause", "point", "dash", "plus", "closing", "article", "heading-3")
HEADINGS = ("part", "part-title", "division", "division-title", "heading-1", "heading-2", "heading-3", "article")
JUSTIFIED = BODY + ("basis", "heading-1", "heading-2")
IN_TABLE = ("table-head", "table-cell")
HEAD = ("national-title", "motto", "parent", "agency", "number", "place-date", "urgency", "circulation")
SIGNED = ("recipients", "recipient", "capacity", "position", "signer")

RED = (1.0, 0.0, 0.0)

LEFT = 30.0
RIGHT = 15.0


def text_middle(draft, page):
    return (LEFT + mm(draft.pages[page].width) - RIGHT) / 2


@rule("R1.1", "paper_is_a4")
def paper(draft):
    for page in draft.pages:
        sides = sorted((mm(page.width), mm(page.height)))
        if not (near(sides[0], 210, 0.5) and near(sides[1], 297, 0.5)):
            yield "page %d measures %.1f x %.1f mm" % (page.index + 1, *sides)


@rule("R1.2", "pages_stand_upright")
def upright(draft):
    for page in draft.pages:
        annexes = {p.part for p in draft.of("annex")}
        if draft.is_landscape(page.index) and draft.part_of_page(page.index) not in annexes:
            yield "page %d lies on its side" % (page.index + 1)


@rule("R1.3", "landscape_pages_hold_a_table")
def landscape(draft):
    for page in need([p for p in draft.pages if draft.is_landscape(p.index)]):
        if len(page.rules) < 2 or len(page.uprights) < 2:
            yield "page %d lies on its side without a table" % (page.index + 1)


def ink(draft, page):
    """Left, top, right and bottom of the text of a page without its number, in mm."""
    glyphs = [(p, g) for p in draft.paragraphs for g in p.glyphs if g.page == page]
    inner = [g for p, g in glyphs if p.role not in HEAD]
    return (min(mm(g.x) for g in inner) if inner else LEFT, min(mm(g.y - 0.66 * g.size) for _, g in glyphs),
            max(mm(g.right) for g in inner) if inner else LEFT, max(mm(g.y) for _, g in glyphs))


@rule("R1.4", "text_keeps_within_the_margins")
def margins(draft):
    for page in draft.pages:
        left, top, right, bottom = ink(draft, page.index)
        width, height = mm(page.width), mm(page.height)
        if not (30 - 0.5 <= left):
            yield "page %d: text begins at %.1f mm" % (page.index + 1, left)
        if not (right <= width - 15 + 0.5):
            yield "page %d: text ends %.1f mm before the edge" % (page.index + 1, width - right)
        if not (20 - 0.5 <= top):
            yield "page %d: text begins %.1f mm below the edge" % (page.index + 1, top)
        if not (bottom <= height - 20 + 0.5):
            yield "page %d: text ends %.1f mm above the edge" % (page.index + 1, height - bottom)


@rule("R1.4", "margins_lie_in_the_lawful_ranges")
def set_margins(draft):
    lines = [p.lines for p in draft.of(*JUSTIFIED) if len(p.lines) > 1 and not draft.is_landscape(p.glyphs[0].page)]
    left = min(mm(line.left) for found in need(lines) for line in found[1:])
    right = 210 - max(mm(line.right) for found in lines for line in found[:-1])
    tops = [ink(draft, p.index)[1] for p in draft.pages if not draft.is_landscape(p.index)]
    if not 30 - 0.3 <= left <= 35 + 0.3:
        yield "the left margin is %.1f mm" % left
    if not 15 - 0.3 <= right <= 20 + 0.3:
        yield "the right margin is %.1f mm" % right
    if not 20 <= min(tops) <= 25 + 5:
        yield "the top margin is %.1f mm" % min(tops)


@rule("2.0", "the_head_hangs_out_by_no_more_than_9_mm")
def head_hangs(draft):
    for p in draft.of(*HEAD):
        for line in p.lines:
            if mm(line.left) < 30 - 9 - 0.2 or mm(line.right) > 210 - 15 + 9 + 0.2:
                yield "%s runs from %.1f to %.1f mm" % (p, mm(line.left), mm(line.right))


@rule("R1.7", "the_font_is_times_new_roman_or_its_twin_embedded_with_unicode")
def fonts(draft):
    found = need(pdfpages.read_fonts(draft.pdf))
    for font in found:
        if not re.match(r"(TimesNewRoman|LiberationSerif|Tinos)", font.name):
            yield "the font %s" % font.name
        if not font.is_embedded:
            yield "%s is not embedded" % font.name
        if not font.has_unicode:
            yield "%s has no ToUnicode" % font.name
    used = {g.font for p in draft.pages for g in p.glyphs}
    for name in used:
        if not any(f.name.startswith(name) for f in found):
            yield "%s is used and not listed" % name


@rule("R1.9", "text_is_whole_letters_that_can_be_taken_out_again")
def normal_form(draft):
    text = pdfpages.read_text(draft.pdf)
    if not pdfpages.is_composed(text):
        yield "the text taken out is not in normal form C"
    for char in "\u00d0\u0189\ufffd":
        if char in text:
            yield "the text taken out holds U+%04X" % ord(char)


@rule("R1.10", "everything_is_black_but_the_stamp_of_urgency")
def black(draft):
    urgent = {g.page for p in draft.of("urgency") for g in p.glyphs}
    for page in draft.pages:
        for color in page.colors - {(0.0, 0.0, 0.0)} - ({RED} if page.index in urgent else set()):
            yield "page %d has the colour %s" % (page.index + 1, color)
    for p in draft.paragraphs:
        if p.role != "urgency" and any(g.color == RED for g in p.glyphs):
            yield "%s is red" % p


@rule("R1.13", "page_numbers_are_centred_in_the_top_margin")
def numbers(draft):
    first = {draft.first_page(part) for part in range(draft.n_parts)}
    need(len(draft.pages) > len(first))
    for page, glyphs in zip(draft.pages, draft.numbers):
        number = page.index - max(f for f in first if f <= page.index) + 1
        if page.index in first:
            if page.index == 0 and glyphs:
                yield "the first page shows its number"
            continue
        text = "".join(g.char for g in glyphs)
        if text != str(number):
            yield "page %d shows “%s”, expected %d" % (page.index + 1, text, number)
            continue
        middle = mm(min(g.x for g in glyphs) + max(g.right for g in glyphs)) / 2
        if not near(middle, text_middle(draft, page.index), 2):
            yield "the number of page %d is centred at %.1f mm" % (page.index + 1, middle)
        for g in glyphs:
            if not 13 - 0.1 <= g.size <= 14 + 0.1 or g.bold or g.italic:
                yield "the number of page %d is set in %s %.1f" % (page.index + 1, g.font, g.size)
            if not 0 < mm(g.y) < 20:
                yield "the number of page %d stands at %.1f mm" % (page.index + 1, mm(g.y))


@rule("R1.13", "the_first_page_has_nothing_in_its_top_margin")
def first_page_clear(draft):
    if draft.numbers[0]:
        yield "there is “%s”" % "".join(g.char for g in draft.numbers[0])


@rule("R1.15", "each_annex_counts_its_own_pages")
def annex_numbers(draft):
    for annex in need(draft.of("annex")):
        start = annex.glyphs[0].page
        pages = [p.index for p in draft.pages if draft.part_of_page(p.index) == annex.part]
        for page in pages:
            text = "".join(g.char for g in draft.numbers[page])
            if text not in ((str(page - start + 1),) if page > start else ("", "1")):
                yield "page %d of %s shows “%s”" % (page - start + 1, annex.text, text)


@rule("R1.12", "boxes_stand_where_the_diagram_has_them")
def boxes(draft):
    left = need(draft.of("parent", "agency", part=0))
    right = need(draft.of("national-title", "motto", part=0))
    edge = max(line.right for p in left for line in p.lines)
    start = min(line.left for p in right for line in p.lines)
    if edge > start:
        yield "the names of the bodies reach %.1f mm into the national title" % mm(edge - start)
    if not near(left[0].lines[0].y, right[0].lines[0].y, 1):
        yield "the agency and the national title do not stand at one height"
    for p in draft.of("type-name", "subject"):
        for line in p.lines:
            if not near(mm(line.middle), text_middle(draft, line.page), 1):
                yield "%s is centred at %.1f mm" % (p, mm(line.middle))
    number, date = draft.one("number"), draft.one("place-date")
    if number is not None and date is not None and number.glyphs[0].y <= left[-1].lines[-1].y:
        yield "the number does not stand below the agency"


@rule("R1.12", "number_and_date_stand_on_one_line")
def baselines(draft):
    number, date = draft.one("number"), draft.one("place-date")
    need(number is not None and date is not None)
    if len(number.lines) != 1 or len(date.lines) != 1:
        yield "they take %d and %d lines" % (len(number.lines), len(date.lines))
    if not near(number.glyphs[0].y, date.glyphs[0].y, 1):
        yield "baselines differ by %.2f pt" % abs(number.glyphs[0].y - date.glyphs[0].y)


@rule("R1.12", "recipients_stand_left_of_the_signature")
def closing_boxes(draft):
    left, right = need(draft.of("recipients", "recipient")), need(draft.of("capacity", "signer"))
    edge = max(line.right for p in left for line in p.lines)
    start = min(line.left for p in right for line in p.lines)
    if edge > start:
        yield "recipients reach %.1f mm into the signature" % mm(edge - start)
    if mm(start) < 105 - 10:
        yield "the signature begins at %.1f mm, not in the right half" % mm(start)


# --- the body -------------------------------------------------------------


@rule("R2.7.1", "body_text_is_upright_13_or_14_points")
def body_style(draft):
    for p in need(draft.of(*BODY)):
        for size in p.sizes:
            if not 13 - 0.1 <= size <= 14 + 0.1:
                yield "%s is set in %.1f pt" % (p, size)
    sizes = {g.size for p in draft.of(*BODY) for g in p.glyphs}
    if len(sizes) > 1:
        yield "the body mixes the sizes %s" % sorted(sizes)


# LibreOffice widens each blank by whole twips and so ends a line up to a fifth of a millimetre earlier; behind italics
# it keeps a twelfth of the line's height free as well.
OFFICE_LOSS = 0.2
ITALIC_LOSS = 0.6


@rule("R2.7.1", "lines_end_at_the_right_margin")
def justified(draft):
    for p in need(draft.of(*JUSTIFIED)):
        for line in p.lines[:-1]:
            edge = mm(draft.pages[line.page].width) - RIGHT
            loss = 0
            if draft.is_office:
                loss = ITALIC_LOSS if line.glyphs[-1].italic else OFFICE_LOSS
            if not edge - 0.5 - loss <= mm(line.right) <= edge + 0.5:
                yield "%s: a line ends at %.2f mm instead of %.2f" % (p, mm(line.right), edge)


@rule("R2.7.2", "first_lines_are_indented_by_10_or_12_7_mm")
def indents(draft):
    values = set()
    for p in need(draft.of(*JUSTIFIED)):
        lines = p.lines
        indent = mm(lines[0].left) - LEFT
        values.add(10 if near(indent, 10, 0.3) else 12.7 if near(indent, 12.7, 0.3) else round(indent, 2))
        for line in lines[1:]:
            if not near(mm(line.left), LEFT, 0.3):
                yield "%s: a line begins at %.2f mm" % (p, mm(line.left))
    if not values <= {10, 12.7} or len(values) != 1:
        yield "indents of %s mm" % ", ".join(map(str, sorted(values)))


def neighbours(draft):
    """Paragraphs of the body that follow each other on one page, with the lines where they meet."""
    for p, q in zip(draft.paragraphs, draft.paragraphs[1:]):
        if p.role in JUSTIFIED and q.role in JUSTIFIED and p.lines[-1].page == q.lines[0].page:
            yield p, q, p.lines[-1], q.lines[0]


@rule("R2.7.3", "paragraphs_are_6_points_apart")
def gaps(draft):
    for p, q, above, below in need(list(neighbours(draft))):
        gap = below.y - above.y - draft.pitch()
        if gap < 6 - 0.2:
            yield "%.2f pt between %s and %s" % (gap, p, q)


@rule("R2.7.4", "lines_are_single_to_one_and_a_half")
def pitches(draft):
    for p in need([p for p in draft.of(*JUSTIFIED) if len(p.lines) > 1]):
        for a, b in zip(p.lines, p.lines[1:]):
            ratio = (b.y - a.y) / (1.149 * a.size) if a.page == b.page else 1.2
            if not 1.0 - 0.01 <= ratio <= 1.5 + 0.01:
                yield "%s: lines are %.2f times single" % (p, ratio)


@rule("R2.7.18", "no_heading_ends_a_page")
def headings_kept(draft):
    for p, q in need([(p, q) for p, q in zip(draft.paragraphs, draft.paragraphs[1:]) if p.role in HEADINGS]):
        if p.role == "article" and len(p.lines) > 1:
            continue
        if p.lines[-1].page != q.lines[0].page and (p.role != "article" or p.glyphs[-1].bold):
            yield "%s ends page %d" % (p, p.lines[-1].page + 1)


@rule("R2.7.18", "the_signature_stands_below_two_lines_of_text")
def signature_kept(draft):
    first = need(draft.of("capacity"))[0]
    page = first.glyphs[0].page
    above = [line for p in draft.of(*JUSTIFIED, part=first.part) for line in p.lines if line.page == page]
    if len(above) < 2:
        yield "%d lines of text stand above it" % len(above)
    for p in draft.of(*SIGNED):
        if p.role != "recipient" and any(g.page != page for g in p.glyphs):
            yield "%s stands on another page" % p


@rule("R2.7.18", "no_line_of_a_paragraph_stands_alone")
def widows(draft):
    for p in need([p for p in draft.of(*JUSTIFIED) if len(p.lines) > 1]):
        pages = [line.page for line in p.lines]
        for page in set(pages):
            if pages.count(page) == 1 and len(set(pages)) > 1:
                yield "%s: one line on page %d" % (p, page + 1)


@rule("R2.12.11", "tables_keep_within_the_margins")
def tables(draft):
    need(draft.of(*IN_TABLE))
    for page in draft.pages:
        for r in page.uprights:
            if not LEFT - 0.5 <= mm(r.x) <= mm(page.width) - RIGHT + 0.5:
                yield "page %d: a rule stands at %.1f mm" % (page.index + 1, mm(r.x))


@rule("R2.12.11", "header_rows_are_repeated")
def repeated(draft):
    heads = need(draft.of("table-head"))
    for p in draft.of("table-cell"):
        pages = {g.page for g in p.glyphs}
        for page in pages:
            if not any(g.page == page for h in heads if h.node == p.node or h.part == p.part for g in h.glyphs):
                yield "page %d shows rows without their header" % (page + 1)
