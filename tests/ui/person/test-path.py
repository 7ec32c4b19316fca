#!/usr/bin/env python3
# test-path.py - the path of a person from an empty desk to a plan that is sent
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-path.py BUILD SOURCE OUT

Begins a plan from a template, fills it with Vietnamese typed by Telex,
cites, adds tasks, mends findings, exports, closes and reopens it, from
outside only. Pictures of the steps are left in OUT. Prints TAP."""

import subprocess
import sys
import zipfile

import person
from tap import Tap, skip_all

SUBJECT = "Tuyên truyền cải cách hành chính năm 2027 trên địa bàn xã Tân Phúc"
NUMBER = "35"
DAY = "15/01/2027"
SECTION = "Công tác phối hợp"
BODY = "Người đứng đầu các bộ phận phải thường xuyên đôn đốc, nhắc nhở công chức"
TASKS = ["Xây dựng chuyên mục trên trang thông tin", "Phát tờ rơi đến từng hộ", "Tổng hợp kết quả thực hiện"]
CITED = "76/NQ-CP"
# Two blanks between two words: a fault that is mended without asking.
SLIP, MENDED = "phối  hợp chặt chẽ", "phối hợp chặt chẽ"


class Path:
    """The steps in their order; what one opens the next ones use."""

    def __init__(self, desk):
        self.desk = desk
        self.app = None
        self.plan = desk.home / "Documents/ke-hoach.duthao"

    # the hands

    def go_to(self, part):
        self.app.go_to(part)

    def wait_kept(self, text):
        person.wait(lambda: text in self.desk.kept(), "draft with “%s”" % text, 6)

    def fill(self, title, text, vietnamese=True):
        """Overwrites the field with that title."""
        field = self.app.find(person.ENTRIES, title)
        self.app.reveal(field)
        self.app.click_at(field)
        person.wait(lambda: field.has_keys, "keys in “%s”" % title)
        self.desk.press("ctrl+a")
        if vietnamese:
            self.desk.type_vietnamese(text)
        else:
            self.desk.type(text)

    def name_file(self, path):
        """In the dialog that asks for a file, whose words are GTK's own."""
        person.wait(lambda: self.app.is_there("button", "_Save") and self.app.is_there("button", "_Cancel") and
                    self.app.focused() is not None, "dialog for a file")
        self.desk.press("ctrl+a")
        self.desk.type(str(path))
        self.desk.press("Return")
        person.wait(path.exists, "file %s" % path)

    def find_area(self):
        return self.app.find("text box", "Text of the section")

    # the steps

    def start(self):
        self.app = self.desk.run()
        self.app.find("button", "_Save the Profile")

    def put_the_profile_off(self):
        self.app.click("button", "_Later")
        self.app.find("list item", "_New Plan")

    def choose_template(self):
        self.app.click("list item", "_New Plan")
        entry = self.app.find(person.ENTRIES, "Search Templates")
        person.wait(lambda: entry.has_keys, "keys in the search")
        self.desk.type("tuyen truyen cai cach")
        # Enter goes to the first that is found, and again: takes it.
        self.desk.press("Return")
        person.wait(lambda: "tuyên truyền cải cách" in self.app.focused().name, "keys on a template")
        self.desk.press("Return")
        self.app.find("list", "Outline")

    def fill_the_head(self):
        self.go_to("Head of the document")
        self.fill("S_ubject", SUBJECT)
        self.wait_kept(SUBJECT)
        self.fill("_Number", NUMBER, vietnamese=False)
        self.fill("_Date", DAY, vietnamese=False)
        self.wait_kept("2027-01-15")

    def add_a_section(self):
        self.desk.press("ctrl+Return")
        self.app.find(person.ENTRIES, "Find a section")
        self.app.click("list item", "Blank section")
        self.fill("_Title of the section", SECTION)
        self.wait_kept(SECTION)

    def type_vietnamese(self):
        area = self.find_area()
        self.app.click_at(area)
        person.wait(lambda: area.has_keys, "keys in the text")
        self.desk.type_vietnamese(BODY + ", " + SLIP + " theo ")
        person.wait(lambda: BODY in area.text and SLIP in area.text, "the words that were typed")

    def cite_by_search(self):
        area = self.find_area()
        self.desk.press("ctrl+k")
        entry = self.app.find(person.ENTRIES, "Document to cite")
        person.wait(lambda: entry.has_keys, "keys in the search")
        self.desk.type(CITED)
        self.app.find("list item", CITED, exact=False)
        self.desk.press("Return")
        person.wait(lambda: "[[%s]]" % CITED in area.text, "citation in the text")
        self.wait_kept("[[%s]]" % CITED)

    def add_three_tasks(self):
        self.go_to("Tasks")
        before = None
        for task in TASKS:
            self.app.click("button", "_Add task")
            # The new row takes the keys by itself.
            before = person.wait(lambda: self.find_new_cell(before), "keys in the new row")
            self.desk.type_vietnamese(task)
            self.wait_kept(task)

    def find_new_cell(self, before):
        focused = self.app.focused()
        start = self.desk.say("Task") + ","
        return focused.name if focused is not None and focused.name.startswith(start) and focused.name != before else None

    def fix_findings(self):
        self.go_to(SECTION)
        self.desk.press("F7")
        start = self.desk.say("_Mend All Safe Errors (%u)").split("(")[0].strip()
        button = person.wait(lambda: [widget for widget in self.app.find_all("button")
                                      if widget.name.startswith(start) and widget.has("sensitive")], start)[0]
        self.app.click_at(button)
        person.wait(lambda: MENDED in self.find_area().text, "mended text")
        self.wait_kept(MENDED)

    def save(self):
        self.desk.press("ctrl+s")
        self.name_file(self.plan)
        person.wait(lambda: len(self.app.windows()) == 1, "end of the dialog")

    def export(self, kind):
        self.desk.press("ctrl+e")
        self.app.click("checkbox", kind.upper(), exact=False)
        self.app.click("button", "_Export…", last=True)
        self.name_file(self.plan.with_suffix("." + kind))
        person.wait(lambda: len(self.app.windows()) == 1, "end of the dialog")

    def export_pdf(self):
        self.export("pdf")

    def export_odt(self):
        self.export("odt")

    def close(self):
        person.wait(lambda: any(widget.role == "window" and widget.has("active") for widget in self.app.look()),
                    "window with the keys")
        self.desk.press("ctrl+q")
        if self.app.wait_end() != 0:
            raise person.Lost("the program ended with %d" % self.app.process.returncode)

    def reopen(self):
        self.app = self.desk.run(self.plan)
        self.go_to(SECTION)
        area = self.find_area()
        person.wait(lambda: all(text in area.text for text in (BODY, MENDED, CITED)), "text, again")

    def close_again(self):
        self.close()

    # what came of it

    def check_words(self, text):
        words = " ".join(text.split())
        for wanted in [SUBJECT, SECTION, BODY, MENDED, CITED, *TASKS, "Số: %s/KH-UBND" % NUMBER, "ngày 15 tháng 01 năm 2027"]:
            if wanted.lower() not in words.lower():
                raise person.Lost("no “%s” in it" % wanted)

    def the_text_holds_it(self):
        out = self.desk.home / "out.txt"
        subprocess.run([self.desk.build / "app/duthao-cli", "export", self.plan, "-o", out],
                       env=self.desk.environment, check=True, capture_output=True)
        self.check_words(out.read_text())

    def the_pdf_holds_it(self):
        text = subprocess.run(["pdftotext", "-layout", self.plan.with_suffix(".pdf"), "-"],
                              check=True, capture_output=True, text=True).stdout
        # Lines of two columns lie beside each other; words that end a line stand at the next.
        self.check_words(text)

    def the_odt_holds_it(self):
        import xml.etree.ElementTree as tree
        with zipfile.ZipFile(self.plan.with_suffix(".odt")) as archive:
            root = tree.fromstring(archive.read("content.xml"))
        self.check_words(" ".join("".join(part.itertext()) for part in root.iter() if part.tag.endswith(("}p", "}h"))))


STEPS = ["start", "put_the_profile_off", "choose_template", "fill_the_head", "add_a_section", "type_vietnamese", "cite_by_search",
         "add_three_tasks", "fix_findings", "save", "export_pdf", "export_odt", "close", "reopen", "close_again",
         "the_text_holds_it", "the_pdf_holds_it", "the_odt_holds_it"]


def main():
    build, source, out = sys.argv[1:4]
    lacking = person.missing()
    if lacking:
        skip_all(lacking)
    tap = Tap()
    with person.Desktop(build, source, out) as desk:
        path = Path(desk)
        tap.steps([(name, getattr(path, name)) for name in STEPS], desk.shoot, desk.complaints)
    tap.end()


if __name__ == "__main__":
    main()
