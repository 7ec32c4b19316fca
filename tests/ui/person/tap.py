# tap.py - cases of a person's day as TAP
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later

import subprocess
import sys

from person import Lost


class Tap:
    """Test cases one after the other, as TAP."""

    def __init__(self):
        self.number = 0
        self.n_failed = 0

    def case(self, name, complaint=None):
        self.number += 1
        if complaint:
            self.n_failed += 1
        print("%sok %d - %s" % ("not " if complaint else "", self.number, name))
        for line in str(complaint or "").split("\n"):
            if line:
                print("# " + line)
        sys.stdout.flush()

    def skip(self, name, reason):
        self.number += 1
        print("ok %d - %s # SKIP %s" % (self.number, name, reason))

    def steps(self, steps, shoot, complaints):
        """Each step rests on those before it: after one that fails the others are not tried."""
        lost = None
        for name, step in steps:
            if lost:
                self.case(name, "not reached")
                continue
            try:
                step()
            except (Lost, OSError, subprocess.SubprocessError) as error:
                lost = str(error)
            shoot(name)
            self.case(name, lost)
        self.case("nothing_was_complained_of", "\n".join(complaints()))

    def note(self, text):
        print("# " + text)
        sys.stdout.flush()

    def end(self):
        print("1..%d" % self.number)
        sys.exit(1 if self.n_failed else 0)


def skip_all(reason):
    print("1..0 # SKIP needs " + reason)
    sys.exit(0)
