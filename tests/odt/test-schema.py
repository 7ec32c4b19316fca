#!/usr/bin/env python3
# test-schema.py - exported ODT is valid OpenDocument 1.3
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-schema.py PROGRAM ROOT"""

import glob
import tempfile
import zipfile
from pathlib import Path

import odtlib

PARTS = ("content.xml", "styles.xml", "meta.xml", "settings.xml")
SEEDS = range(100, 130)
TYPE = "application/vnd.oasis.opendocument.text"


def find_schema(name):
    found = sorted(glob.glob("/usr/share/emacs/*/etc/schema/" + name))
    return Path(found[-1]) if found else None


def manifest_schema(folder):
    """The schema of the manifest is that of 1.2; in 1.3 only the number is another."""
    old = find_schema("od-manifest-schema-v1.2-os.rnc")
    new = folder / "manifest.rnc"
    new.write_text(old.read_text(encoding="utf-8").replace('"1.2"', '"1.2" | "1.3"'), encoding="utf-8")
    return new


def check_package(odt):
    """Rules of the package that no schema knows."""
    complaints = []
    data = odt.read_bytes()
    with zipfile.ZipFile(odt) as package:
        infos = package.infolist()
        first = infos[0]
        manifest = package.read("META-INF/manifest.xml").decode()
        if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED or first.extra or first.flag_bits & 8:
            complaints.append("%s: mimetype is not first, stored and bare" % odt.name)
        if data[38:38 + len(TYPE)] != TYPE.encode():
            complaints.append("%s: the type does not stand at 38" % odt.name)
        for info in infos[1:]:
            if info.filename.endswith("/"):
                complaints.append("%s: %s is a folder" % (odt.name, info.filename))
            if info.filename != "META-INF/manifest.xml" and 'full-path="%s"' % info.filename not in manifest:
                complaints.append("%s: %s is not in the manifest" % (odt.name, info.filename))
            if info.date_time != (1980, 1, 1, 0, 0, 0):
                complaints.append("%s: %s bears a time" % (odt.name, info.filename))
    return complaints


def validate(setting, schema, files):
    try:
        setting.run("jing", "-i", "-c", schema, *files)
    except RuntimeError:
        done = odtlib.subprocess.run(["jing", "-i", "-c", str(schema)] + [str(file) for file in files],
                                     capture_output=True, text=True)
        return done.stdout.split("\n")[:10]
    return []


def main():
    tap = odtlib.lint.Tap()
    with tempfile.TemporaryDirectory() as folder:
        setting = odtlib.Setting(folder)
        plans = setting.samples() + setting.random_plans(SEEDS)
        plans += [plan for _, plan in setting.reference_plans() if plan is not None]
        files = [setting.export(plan, "odt")[0] for plan in plans]
        tap.case("packages_are_put_together_as_odf_wants", sum((check_package(file) for file in files), []))

        lacking = odtlib.missing("jing")
        schema = find_schema("OpenDocument-schema-v1.3.rnc")
        if lacking or schema is None:
            tap.skip("parts_are_valid", "jing or the OpenDocument schema (emacs-common) is not installed")
            tap.finish()

        for file in files:
            with zipfile.ZipFile(file) as package:
                package.extractall(setting.folder / file.stem)
        for part in PARTS:
            tap.case("%s_is_valid" % part.split(".")[0],
                     validate(setting, schema, [setting.folder / file.stem / part for file in files]))
        tap.case("manifest_is_valid",
                 validate(setting, manifest_schema(setting.folder),
                          [setting.folder / file.stem / "META-INF" / "manifest.xml" for file in files]))
    tap.finish()


main()
