#!/usr/bin/env python3
"""heard.py PROGRAM : what Orca says while somebody answers by keyboard alone, as it writes down itself. Needs no voice. Status 0 when
all that should be heard was. What was said goes to target/orca/said.txt."""

import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile
import threading
import time
import tty

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
for beside in ("attack", "wayland"):
    sys.path.insert(0, str(ROOT / "tests" / beside))

from audit import ITEMS, Audit  # noqa: E402  (these stand beside the other tests)
from display import Display  # noqa: E402
from program import Checks, Eyes, Program, until  # noqa: E402

SAID = ROOT / "target/orca/said.txt"
GIVEN = 3
OUTPUT = re.compile(r"SPEECH OUTPUT: '(.*)'\{")


class Orca:
    """The screen reader, from its start to its end."""

    def __init__(self, folder, eyes):
        self.folder = pathlib.Path(folder)
        self.notes = b""
        # A terminal, since what it writes to a file comes in pieces, and late.
        self._reads, self._writes = pty.openpty()
        tty.setraw(self._writes)
        threading.Thread(target=self._read, daemon=True).start()
        # Debian's Python, whatever other one is there.
        environment = os.environ | {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "SPEECHD_CMD": "/nowhere"} | eyes.environment | {"HOME": str(self.folder)}
        command = ["/usr/bin/orca", "--replace", "--debug-file", os.ttyname(self._writes)]
        with open(self.folder / "orca.log", "wb") as log:
            self.process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        self._heard = 0
        if not until(lambda: "Screen reader on" in " ".join(self.all()), 60):
            raise SystemExit(f"Orca does not start: {(self.folder / 'orca.log').read_text()[-2000:]}")

    def all(self):
        """Everything that it said so far."""
        return OUTPUT.findall(self.notes.decode("utf-8", errors="replace"))

    def _read(self):
        while more := os.read(self._reads, 65536):
            self.notes += more

    def says(self, words, patience=15.0):
        """Waits until it says something with these words, after what it said last time."""

        def heard():
            said = self.all()[self._heard :]
            return next((i + 1 for i, line in enumerate(said) if words.lower() in line.lower()), 0)

        found = until(heard, patience)
        self._heard += found
        return bool(found)

    def forget(self):
        """Lets what it said so far be."""
        time.sleep(1.5)
        self._heard = len(self.all())

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def question(number):
    """How the question reads that is asked so far into the audit."""
    texts = (ROOT / "assets/instrument/evenkeel-2/en.toml").read_text(encoding="utf-8")
    found = re.search(rf'^"?{re.escape(ITEMS[number])}"?\s*=\s*"(.*)"', texts, re.MULTILINE)
    return found.group(1)


def journey(check, orca, display):
    """From the start to the result."""
    check("the button to go on is said at the start", orca.says("Go on"))
    display.press("Return")
    check("then the question", orca.says(question(GIVEN)))
    orca.forget()
    display.press("4")
    check("a digit: the answer that it gave", orca.says("Often"))
    display.press("Right")
    check("the next question", orca.says(question(GIVEN + 1)))
    orca.forget()
    display.press("2")
    check("a digit: the answer that it gave", orca.says("Seldom"))
    orca.forget()
    display.press("ctrl+r")
    check("another screen: its heading, as one", orca.says("too few answers yet for a score of either side. heading"))
    display.press("ctrl+t")
    check("and the next", orca.says("Where could you go next? heading"))
    display.press("F6")
    check("F6: where one is now", orca.says("Tracks page tab"))
    display.press("ctrl+shift+s")
    check("a dialog: its name", orca.says("Save the profile dialog"))
    check("and the field in it", orca.says("Name or path of the file"))
    orca.forget()
    display.press("Escape")
    check("and where one is after it", orca.says("Tracks page tab"))
    display.press("alt+F4")
    check("the question before it closes", orca.says("Save your changes?"))


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    SAID.parent.mkdir(parents=True, exist_ok=True)
    check, display, eyes = Checks(), Display(), Eyes()
    with tempfile.TemporaryDirectory(prefix="evenkeel-orca-") as folder:
        work = pathlib.Path(folder)
        orca, running = Orca(work, eyes), None
        try:
            file = work / "me.evenkeel"
            file.write_text(Audit(start=GIVEN).profile(), encoding="utf-8")
            surroundings = {"DISPLAY": os.environ["DISPLAY"], "WINIT_X11_SCALE_FACTOR": "1"}
            running = Program(program, work, surroundings, eyes, [file])
            window = until(lambda: display.window_of(running.process.pid), 60)
            if not window or not display.activate(window):
                raise SystemExit(f"no window came: {running.log.read_text()[-2000:]}")
            journey(check, orca, display)
        finally:
            SAID.write_text("\n".join(orca.all()) + "\n", encoding="utf-8")
            SAID.with_name("debug.txt").write_bytes(orca.notes)
            if running:
                running.end()
            orca.end()
            eyes.end()
    return check.status(SAID)


if __name__ == "__main__":
    sys.exit(main())
