#!/usr/bin/env python3
# person.py - a person at a desk: a desktop of its own, what is seen on it, keys and the mouse
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program from outside, as a person and as a screen reader would.

    with person.Desktop(build, source, out) as desk:
        app = desk.run()
        app.click("list item", "_New Plan")

Names are the English words of the source; they are looked up in the
translations of the build, as the program shows them."""

import gettext
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from keyboard import keys_of

PATIENCE = 20.0
NEEDED = ["Xvfb", "dbus-daemon", "openbox", "xdotool", "import", "ibus", "ibus-daemon"]
LAUNCHERS = ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"]
UNIKEY = "/usr/share/ibus/component/unikey.xml"
COMPLAINT = re.compile(r"CRITICAL|WARNING|ERROR|AddressSanitizer|Traceback")
# GtkTextView of GTK 4.8 measures what is left of its text while it paints, and its scroll bar, which has been given its
# size by then, shows that one frame later. Nothing of ours may be late, and the bar not again and again.
LATE_BAR = re.compile(r"Trying to snapshot GtkGizmo 0x\w+ without a current allocation")
MOST_LATE = 3

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
ENTRIES = ("text box", "search box", "entry")
# Numbers of AT-SPI.
STATES = {"active": 1, "checked": 4, "editable": 7, "enabled": 8, "expanded": 10, "focusable": 11, "focused": 12,
          "pressed": 20, "selected": 23, "sensitive": 24, "showing": 25, "visible": 30}


class Lost(AssertionError):
    """What was waited for did not come."""


def missing():
    """The first thing that is needed and not here, or None."""
    for program in NEEDED:
        if shutil.which(program) is None:
            return program
    if not any(os.access(launcher, os.X_OK) for launcher in LAUNCHERS):
        return "at-spi2-core"
    if not os.path.exists(UNIKEY):
        return "ibus-unikey"
    try:
        import gi.repository.Gio  # noqa: F401
    except ImportError:
        return "python3-gi"
    return None


def wait(condition, what, seconds=PATIENCE):
    """What CONDITION gives as soon as that is true."""
    end = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            raise Lost("no %s after %d s" % (what, seconds))
        time.sleep(0.04)


def wait_calm(desk, seconds=5.0):
    """Until the picture of the screen stays the same for a while."""
    end = time.monotonic() + seconds
    before, since = None, time.monotonic()
    while time.monotonic() < end and time.monotonic() - since < 0.6:
        now = subprocess.run(["import", "-window", "root", "ppm:-"], env=desk.environment, stdout=subprocess.PIPE,
                             stderr=desk.log).stdout
        if now != before:
            before, since = now, time.monotonic()


# --- the desktop ----------------------------------------------------------

class Desktop:
    """A screen, a window manager, the buses, an input method and a home, all its own."""

    def __init__(self, build, source, out, size=(1280, 800), environment=None, ibus=True, method="telex"):
        self.build = Path(build).resolve()
        self.source = Path(source).resolve()
        self.out = Path(out).resolve()
        self.size = size
        self.more = environment or {}
        self.with_ibus = ibus
        self.method = method
        self.children = []
        self.programs = []
        self.n_shots = 0
        self.words = gettext.GNUTranslations

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *unused):
        self.stop()

    def say(self, text):
        """What the program shows for the English TEXT, without the mnemonic."""
        return self.words.gettext(text).replace("_", "")

    def spawn(self, *argv, **more):
        child = subprocess.Popen(argv, env=self.environment, stdin=subprocess.DEVNULL,
                                 stdout=more.get("stdout", self.log), stderr=self.log,
                                 pass_fds=more.get("pass_fds", ()), start_new_session=True)
        self.children.append(child)
        return child

    def start(self):
        self.home = Path(tempfile.mkdtemp(prefix="duthao-person-"))
        self.out.mkdir(parents=True, exist_ok=True)
        self.log = open(self.out / "desktop.log", "w")
        catalogue = self.build / "po/vi/LC_MESSAGES/duthao.mo"
        with open(catalogue, "rb") as file:
            self.words = gettext.GNUTranslations(file)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.home), "LC_ALL": "C.UTF-8", "TZ": "Asia/Ho_Chi_Minh",
            "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GTK_IM_MODULE": "ibus" if self.with_ibus else "simple",
            "ADW_DISABLE_PORTAL": "1", "GIO_USE_VFS": "local", "GSETTINGS_BACKEND": "keyfile",
            "GSETTINGS_SCHEMA_DIR": str(self.build / "data"), "DUTHAO_DATA_DIR": str(self.source / "data"),
        }
        # Else keys that it does not want come back in another order on a busy machine, in any program.
        self.environment["IBUS_ENABLE_SYNC_MODE"] = "1"
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            self.environment["XDG_%s_HOME" % name] = str(self.home / name.lower())
        for name in ("config", "data", "state", "cache", "run", "Documents"):
            (self.home / name).mkdir(mode=0o700)
        self.environment["XDG_RUNTIME_DIR"] = str(self.home / "run")
        self.environment.update(self.more)
        self.start_screen()
        self.start_bus()
        if self.with_ibus:
            self.start_ibus()

    def start_screen(self):
        reading, writing = os.pipe()
        self.spawn("Xvfb", "-displayfd", str(writing), "-screen", "0", "%dx%dx24" % self.size,
                   "-nolisten", "tcp", "-noreset", pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as file:
            self.environment["DISPLAY"] = ":" + file.readline().strip()
        # A plain room: one font for titles, no decoration that covers the window.
        config = self.home / "openbox.xml"
        config.write_text("<openbox_config xmlns='http://openbox.org/3.4/rc'><applications>"
                          "<application class='*' type='normal'><decor>no</decor></application>"
                          "</applications></openbox_config>")
        self.spawn("openbox", "--sm-disable", "--config-file", str(config))
        wait(lambda: subprocess.run(["xdotool", "get_num_desktops"], env=self.environment,
                                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0, "window manager")
        self.tool("mousemove", str(self.size[0] - 1), str(self.size[1] - 1))

    def start_bus(self):
        bus = self.spawn("dbus-daemon", "--session", "--nofork", "--print-address", stdout=subprocess.PIPE)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        self.spawn(next(launcher for launcher in LAUNCHERS if os.access(launcher, os.X_OK)), "--launch-immediately")
        wait(lambda: subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
                                     "org.a11y.Bus.GetAddress"], env=self.environment, stdout=subprocess.DEVNULL,
                                    stderr=subprocess.DEVNULL).returncode == 0, "accessibility bus")
        self.eye = Eye(self.environment)

    def start_ibus(self):
        folder = Path(self.environment["XDG_CONFIG_HOME"]) / "glib-2.0/settings"
        folder.mkdir(parents=True)
        (folder / "keyfile").write_text("[org/freedesktop/ibus/engine/unikey]\ninput-method='%s'\n" % self.method)
        self.spawn("ibus-daemon", "--panel=disable", "--emoji-extension=disable", "--cache=none")
        wait(lambda: self.use_keys("Unikey"), "input method")
        self.use_keys("xkb:us::eng")

    def use_keys(self, engine):
        """"Unikey" for Vietnamese, "xkb:us::eng" for what is typed as it is."""
        if not self.with_ibus:
            return True
        quiet = {"env": self.environment, "stderr": subprocess.DEVNULL, "text": True}
        subprocess.run(["ibus", "engine", engine], stdout=subprocess.DEVNULL, **quiet)
        return subprocess.run(["ibus", "engine"], stdout=subprocess.PIPE, **quiet).stdout.strip() == engine

    def choose_keys(self, engine):
        """Input methods pass the first keys on in any order until they have noticed where the keys go to."""
        if self.with_ibus:
            wait(lambda: self.use_keys(engine), "keyboard " + engine)
            time.sleep(0.5)

    def stop_programs(self):
        for program in self.programs:
            program.kill()

    def stop(self):
        self.stop_programs()
        for child in reversed(self.children):
            for number in (signal.SIGTERM, signal.SIGKILL):
                try:
                    os.killpg(child.pid, number)
                    child.wait(3)
                    break
                except (ProcessLookupError, PermissionError):
                    break
                except subprocess.TimeoutExpired:
                    continue
        self.children = []
        if hasattr(self, "home"):
            shutil.rmtree(self.home, ignore_errors=True)

    def tool(self, *argv):
        result = subprocess.run(["xdotool", *argv], env=self.environment, capture_output=True, text=True)
        if result.returncode:
            raise Lost("xdotool %s: %s" % (" ".join(argv), result.stderr.strip()))
        return result.stdout.strip()

    def press(self, *keys):
        """Keys one after the other, "ctrl+k" or "Return"."""
        self.tool("key", "--delay", "30", *keys)

    def type(self, text):
        """Keys as they are on the keyboard."""
        self.choose_keys("xkb:us::eng")
        self.tool("type", "--delay", "40", text)

    def type_vietnamese(self, text):
        """TEXT by its keys of Telex or VNI, through ibus-unikey."""
        self.choose_keys("Unikey")
        for line in re.split(r"(\n)", text):
            if line == "\n":
                self.press("Return")
            elif line:
                self.tool("type", "--delay", "40", keys_of(line, self.method))

    def shoot(self, name):
        """A picture of the screen, <number>-<name>.png."""
        self.n_shots += 1
        path = self.out / ("%02d-%s.png" % (self.n_shots, name))
        self.picture(path)
        return path

    def kept(self):
        """All plans and drafts on this disk, as text."""
        return "\n".join(path.read_text(errors="replace") for path in sorted(self.home.rglob("*.duthao")) if path.is_file())

    def picture(self, path, window="root"):
        subprocess.run(["import", "-window", window, str(path)], env=self.environment, check=True,
                       stdout=self.log, stderr=self.log)

    def complaints(self):
        return [line for program in self.programs for line in program.complaints()]

    def run(self, *argv, environment=None, before=()):
        """Starts the program, through the commands BEFORE, and waits for its window."""
        program = Program(self, argv, environment or {}, before)
        self.programs.append(program)
        return program.wait_window()


# --- the program ----------------------------------------------------------

class Eye:
    """Asks the program over the accessibility bus, many questions at once."""

    def __init__(self, environment):
        from gi.repository import Gio, GLib
        self.gio, self.glib = Gio, GLib
        session = self.connect(environment["DBUS_SESSION_BUS_ADDRESS"])
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, 15000, None)
        self.bus = self.connect(address.unpack()[0])
        self.n_waiting = 0

    def connect(self, address):
        flags = self.gio.DBusConnectionFlags
        return self.gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)

    def call(self, node, interface, method, arguments=None):
        """One question, answered at once; None where there is no answer."""
        try:
            return self.bus.call_sync(node[0], node[1], interface, method, arguments, None, 0, 8000, None).unpack()
        except self.glib.Error:
            return None

    def ask(self, node, interface, method, arguments, answered):
        def done(bus, result):
            self.n_waiting -= 1
            try:
                answered(bus.call_finish(result).unpack())
            except self.glib.Error:
                # It went while we looked, or has no such side.
                pass

        self.n_waiting += 1
        self.bus.call(node[0], node[1], interface, method, arguments, None, 0, 8000, None, done)

    def settle(self):
        context = self.glib.MainContext.default()
        while self.n_waiting:
            context.iteration(True)

    def find_program(self, pid):
        """The root of the program with that PID, or None."""
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        found = self.call(registry, ACCESSIBLE, "GetChildren")
        for name, path in found[0] if found else []:
            owner = self.call(("org.freedesktop.DBus", "/"), "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                              self.glib.Variant("(s)", (name,)))
            if owner and owner[0] == pid:
                return (name, path)
        return None

    def look(self, program, root):
        """Every widget in view below ROOT, parents first."""
        top = Widget(program, root, None)
        top.is_shown = True
        found, level = [], [top]
        while level:
            for widget in level:
                self.ask(widget.node, "org.freedesktop.DBus.Properties", "Get",
                         self.glib.Variant("(ss)", (ACCESSIBLE, "Name")), widget.take_name)
                self.ask(widget.node, ACCESSIBLE, "GetRoleName", None, widget.take_role)
                self.ask(widget.node, ACCESSIBLE, "GetState", None, widget.take_state)
                self.ask(widget.node, ACCESSIBLE, "GetChildren", None, widget.take_children)
                self.ask(widget.node, COMPONENT, "GetExtents", self.glib.Variant("(u)", (1,)), widget.take_box)
            self.settle()
            shown = [widget for widget in level if widget.is_in_view()]
            found += shown
            level = [Widget(program, node, widget) for widget in shown for node in widget.below]
        return self.drop_hidden(found)

    def drop_hidden(self, found):
        """Pages of a stack lie on the same place and all say they are seen: a look at the place tells which one is."""
        by_node = {widget.node: widget for widget in found}
        form = found[0].program.desk.say("Form") if found else None
        places = {}
        for widget in found:
            if widget.parent is not None and widget.box is not None and widget.box[2] * widget.box[3] > 2500:
                # Pages of the form that are not seen keep the size they had.
                size = None if widget.parent.name == form else widget.box[2:]
                places.setdefault((widget.parent.node, widget.box[:2], size), []).append(widget)
        hidden = set()
        for pages in places.values():
            if len(pages) > 1:
                seen = self.find_seen(by_node, pages, min((page.box for page in pages), key=lambda box: box[2] * box[3]))
                hidden |= {page.node for page in pages if page is not seen}
        left = []
        for widget in found:
            if widget.node in hidden or (widget.parent is not None and widget.parent.node in hidden):
                hidden.add(widget.node)
            else:
                left.append(widget)
        return left

    def find_seen(self, by_node, pages, box):
        window = pages[0]
        while window.parent is not None and window.parent.parent is not None:
            window = window.parent
        for part in (0.5, 0.25, 0.75, 0.1, 0.9):
            x, y = int(box[0] + box[2] * part), int(box[1] + box[3] * part)
            answer = self.call(window.node, COMPONENT, "GetAccessibleAtPoint", self.glib.Variant("(iiu)", (x, y, 1)))
            widget = by_node.get(tuple(answer[0])) if answer else None
            while widget is not None:
                if widget in pages:
                    return widget
                widget = widget.parent
        return pages[-1]


class Widget:
    """Something on the screen, as a screen reader sees it."""

    def __init__(self, program, node, parent):
        self.program = program
        self.node = node
        self.parent = parent
        self.name, self.role, self.box, self.states, self.below = "", "", None, (0, 0), []

    def take_name(self, answer):
        self.name = answer[0]
        # A button with a mnemonic gives its words twice, the first time with the mnemonic.
        for at in range(1, len(self.name)):
            if self.name[at] == " " and "_" in self.name[:at] and self.name[:at].replace("_", "", 1) == self.name[at + 1:]:
                self.name = self.name[at + 1:]
                break

    def take_role(self, answer):
        self.role = answer[0]

    def take_state(self, answer):
        self.states = tuple(answer[0])

    def take_children(self, answer):
        self.below = [node for node in answer[0] if not node[1].endswith("/null")]

    def take_box(self, answer):
        self.box = answer[0]

    def has(self, state):
        bit = STATES[state]
        return bool(self.states[bit // 32] >> bit % 32 & 1)

    def is_in_view(self):
        if self.role in ("application", "frame", "dialog", "window") or self.box is None:
            return bool(self.role)
        return self.has("visible") and self.box[2] > 0 and self.box[3] > 0

    @property
    def text(self):
        """What is written in it."""
        # Entries of GTK 4.8 do not know -1 for the end.
        count = self.ask("org.freedesktop.DBus.Properties", "Get", "(ss)", ("org.a11y.atspi.Text", "CharacterCount"))
        answer = self.ask("org.a11y.atspi.Text", "GetText", "(ii)", (0, count[0])) if count else None
        return answer[0] if answer else ""

    def ask(self, interface, method, form=None, values=None):
        eye = self.program.desk.eye
        return eye.call(self.node, interface, method, eye.glib.Variant(form, values) if form else None)

    def place(self):
        """(x, y, width, height) on the screen."""
        left, top = self.program.origin()
        x, y, width, height = self.ask(COMPONENT, "GetExtents", "(u)", (1,))[0]
        return left + x, top + y, width, height

    @property
    def has_keys(self):
        """Whether what is typed goes here, or into a part of this."""
        focused = self.program.focused()
        while focused is not None and focused.node != self.node:
            focused = focused.parent
        return focused is not None

    def above(self):
        widget = self.parent
        while widget is not None:
            yield widget
            widget = widget.parent

    def act(self):
        """The action of a screen reader: what a click would do."""
        answer = self.ask("org.a11y.atspi.Action", "DoAction", "(i)", (0,))
        if not answer or not answer[0]:
            raise Lost("“%s” cannot be acted on" % self.name)

    def focus(self):
        self.ask(COMPONENT, "GrabFocus")

    def __repr__(self):
        return "%s “%s”" % (self.role, self.name)


class Program:
    """The program under the hands of a person."""

    def __init__(self, desk, argv, environment, before):
        self.desk = desk
        self.stderr = desk.out / ("stderr-%d.log" % len(desk.programs))
        with open(self.stderr, "w") as log:
            self.process = subprocess.Popen([*before, str(desk.build / "ui/duthao"), *map(str, argv)],
                                            env={**desk.environment, **environment}, stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log, start_new_session=True)

    # what is on the screen

    def look(self):
        """Every widget in view, parents first."""
        root = self.desk.eye.find_program(self.process.pid)
        return self.desk.eye.look(self, root) if root else []

    def windows(self):
        root = self.desk.eye.find_program(self.process.pid)
        answer = self.desk.eye.call(root, ACCESSIBLE, "GetChildren") if root else None
        return answer[0] if answer else []

    def wait_window(self):
        wait(lambda: self.windows() and self.window_id(), "window")
        return self

    def window_id(self):
        """The X window of the program that is on top, or None."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               env=self.desk.environment, capture_output=True, text=True).stdout.split()
        return found[-1] if found else None

    def origin(self):
        active = self.desk.tool("getactivewindow", "getwindowgeometry", "--shell")
        values = dict(line.split("=") for line in active.split("\n") if "=" in line)
        # Where the window manager draws no shadow, the window draws a rim of its own.
        box = self.desk.eye.call(self.windows()[-1], COMPONENT, "GetExtents", self.desk.eye.glib.Variant("(u)", (1,)))[0]
        rim = max(0, int(values["WIDTH"]) - box[2]) // 2
        return int(values["X"]) + rim, int(values["Y"]) + rim

    def find_all(self, role, name=None, exact=True):
        roles = role if isinstance(role, tuple) else (role,)
        wanted = self.desk.say(name) if name is not None else None
        return [widget for widget in self.look()
                if widget.role in roles and (wanted is None or widget.name == wanted or
                                             (not exact and wanted in widget.name))]

    def find(self, role, name=None, exact=True, seconds=PATIENCE):
        """The first of that role and name, waited for."""
        return wait(lambda: self.find_all(role, name, exact), "%s “%s”" % (role, name), seconds)[0]

    def is_there(self, role, name=None, exact=True):
        return bool(self.find_all(role, name, exact))

    def focused(self):
        """What the keys go to."""
        return next((widget for widget in reversed(self.look()) if widget.has("focused")), None)

    # what is done

    def click(self, role, name=None, exact=True, last=False):
        """With the mouse, in the middle of it; the LAST stands in the window on top."""
        widget = self.find(role, name, exact)
        if last:
            widget = wait(lambda: [one for one in self.find_all(role, name, exact)
                                   if any(above.has("active") for above in one.above())], "%s on top" % name)[-1]
        self.click_at(widget)
        return widget

    def go_to(self, part):
        """Opens a part of the plan by its row in the outline, after turning the wheel over it where need be."""
        outline = self.find("list", "Outline")
        wanted = re.compile(r"(^|\. )%s(,|$)" % re.escape(self.desk.say(part)))
        for turn in range(60):
            rows = [row for row in self.find_all("list item") if wanted.search(row.name)]
            x, y, width, height = outline.place()
            row = rows[-1].place() if rows else None
            if row and y <= row[1] + row[3] // 2 < y + height:
                self.click_at(rows[-1])
                return
            self.desk.tool("mousemove", str(x + width // 2), str(y + height // 2), "click", "5" if turn < 30 else "4")
            time.sleep(0.05)
        raise Lost("no part “%s” in the outline" % part)

    def reveal(self, widget):
        """Turns the wheel over the form until the middle of the widget is well in view."""
        form = next((above for above in widget.above() if above.name == self.desk.say("Form")), None)
        for unused in range(60):
            left, top, width, height = form.place() if form else (0, 50, self.desk.size[0], self.desk.size[1] - 110)
            x, y, own_width, own_height = widget.place()
            middle = x + own_width // 2
            turns = [button for button, wanted in (("4", y < top + 30), ("5", y + min(own_height, 60) > top + height - 30),
                                                   ("6", middle < left + 10), ("7", middle > left + width - 10)) if wanted]
            if not turns:
                return
            self.desk.tool("mousemove", str(left + 10), str(top + height // 2), "click", turns[0])
            time.sleep(0.05)
        raise Lost("%s cannot be brought into view" % widget)

    def click_at(self, widget):
        x, y, width, height = widget.place()
        self.desk.tool("mousemove", str(x + width // 2), str(y + height // 2), "click", "1")

    # how it ends

    def wait_end(self, seconds=PATIENCE):
        wait(lambda: self.process.poll() is not None, "end of the program", seconds)
        return self.process.returncode

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def complaints(self):
        lines = [line for line in self.stderr.read_text(errors="replace").split("\n") if COMPLAINT.search(line)]
        late = [line for line in lines if LATE_BAR.search(line)]
        return [line for line in lines if line not in late or len(late) > MOST_LATE]


# --- reporting ------------------------------------------------------------
