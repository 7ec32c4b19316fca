#!/usr/bin/env python3
# test-lost-words.py - never a word is lost: killed, on a full disk, in a folder that is read-only
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-lost-words.py TYPING-RUN DUTHAO-CLI [KILLS]

Kills a program that types, at random moments, starts it again and sees that
no more than the last two seconds are missing and that no file is damaged.
Prints TAP and the worst loss."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

LIMIT_S = 2.0
AT_ONCE = 4

number = 0
n_failed = 0


def case(name, complaint=None):
    global number, n_failed
    number += 1
    if complaint:
        n_failed += 1
        print("not ok %d - %s" % (number, name))
        print("# " + complaint)
    else:
        print("ok %d - %s" % (number, name))


def skip(name, reason):
    global number
    number += 1
    print("ok %d - %s # SKIP %s" % (number, name, reason))


def read_log(path):
    """Pairs of a moment and how much was typed then; the last line may be cut short."""
    pairs = []
    for line in path.read_text().split("\n")[:-1]:
        moment, typed = line.split()
        pairs.append((int(moment) / 1e6, int(typed)))
    return pairs


def kill_once(typing_run, cli, seconds):
    """(seconds of typing that are missing, complaint or None)"""
    folder = Path(tempfile.mkdtemp(prefix="duthao-kill-"))
    log = folder / "log"
    log.touch()
    process = subprocess.Popen([typing_run, folder / "drafts", log],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not log.stat().st_size:
        time.sleep(0.01)
    time.sleep(seconds)
    moment = time.monotonic()
    process.send_signal(signal.SIGKILL)
    process.wait()

    restored = subprocess.run([typing_run, "--restore", folder / "drafts"], capture_output=True, text=True)
    words = restored.stdout.split()
    if restored.returncode or words[:1] != ["typed"]:
        return 0, "%s: %s %s" % (folder, restored.stdout, restored.stderr)
    typed = int(words[1])
    missing = [m for m, n in read_log(log) if n > typed]
    loss = moment - missing[0] if missing else 0

    saved = folder / "drafts" / "saved" / "plan.duthao"
    if saved.exists():
        dump = subprocess.run([cli, "export", saved, "-o", folder / "out.txt"], capture_output=True, text=True)
        if dump.returncode:
            return loss, "%s is damaged: %s" % (saved, dump.stderr)
    if loss > LIMIT_S:
        return loss, "%s: %.2f s of typing are missing" % (folder, loss)
    shutil.rmtree(folder)
    return loss, None


def kill_many(typing_run, cli, kills):
    moments = random.Random(5)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        results = list(pool.map(lambda s: kill_once(typing_run, cli, s),
                                [moments.uniform(0.05, 4.5) for _ in range(kills)]))
    complaints = [complaint for _, complaint in results if complaint]
    print("# %d kills, the worst loss is %.2f s of typing" % (kills, max(loss for loss, _ in results)))
    case("after_every_kill_the_words_are_there", "; ".join(complaints[:3]) or None)


def see_failure(name, typing_run, spoil, heal):
    """SPOIL and HEAL are shell commands that see the folder as $F; they need a mount of their own."""
    folder = tempfile.mkdtemp(prefix="duthao-disk-")
    script = ("set -e; mount -t tmpfs -o size=256k tmpfs \"$F\"; mkdir \"$F/drafts\"; %s; "
              "mkfifo \"$P\"; exec 3<>\"$P\"; \"$R\" --fail \"$F/drafts\" <&3 | "
              "while read -r word rest; do echo \"$word $rest\"; "
              "if [ \"$word\" = failed ]; then %s; echo go >&3; fi; done" % (spoil, heal))
    environment = dict(os.environ, F=folder, R=str(typing_run), P=folder + ".pipe")
    result = subprocess.run(["unshare", "-m", "sh", "-c", script], env=environment,
                            capture_output=True, text=True, timeout=60)
    Path(folder + ".pipe").unlink(missing_ok=True)
    if "mount" in result.stderr or "unshare" in result.stderr:
        skip(name, "no disk of its own may be mounted here")
        return
    lines = [line for line in result.stdout.split("\n") if line.startswith(("failed", "kept"))]
    good = len(lines) == 2 and len(lines[0]) > 10 and lines[1] == "kept Những chữ không được mất"
    case(name, None if good else "%s %s" % (lines, result.stderr[-300:]))


def main():
    typing_run, cli = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    kill_many(typing_run, cli, int(sys.argv[3]) if len(sys.argv) > 3 else 12)
    see_failure("on_a_full_disk_the_words_stay_and_are_kept_later", typing_run,
                "dd if=/dev/zero of=\"$F/filler\" bs=4k >/dev/null 2>&1 || true", "rm \"$F/filler\"")
    see_failure("in_a_read_only_folder_the_words_stay_and_are_kept_later", typing_run,
                "mount -o remount,ro \"$F\"", "mount -o remount,rw \"$F\"")
    print("1..%d" % number)
    sys.exit(1 if n_failed else 0)


main()
