# keyboard.py - the keys of Vietnamese words
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one presses for a text in Telex and in VNI."""

import re
import unicodedata

# The keys of the tones, in the order of Unicode's marks, and of the marks of letters; None is the letter once more.
TONES = "\u0301\u0300\u0309\u0303\u0323"
METHODS = {
    "telex": {**dict(zip(TONES, "sfrxj")), "\u0302": None, "\u0306": "w", "\u031b": "w", "đ": None},
    "vni": {**dict(zip(TONES, "12345")), "\u0302": "6", "\u0306": "8", "\u031b": "7", "đ": "9"},
}


def word_keys(word, method):
    """The keys of one word: marks of letters at once, the tone last."""
    marks = METHODS[method]
    keys, tone = "", ""
    for char in unicodedata.normalize("NFD", word):
        if char in TONES:
            tone = marks[char]
        elif char in "đĐ":
            letter = "d" if char == "đ" else "D"
            keys += letter + (marks["đ"] or letter)
        elif char in marks:
            keys += marks[char] or keys[-1]
        else:
            keys += char
    return keys + tone


def keys_of(text, method):
    return "".join(word_keys(part, method) for part in re.split(r"(\W)", unicodedata.normalize("NFC", text)))
