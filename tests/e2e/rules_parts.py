# rules_parts.py - the rules of the decree about the components of a document
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later

import re

from pdfpages import mm
from rules_page import BODY, LEFT, RED, NotApplicable, near, need, rule, text_middle

LETTERS = "a b c d đ e g h i k l m n o p q r s t u v x y".split()
ABBREVIATIONS = {
    "ke-hoach": "KH", "quyet-dinh-truc-tiep": "QĐ", "quyet-dinh-gian-tiep": "QĐ", "chi-thi": "CT", "quy-che": "QC",
    "quy-dinh": "QyĐ", "thong-cao": "TC", "thong-bao": "TB", "huong-dan": "HD", "chuong-trinh": "CTr",
    "phuong-an": "PA", "de-an": "ĐA", "du-an": "DA", "bao-cao": "BC", "to-trinh": "TTr",
}
MONTHS = r"(?:0[12]|[3-9]|1[0-2])"
DAYS = r"(?:0[1-9]|[12]\d|3[01])"


def style(draft, roles, least, most, bold, italic, caps=None):
    """What departs from a style; CAPS: True, False, or None for either."""
    for p in need(draft.of(*roles)):
        for size in p.sizes:
            if not least - 0.1 <= size <= most + 0.1:
                yield "%s is set in %.2f pt" % (p, size)
        # A digit or a dash that the font takes from elsewhere would show here as well.
        if bold is not None and any(g.bold != bold for g in p.glyphs):
            yield "%s is %sbold" % (p, "not " if bold else "")
        if italic is not None and any(g.italic != italic for g in p.glyphs):
            yield "%s is %sitalic" % (p, "not " if italic else "")
        letters = [g.char for g in p.glyphs if g.char.isalpha()]
        if caps is True and any(c != c.upper() for c in letters):
            yield "%s is not in capitals" % p
        if caps is False and len(letters) > 3 and all(c == c.upper() for c in letters):
            yield "%s is in capitals" % p


def rule_below(draft, paragraph, until, least, most):
    """What is wrong with the rule drawn between PARAGRAPH and the baseline UNTIL."""
    last = paragraph.lines[-1]
    wide = max(paragraph.lines, key=lambda line: line.width)
    found = [r for r in draft.rules_below(last, until) if r.x < wide.right and r.x + r.width > wide.left]
    if not found:
        yield "there is no rule below %s" % paragraph
        return
    r = found[0]
    ratio = r.width / wide.width
    if not least <= ratio <= most:
        yield "the rule below %s is %.3f of its line" % (paragraph, ratio)
    if not near(mm(r.middle), mm(wide.middle), 1):
        yield "the rule below %s is %.2f mm off the middle" % (paragraph, mm(r.middle - wide.middle))
    if len(found) > 1 and found[1].y - r.y < 3:
        yield "the rule below %s is double" % paragraph


def next_line(draft, paragraph):
    """The baseline of what stands next below PARAGRAPH on its page, in its columns or not."""
    last = paragraph.lines[-1]
    below = [g.y for p in draft.paragraphs for g in p.glyphs if g.page == last.page and g.y > last.y + 2]
    return min(below, default=last.y + 40)


# --- 2.0 and 2.1: presence, national title, motto -------------------------


@rule("2.0", "none_of_the_nine_components_is_missing")
def presence(draft):
    for role in ("national-title", "motto", "agency", "number", "place-date", "type-name", "subject",
                 "recipients", "capacity", "signer"):
        if draft.one(role) is None:
            yield "there is no %s" % role
    if not draft.of(*BODY):
        yield "there is no content"
    yield from ("not found on the pages: %s" % p for p in draft.lost)


@rule("R2.1.1", "the_national_title_is_in_bold_capitals")
def national_title(draft):
    yield from style(draft, ["national-title"], 12, 13, True, False, True)
    for p in draft.of("national-title"):
        if p.text not in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"):
            yield "it says “%s”" % p.text
        if len(p.lines) != 1:
            yield "it takes %d lines" % len(p.lines)
        if mm(p.lines[0].middle) < 105:
            yield "it does not stand on the right"


@rule("R2.1.2", "the_motto_is_bold_and_centred_under_the_title")
def motto(draft):
    yield from style(draft, ["motto"], 13, 14, True, False, False)
    for title, p in zip(draft.of("national-title"), draft.of("motto")):
        if p.text != "Độc lập - Tự do - Hạnh phúc":
            yield "it says “%s”" % p.text
        if not near(mm(p.lines[0].middle), mm(title.lines[0].middle), 1):
            yield "it is %.2f mm off the middle" % mm(p.lines[0].middle - title.lines[0].middle)


@rule("R2.1.3", "the_rule_under_the_motto_is_as_long_as_its_text")
def motto_rule(draft):
    for p in need(draft.of("motto")):
        yield from rule_below(draft, p, next_line(draft, p), 0.97, 1.03)


@rule("R2.1.4", "title_and_motto_are_single_spaced")
def motto_spacing(draft):
    for title, p in need(list(zip(draft.of("national-title"), draft.of("motto")))):
        distance = p.lines[0].y - title.lines[0].y
        if distance > 1.25 * p.lines[0].size:
            yield "their baselines are %.1f pt apart" % distance


# --- 2.2: the bodies ------------------------------------------------------


@rule("R2.2.1", "the_full_name_of_the_body_stands_there")
def agency_name(draft):
    agency = need(draft.plan.agency)
    shown = draft.one("agency")
    if shown is None or " ".join(shown.text.split()).upper() != agency.upper():
        yield "it says “%s” instead of “%s”" % (shown.text if shown else "", agency)


@rule("R2.2.2", "the_parent_body_is_in_regular_capitals")
def parent_style(draft):
    yield from style(draft, ["parent"], 12, 13, False, False, True)


@rule("R2.2.3", "the_body_is_in_bold_capitals_centred_and_single_spaced")
def agency_style(draft):
    yield from style(draft, ["agency"], 12, 13, True, False, True)
    for p in draft.of("agency"):
        column = p.lines + [line for q in draft.of("parent", part=p.part) for line in q.lines]
        if any(not near(mm(line.middle), mm(p.lines[0].middle), 1) for line in column):
            yield "%s: lines are not centred under each other" % p
        for a, b in zip(p.lines, p.lines[1:]):
            if b.y - a.y > 1.25 * b.size:
                yield "%s: lines are %.1f pt apart" % (p, b.y - a.y)
        if p.text.startswith("UBND"):
            yield "%s is shortened" % p


@rule("R2.2.4", "the_rule_under_the_body_is_a_third_to_a_half_of_it")
def agency_rule(draft):
    for p in need(draft.of("agency")):
        number = draft.one("number", p.part)
        until = number.lines[0].y if number else p.lines[-1].y + 20
        yield from rule_below(draft, p, until, 1 / 3 - 0.005, 0.5 + 0.005)


@rule("R2.2.5", "a_commune_has_no_parent_body")
def no_parent(draft):
    if draft.plan.parent or not re.match(r"ỦY BAN NHÂN DÂN (XÃ|PHƯỜNG|ĐẶC KHU)", draft.plan.agency.upper()):
        raise NotApplicable()
    for p in draft.of("parent"):
        yield "%s stands above it" % p


# --- 2.11: stamps ---------------------------------------------------------

URGENCIES = {"KHẨN": 20, "THƯỢNG KHẨN": 40, "HỎA TỐC": 30}


def framed(draft, p):
    """The frame of a stamp of one line, and what is wrong with it as a frame."""
    if len(p.lines) != 1:
        return None, ["%s takes %d lines" % (p, len(p.lines))]
    line = p.lines[0]
    box = draft.frame_around(line)
    if box is None:
        return None, ["%s has no frame" % p]
    wrong = []
    if not near(mm(box.bottom - box.top), 8, 0.5):
        wrong.append("its frame is %.2f mm high" % mm(box.bottom - box.top))
    if not near(mm(box.left + box.right) / 2, mm(line.middle), 1):
        wrong.append("it is %.2f mm off the middle of its frame" % (mm(line.middle) - mm(box.left + box.right) / 2))
    # The middle of capitals lies a third of their size above the baseline.
    if not near(mm(box.top + box.bottom) / 2, mm(line.y - 0.33 * line.size), 0.7):
        wrong.append("it stands %.2f mm off the height of its frame" % (mm(box.top + box.bottom) / 2 - mm(line.y - 0.33 * line.size)))
    return box, wrong


@rule("R2.11.2", "the_stamp_of_urgency_is_red_framed_and_stands_under_the_number")
def urgency(draft):
    yield from style(draft, ["urgency"], 13, 14, True, False, True)
    for p in draft.of("urgency"):
        box, wrong = framed(draft, p)
        yield from wrong
        if box is not None and not near(mm(box.right - box.left), URGENCIES[p.text], 0.5):
            yield "the frame of %s is %.2f mm wide" % (p, mm(box.right - box.left))
        if any(g.color != RED for g in p.glyphs) or box is not None and box.color != RED:
            yield "%s is not red" % p
        number, kind = draft.one("number"), draft.one("type-name")
        if not number.lines[-1].y < p.lines[0].y < kind.lines[0].y:
            yield "%s does not stand between number and type" % p
        if not near(mm(p.lines[0].middle), mm(number.lines[0].middle), 1):
            yield "%s is not centred under the number" % p
        if box is not None and box.top < number.lines[0].y + 2:
            yield "its frame touches the number"


@rule("R2.11.3", "the_limits_of_circulation_are_framed_above_the_national_title")
def circulation(draft):
    yield from style(draft, ["circulation"], 13, 14, True, False, True)
    for p in draft.of("circulation"):
        box, wrong = framed(draft, p)
        yield from wrong
        title = draft.one("national-title")
        if p.lines[0].y >= title.lines[0].y:
            yield "%s does not stand above the national title" % p
        if not near(mm(p.lines[0].middle), mm(title.lines[0].middle), 1):
            yield "%s is not centred over the national title" % p
        if box is not None and box.bottom > title.lines[0].y - 0.7 * title.lines[0].size:
            yield "its frame touches the national title"


# --- 2.3 and 2.4: number, place, date -------------------------------------


@rule("R2.3.1", "the_number_is_13_points_upright_and_centred_under_the_body")
def number_style(draft):
    yield from style(draft, ["number"], 13, 13, False, False)
    number, agency = need(draft.one("number")), draft.one("agency")
    if not near(mm(number.lines[0].middle), mm(agency.lines[-1].middle), 1):
        yield "it is %.2f mm off the middle" % mm(number.lines[0].middle - agency.lines[-1].middle)
    if not number.text.startswith("Số:"):
        yield "it says “%s”" % number.text


@rule("R2.3.2", "a_number_below_10_has_a_leading_zero")
def number_padding(draft):
    text = need(draft.one("number")).text
    if not re.match(r"^Số: ?(?:0[1-9]|[1-9]\d{1,4}|\s*)[A-ZĐa-zđ]?/", text):
        yield "it says “%s”" % text


@rule("R2.3.3", "the_symbol_has_no_blanks")
def symbol_shape(draft):
    text = need(draft.one("number")).text
    if not re.match(r"^[^/]*/[A-ZĐ][A-ZĐa-z]*(-[A-ZĐ&]+)+$", text):
        yield "it says “%s”" % text


@rule("R2.3.4", "the_symbol_begins_with_the_type")
def symbol_type(draft):
    text = need(draft.one("number")).text
    wanted = need(ABBREVIATIONS.get(draft.plan.kind))
    if text.split("/", 1)[-1].split("-")[0] != wanted:
        yield "it says “%s”, expected %s" % (text, wanted)


@rule("R2.3.7", "the_symbol_of_a_single_document_has_no_year")
def symbol_year(draft):
    if re.search(r"\d/20\d\d/", need(draft.one("number")).text):
        yield "it says “%s”" % draft.one("number").text


@rule("R2.4.1", "place_and_date_are_italic_and_centred_under_the_title")
def place_date_style(draft):
    yield from style(draft, ["place-date"], 13, 14, False, True)
    p, title = need(draft.one("place-date")), draft.one("national-title")
    if not near(mm(p.lines[0].middle), mm(title.lines[0].middle), 1):
        yield "they are %.2f mm off the middle" % mm(p.lines[0].middle - title.lines[0].middle)
    if not re.match(r"^[^\W\d_][^,]{0,60}, ngày ", p.text):
        yield "it says “%s”" % p.text


@rule("R2.4.2", "days_and_months_are_padded_as_the_decree_says")
def date_padding(draft):
    text = need(draft.one("place-date")).text
    if not re.search(r", ngày +(?:%s)? *tháng +(?:%s)? *năm +(?:20\d\d)?$" % (DAYS, MONTHS), text):
        yield "it says “%s”" % text


@rule("R2.4.3", "the_date_is_written_in_words")
def date_words(draft):
    if re.search(r"\d[/.-]\d", need(draft.one("place-date")).text):
        yield "it says “%s”" % draft.one("place-date").text


@rule("R2.4.6", "each_syllable_of_the_place_has_a_capital")
def place_capitals(draft):
    for syllable in need(draft.one("place-date")).text.split(",")[0].split():
        if syllable[0].isalpha() and not syllable[0].isupper():
            yield "“%s” is in small letters" % syllable


# --- 2.5 and 2.6: type, subject, bases ------------------------------------


@rule("R2.5.1", "the_type_is_in_bold_capitals_in_the_middle")
def type_name(draft):
    yield from style(draft, ["type-name"], 13, 14, True, False, True)
    for p in draft.of("type-name"):
        if not near(mm(p.lines[0].middle), text_middle(draft, p.lines[0].page), 1):
            yield "%s is centred at %.1f mm" % (p, mm(p.lines[0].middle))


@rule("R2.5.2", "the_subject_is_bold_in_the_middle_directly_below")
def subject(draft):
    yield from style(draft, ["subject"], 13, 14, True, False, False)
    for name, p in zip(draft.of("type-name"), draft.of("subject")):
        if p.text.rstrip().endswith("."):
            yield "%s ends in a full stop" % p
        if p.lines[0].y - name.lines[-1].y > 1.5 * 1.149 * p.lines[0].size + 0.2:
            yield "%s stands %.1f pt below the type" % (p, p.lines[0].y - name.lines[-1].y)
        for line in p.lines:
            if not near(mm(line.middle), text_middle(draft, line.page), 1):
                yield "%s is centred at %.1f mm" % (p, mm(line.middle))


@rule("R2.5.3", "the_rule_under_the_subject_is_a_third_to_a_half_of_it")
def subject_rule(draft):
    for p in need(draft.of("subject")):
        after = draft.paragraphs[draft.paragraphs.index(p) + 1]
        # An attached text has its rule below the line that ties it to the decision (R2.12.10).
        if after.role == "attached":
            p = after
            after = draft.paragraphs[draft.paragraphs.index(p) + 1]
        yield from rule_below(draft, p, after.lines[0].y, 1 / 3 - 0.005, 0.5 + 0.005)


@rule("R2.5.6", "no_line_of_the_subject_is_a_single_syllable")
def subject_lines(draft):
    for p in need(draft.of("subject")):
        shares = [line.width / max(other.width for other in p.lines) for line in p.lines]
        if len(shares) > 1 and min(shares) < 0.2:
            yield "%s: a line is %.2f of the longest" % (p, min(shares))


@rule("R2.6.2", "laws_among_the_bases_carry_no_number", is_about_text=True)
def law_bases(draft):
    for p in need(draft.of("basis")):
        if re.match(r"^\w+ \w+ (Bộ l|L)uật .* số \d", p.text):
            yield "%s" % p


@rule("R2.6.3", "bases_are_italic")
def bases_style(draft):
    yield from style(draft, ["basis"], 13, 14, False, True)


@rule("R2.6.4", "bases_end_in_semicolons_and_the_last_in_a_full_stop")
def bases_ends(draft):
    bases = need(draft.of("basis"))
    for p in bases[:-1]:
        if not p.text.endswith(";"):
            yield "%s ends in “%s”" % (p, p.text[-1])
    if not bases[-1].text.endswith("."):
        yield "the last one ends in “%s”" % bases[-1].text[-1]


# --- 2.7: headings --------------------------------------------------------


@rule("R2.7.6", "large_divisions_have_titles")
def division_titles(draft):
    for p in need(draft.of("part", "division")):
        after = draft.paragraphs[draft.paragraphs.index(p) + 1]
        if after.role != p.role + "-title":
            yield "%s has no title" % p


@rule("R2.7.7", "parts_and_chapters_are_centred_bold_and_roman")
def chapters(draft):
    yield from style(draft, ["part"], 13, 14, True, False, False)
    yield from style(draft, ["part-title"], 13, 14, True, False, True)
    for p in draft.of("part"):
        if not re.match(r"^(Phần|Chương) [IVXL]+$", p.text):
            yield "it says “%s”" % p.text
    yield from centred(draft, "part", "part-title")


@rule("R2.7.8", "divisions_are_centred_bold_and_arabic")
def divisions(draft):
    yield from style(draft, ["division"], 13, 14, True, False, False)
    yield from style(draft, ["division-title"], 13, 14, True, False, True)
    for p in draft.of("division"):
        if not re.match(r"^(Mục|Tiểu mục) \d+$", p.text):
            yield "it says “%s”" % p.text
    yield from centred(draft, "division", "division-title")


def centred(draft, *roles):
    for p in draft.of(*roles):
        for line in p.lines:
            if not near(mm(line.middle), text_middle(draft, line.page), 1):
                yield "%s is centred at %.1f mm" % (p, mm(line.middle))


@rule("R2.7.9", "the_number_of_an_article_is_bold")
def articles(draft):
    for p in need(draft.of("article")):
        label = re.match(r"^Điều \d+\.", p.text)
        if not label:
            yield "it says “%s”" % p.text[:20]
            continue
        length = len(label[0].replace(" ", ""))
        if not all(g.bold and not g.italic for g in p.glyphs[:length]):
            yield "%s: the number is not bold" % p
        if any(g.italic for g in p.glyphs):
            yield "%s is italic" % p


@rule("R2.7.10", "numbered_titles_are_bold_and_numbered_sentences_are_not")
def clauses(draft):
    found = draft.of("heading-2", "clause")
    need(found)
    for p in found:
        if not re.match(r"^\d+(\.\d+)*\. \S", p.text):
            yield "it says “%s”" % p.text[:20]
    yield from style(draft, ["heading-2"], 13, 14, True, False) if draft.of("heading-2") else ()
    for p in draft.of("clause"):
        if p.glyphs[0].bold or p.glyphs[0].italic:
            yield "%s: the number of a sentence is bold" % p


@rule("R2.7.11", "points_are_letters_in_parentheses_upright_and_regular")
def points(draft):
    for p in need(draft.of("point", "heading-3")):
        if p.role == "point" and not re.match(r"^[a-zđ]\) \S", p.text):
            yield "it says “%s”" % p.text[:20]
        if p.glyphs[0].bold or p.glyphs[0].italic:
            yield "%s: the letter is not regular" % p


@rule("R2.7.12", "roman_headings_are_in_bold_capitals")
def roman(draft):
    yield from style(draft, ["heading-1"], 13, 14, True, False, True)
    for p in draft.of("heading-1"):
        if not re.match(r"^([IVXLC]+|\d+)\. \S", p.text):
            yield "it says “%s”" % p.text[:20]


@rule("R2.7.12", "roman_headings_are_numbered_without_a_gap")
def roman_order(draft):
    numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    for part in range(draft.n_parts):
        found = [p.text.split(".")[0] for p in draft.of("heading-1", part=part) if p.text[0] in "IVXLC"]
        if found != numerals[:len(found)]:
            yield "they run %s" % ", ".join(found)
    need(draft.of("heading-1"))


@rule("R2.7.13", "points_follow_the_vietnamese_alphabet")
def letters(draft):
    last = None
    for p in need(draft.of("point")):
        letter = p.text[0]
        wanted = [LETTERS[0]] + ([LETTERS[LETTERS.index(last) + 1]] if last in LETTERS[:-1] else [])
        if letter not in wanted:
            yield "%s follows %s)" % (p, last)
        last = letter


@rule("R2.7.16", "the_end_mark_stands_once_at_the_end_of_the_content", is_about_text=True)
def end_mark(draft):
    for part in range(draft.n_parts):
        texts = [p.text for p in draft.of(*BODY, part=part)]
        marked = [t for t in texts if t.endswith("./.")]
        if texts and part == 0 and (len(marked) != 1 or texts[-1] not in marked):
            yield "part %d has %d of them" % (part, len(marked))


# --- 2.8 and 2.10: signature and recipients -------------------------------


@rule("R2.8.1", "a_collective_body_is_signed_for")
def collective(draft):
    lines = need(draft.of("capacity"))
    forms = [c.get("form") for c in draft.plan.all("p:signature/p:capacity")]
    need("tm" in forms)
    if not lines[0].text.startswith("TM. "):
        yield "it says “%s”" % lines[0].text


@rule("R2.8.3", "a_deputy_signs_for_the_head")
def deputy(draft):
    lines = [p.text for p in need(draft.of("capacity"))]
    need(any("PHÓ" in text for text in lines))
    if not any(text.startswith("KT. ") for text in lines[:-1]) or not lines[-1].startswith("PHÓ"):
        yield "it says %s" % " / ".join(lines)


@rule("R2.8.6", "collective_and_deputy_take_three_lines")
def three_lines(draft):
    lines = [p.text for p in need(draft.of("capacity"))]
    need(lines[0].startswith("TM. ") and any("PHÓ" in text for text in lines))
    if [text.split(" ")[0] for text in lines] != ["TM.", "KT.", "PHÓ"]:
        yield "it says %s" % " / ".join(lines)


@rule("R2.8.7", "capacities_are_in_bold_capitals_centred")
def capacities(draft):
    yield from style(draft, ["capacity"], 13, 14, True, False, True)
    yield from block_centred(draft)


def block_centred(draft):
    block = draft.of("capacity", "position", "signer")
    middle = block[0].lines[0].middle
    for p in block:
        for line in p.lines:
            if not near(mm(line.middle), mm(middle), 1):
                yield "%s is %.2f mm off the middle" % (p, mm(line.middle - middle))


@rule("R2.8.8", "the_name_is_bold_in_small_letters_without_a_title")
def signer(draft):
    yield from style(draft, ["signer"], 13, 14, True, False, False)
    for p in draft.of("signer"):
        if re.match(r"^(PGS|GS|TS|ThS|CN|KS|BS|Ông|Bà|Đ/c|Đồng chí)\b", p.text):
            yield "it says “%s”" % p.text
        for syllable in p.text.split():
            if not syllable[0].isupper():
                yield "“%s” is in small letters" % syllable


@rule("R2.8.9", "the_position_in_the_agency_stands_above_the_name")
def position(draft):
    yield from style(draft, ["position"], 13, 14, True, False, True)
    p, name, last = need(draft.one("position")), draft.one("signer"), draft.of("capacity")[-1]
    if not last.lines[-1].y < p.lines[0].y < name.lines[0].y:
        yield "it stands elsewhere"


@rule("R2.8.12", "there_is_room_for_the_signature")
def room(draft):
    last, name = need(draft.of("capacity"))[-1], need(draft.of("position", "signer"))[0]
    height = mm(name.lines[0].y - 0.7 * name.lines[0].size - last.lines[-1].y)
    if last.lines[-1].page != name.lines[0].page or height < 15:
        yield "%.1f mm are free" % height


@rule("R2.10.1", "plans_and_decisions_are_addressed_to_nobody")
def addressed(draft):
    need(draft.plan.kind in ("ke-hoach", "quyet-dinh-truc-tiep", "quyet-dinh-gian-tiep"))
    for p in draft.of("addressee", "addressee-item"):
        yield "%s" % p


@rule("R2.10.2", "addressees_stand_below_each_other_behind_dashes")
def addressees(draft):
    found = need(draft.of("addressee", "addressee-item"))
    yield from style(draft, ["addressee", "addressee-item"], 13, 14, False, False)
    if not found[0].text.startswith("Kính gửi:"):
        yield "it says “%s”" % found[0].text
    if len(found) == 1:
        return
    dashes = found[1:] if found[0].text.rstrip() == "Kính gửi:" else found
    for p in dashes:
        if not p.text.startswith("- "):
            yield "%s has no dash" % p
        if not near(mm(p.lines[0].left), mm(dashes[0].lines[0].left), 0.5):
            yield "%s: the dash is %.1f mm off the first" % (p, mm(p.lines[0].left - dashes[0].lines[0].left))
        if not p.text.endswith("." if p is dashes[-1] else ";"):
            yield "%s ends in “%s”" % (p, p.text[-1])
    colon = found[0].glyphs[-1] if found[0].text.rstrip() == "Kính gửi:" else None
    if colon is not None and not near(mm(dashes[0].lines[0].left), mm(colon.x), 3):
        yield "the dashes stand at %.1f mm, the colon at %.1f" % (mm(dashes[0].lines[0].left), mm(colon.x))


@rule("R2.10.3", "the_word_of_the_recipients_is_level_with_the_signature")
def recipients_word(draft):
    yield from style(draft, ["recipients"], 12, 12, True, True)
    p, capacity = need(draft.one("recipients")), need(draft.of("capacity"))[0]
    if p.text != "Nơi nhận:":
        yield "it says “%s”" % p.text
    if not near(p.lines[0].y, capacity.lines[0].y, 1) or p.lines[0].page != capacity.lines[0].page:
        yield "baselines differ by %.2f pt" % (p.lines[0].y - capacity.lines[0].y)
    if not near(mm(p.lines[0].left), LEFT, 1):
        yield "it begins at %.1f mm" % mm(p.lines[0].left)


@rule("R2.10.4", "each_recipient_has_a_line_a_dash_and_a_semicolon")
def recipients(draft):
    yield from style(draft, ["recipient"], 11, 11, False, False)
    for p in draft.of("recipient")[:-1]:
        if not re.match(r"^- .+;$", p.text):
            yield "it says “%s”" % p.text
        if not near(mm(p.lines[0].left), LEFT, 1):
            yield "%s begins at %.1f mm" % (p, mm(p.lines[0].left))


@rule("R2.10.5", "the_last_recipient_is_the_file")
def archive(draft):
    text = need(draft.of("recipient"))[-1].text
    if not re.match(r"^- Lưu: VT(, [^;.]+)?( \(\d+\)|, \d+ ?b?)?\.$", text):
        yield "it says “%s”" % text


@rule("R2.10.6", "the_first_recipient_fits_the_type", is_about_text=True)
def first_recipient(draft):
    text = need(draft.of("recipient"))[0].text
    if draft.plan.kind.startswith("quyet-dinh") and not re.match(r"^- Như Điều \d+;$", text):
        yield "a decision says “%s”" % text
    if draft.plan.kind == "ke-hoach" and "Như " in text:
        yield "a plan says “%s”" % text
