#!/usr/bin/env python3
# test-kills.py - kills the program while a person types, fills the disk under it, locks its folder
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-kills.py BUILD SOURCE OUT [KILLS]

After each start no more than the last two seconds may be missing, no file
damaged, the window and the text back. Prints TAP and the worst loss."""

import random
import shutil
import subprocess
import sys
import time

import person
from tap import Tap, skip_all

LIMIT_S = 2.0
SECTION = "Mục đích, yêu cầu"


class Typist:
    def __init__(self, desk, plan):
        self.desk = desk
        self.plan = plan
        self.n = 0
        self.sent = []  # (words that count, the moment after the last key of each)
        self.worst = 0.0

    def open_area(self, app):
        """The text, at once where the program shows it, else by its place in the outline."""
        app.find("list", "Outline")
        app.click("list item", SECTION, exact=False)
        area = app.find("text box", "Text of the section")
        app.click_at(area)
        person.wait(lambda: area.has_keys, "keys in the text")
        self.desk.press("ctrl+End")
        return area

    def type_for(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.n += 1
            word = "tu%04d " % self.n
            self.desk.tool("type", "--delay", "12", word)
            self.sent.append((word, time.monotonic()))
            if self.n % 9 == 0:
                self.desk.press("ctrl+s")

    def compare(self, text, killed):
        """Complaint or None; what is lost is forgotten, typing goes on from what is there."""
        whole = "".join(word for word, unused in self.sent)
        # The program may have taken a word in part, and keys of the last one may still have been on their way.
        if not whole.startswith(text) and not (whole + "tu%04d" % (self.n + 1)).startswith(text):
            at = next((i for i, (a, b) in enumerate(zip(whole, text)) if a != b), min(len(whole), len(text)))
            return "other text: …%s, not …%s" % (text[max(0, at - 12):at + 12], whole[max(0, at - 12):at + 12])
        length = 0
        for word, moment in self.sent:
            length += len(word)
            if length > len(text.rstrip()) + 1:
                loss = max(0.0, killed - moment)
                self.worst = max(self.worst, loss)
                if loss > LIMIT_S:
                    return "%.2f s of typing are missing" % loss
                break
        self.sent = [(text, 0.0)] if text else []
        return None

    def check_files(self):
        for path in sorted(self.desk.home.rglob("*.duthao")):
            out = self.desk.home / "out.txt"
            result = subprocess.run([self.desk.build / "app/duthao-cli", "export", path, "-o", out],
                                    env=self.desk.environment, capture_output=True, text=True)
            if result.returncode:
                return "%s is damaged: %s" % (path, result.stderr.strip())
        return None


def kill_many(tap, desk, kills):
    plan = desk.home / "Documents/ke-hoach.duthao"
    shutil.copy(desk.source / "data/samples/ke-hoach-mau.duthao", plan)
    typist = Typist(desk, plan)
    moments = random.Random(11)
    complaints = []
    app = desk.run(plan)
    done = 0
    try:
        typist.open_area(app)
        for done in range(1, kills + 1):
            typist.type_for(moments.uniform(0.2, 4.0))
            killed = time.monotonic()
            app.kill()
            complaint = typist.check_files()
            app = desk.run()
            area = typist.open_area(app)
            complaint = typist.compare(area.text, killed) or complaint
            if complaint:
                complaints.append("kill %d: %s" % (done, complaint))
                break
    except person.Lost as error:
        complaints.append("kill %d: %s" % (done, error))
    desk.shoot("after-kills")
    tap.note("%d kills of %d, %d words, the worst loss is %.2f s of typing" % (done, kills, typist.n, typist.worst))
    tap.case("after_every_kill_the_window_and_the_words_are_back", "\n".join(complaints))
    app.kill()


def inside(app, *argv):
    """A command that sees the disks of the program."""
    return subprocess.run(["nsenter", "-t", str(app.process.pid), "-m", *map(str, argv)], capture_output=True, text=True)


def warned(app):
    """The words of the bar that warns."""
    bars = [widget for widget in app.look() if widget.role in ("alert", "notification", "status bar") or "Banner" in widget.name]
    return [widget.name for widget in app.look() if widget.role == "label" and
            any(above.node in {bar.node for bar in bars} for above in widget.above()) and widget.name.strip()]


def see_failure(tap, desk, name, spoil, heal):
    """On a disk of its own that SPOIL and HEAL work on."""
    disk = desk.home / "disk"
    shutil.rmtree(disk, ignore_errors=True)
    disk.mkdir()
    script = ("mount -t tmpfs -o size=3m tmpfs '%s' && mkdir '%s/data' && cp '%s' '%s/plan.duthao' && exec \"$@\""
              % (disk, disk, desk.source / "data/samples/ke-hoach-mau.duthao", disk))
    probe = subprocess.run(["unshare", "-m", "sh", "-c", script, "sh", "true"], capture_output=True)
    if probe.returncode:
        tap.skip(name, "no disk of its own may be mounted here")
        return
    more = {"XDG_DATA_HOME": str(disk / "data"), "XDG_STATE_HOME": str(disk / "data")}
    app = desk.run(disk / "plan.duthao", environment=more, before=["unshare", "-m", "sh", "-c", script, "sh"])
    typist = Typist(desk, None)
    complaint = None
    try:
        area = typist.open_area(app)
        inside(app, "sh", "-c", spoil.replace("DISK", str(disk)))
        desk.tool("type", "--delay", "12", "khong mat chu nao")
        person.wait(lambda: "khong mat chu nao" in area.text, "words in the text")
        words = person.wait(lambda: warned(app), "word that the draft cannot be kept")
        tap.note("%s: %s" % (name, "; ".join(words)))
        desk.shoot(name)
        inside(app, "sh", "-c", heal.replace("DISK", str(disk)))
        desk.tool("type", "--delay", "12", " them")
        person.wait(lambda: "khong mat chu nao them" in
                    inside(app, "sh", "-c", "find '%s' -name '*.duthao' -exec cat {} +" % disk).stdout, "draft once it can be kept")
    except person.Lost as error:
        complaint = str(error)
        desk.shoot(name + "-lost")
    app.kill()
    tap.case(name, complaint)


def main():
    build, source, out = sys.argv[1:4]
    kills = int(sys.argv[4]) if len(sys.argv) > 4 else 20
    lacking = person.missing()
    if lacking:
        skip_all(lacking)
    tap = Tap()
    with person.Desktop(build, source, out, ibus=False) as desk:
        kill_many(tap, desk, kills)
        see_failure(tap, desk, "on_a_full_disk_it_says_so_and_keeps_the_words",
                    "dd if=/dev/zero of=DISK/filler bs=1k 2>/dev/null; true", "rm -f DISK/filler")
        see_failure(tap, desk, "in_a_folder_for_reading_it_says_so_and_keeps_the_words",
                    "mount -o remount,ro DISK", "mount -o remount,rw DISK")
        tap.case("nothing_was_complained_of", "\n".join(desk.complaints()))
    tap.end()


main()
