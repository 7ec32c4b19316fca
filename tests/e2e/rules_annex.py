# rules_annex.py - the rules of the decree about annexes and attached texts
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later

import re

from rules_page import need, rule
from rules_parts import centred, style


@rule("R2.12.1", "the_text_points_to_each_annex", is_about_text=True)
def annex_pointers(draft):
    body = " ".join(p.text for p in draft.paragraphs if p.role not in ("annex", "annex-title"))
    for annex in need(draft.of("annex")):
        if annex.text not in body:
            yield "nothing points to %s" % annex.text


@rule("R2.12.2", "several_annexes_have_roman_numbers_and_one_has_none")
def annex_count(draft):
    texts = [p.text for p in need(draft.of("annex"))]
    numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    wanted = ["Phụ lục"] if len(texts) == 1 else ["Phụ lục " + n for n in numerals[:len(texts)]]
    if texts != wanted:
        yield "they are %s" % ", ".join(texts)


@rule("R2.12.3", "the_word_of_the_annex_is_bold_in_14_points")
def annex_word(draft):
    yield from style(draft, ["annex"], 14, 14, True, False, False)
    yield from centred(draft, "annex")


@rule("R2.12.4", "the_title_of_the_annex_is_in_bold_capitals")
def annex_title(draft):
    yield from style(draft, ["annex-title"], 13, 14, True, False, True)
    yield from centred(draft, "annex-title")


@rule("R2.12.5", "the_line_that_ties_an_annex_is_italic_in_parentheses")
def attached(draft):
    yield from style(draft, ["attached"], 13, 14, False, True)
    yield from centred(draft, "attached")
    for p in draft.of("attached"):
        if not re.match(r"^\(Kèm theo \w+ ?\w* ?\w* số .+ ngày .+ tháng .+ năm .+ của .+\)$", p.text):
            yield "it says “%s”" % p.text


@rule("R2.12.6", "number_and_date_of_the_annex_are_filled_on_paper_only")
def annex_blanks(draft):
    is_paper = draft.plan.head.get("issue") == "paper"
    number, date = draft.plan.head.get("number", ""), draft.plan.head.get("date", "")
    for p in need(draft.of("attached")):
        has_digits = bool(re.search(r"\d", p.text.split(" của ")[0]))
        if is_paper and number and len(date) == 10 and not re.search(r"số \d+/.* ngày \d\d tháng \d+ năm \d{4}", p.text):
            yield "on paper it says “%s”" % p.text
        if not is_paper and has_digits:
            yield "in an electronic issue it says “%s”" % p.text


@rule("R2.12.9", "annexes_have_no_head_and_no_signature")
def annex_bare(draft):
    for annex in need(draft.of("annex")):
        for p in draft.of("national-title", "motto", "agency", "number", "place-date", "capacity", "signer",
                          "recipients", part=annex.part):
            yield "%s stands in %s" % (p, annex.text)


@rule("R2.12.10", "an_attached_text_has_a_head_without_number_and_date")
def attached_head(draft):
    need(draft.plan.has_attachment)
    part = next(p.part for p in draft.of("agency") if p.part > 0)
    for role in ("national-title", "motto", "agency", "type-name", "subject", "attached"):
        if not draft.of(role, part=part):
            yield "there is no %s" % role
    for p in draft.of("number", "place-date", "recipients", "capacity", part=part):
        yield "%s stands in it" % p
