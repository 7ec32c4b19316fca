#!/usr/bin/env python3
# start.py - how long until the first window, beside another editor
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the program and gnome-text-editor in turns, on the display that is there, and prints for each
the median time from the start of the process to its first visible window, in milliseconds.

usage: start.py PROGRAM [ROUNDS]     (needs a display, a session bus and xdotool)
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

LONGEST = 30  # seconds
POLL = 0.002


def find_windows(pid):
    found = subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(pid), "."], capture_output=True, text=True)
    return found.stdout.split()


def answer_first_question(home):
    """As on every day but the first, on which the profile of the office is asked for."""
    folder = os.path.join(home, "glib-2.0", "settings")
    os.makedirs(folder)
    with open(os.path.join(folder, "keyfile"), "w", encoding="utf-8") as file:
        file.write("[io/github/duthao/DuThao]\nprofile-asked=true\n")


def measure(command, environment):
    """Milliseconds to the first window. A session bus of its own, so that no other instance answers."""
    with tempfile.TemporaryDirectory() as home:
        answer_first_question(home)
        own = dict(environment, HOME=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_STATE_HOME=home)
        started = time.monotonic()
        process = subprocess.Popen(command, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            while not find_windows(process.pid):
                if process.poll() is not None or time.monotonic() - started > LONGEST:
                    raise RuntimeError(f"{command[0]} shows no window")
                time.sleep(POLL)
            return (time.monotonic() - started) * 1000
        finally:
            process.terminate()
            process.wait()


def main():
    program = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    environment = dict(os.environ, GDK_BACKEND="x11", GSK_RENDERER="cairo", GSETTINGS_BACKEND="keyfile",
                       ADW_DISABLE_PORTAL="1", GTK_A11Y="none")
    commands = {"duthao": [program], "gnome-text-editor": ["gnome-text-editor", "--standalone"]}
    times = {name: [] for name in commands}

    # The first round only fills the caches.
    for i in range(rounds + 1):
        for name, command in commands.items():
            taken = measure(command, environment)
            if i > 0:
                times[name].append(taken)
    for name, taken in times.items():
        print(f"{name} {statistics.median(taken):.0f}")


if __name__ == "__main__":
    main()
