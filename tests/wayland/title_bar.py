#!/usr/bin/env python3
"""title_bar.py PROGRAM : the window under Weston, which draws no title bars: the window's own one has the title, fits the theme, moves,
enlarges and closes it. Inside an X11 display, of which the program is not told. Status 0 when all held. Pictures go to target/wayland/."""

import json
import pathlib
import sys
import tempfile
import time

from program import PICTURES, ROOT, Checks, Eyes, Program, fresh, until
from weston import Weston, shows

sys.path.insert(0, str(ROOT / "tests/attack"))

from audit import ITEMS, Audit  # noqa: E402  (it stands beside the attacks)

QUESTION = "Save your changes?"
GIVEN = 3
#: How high the title bar is, and how wide the border around all.
BAR, BORDER = 35, 1
#: From the right end of the bar to the middles of its buttons, and from its upper end.
CLOSE, MAXIMIZE, BUTTONS_AT = 17, 54, 17
check = Checks()


class Stage:
    """A compositor, a program in it, and the file that it opened."""

    def __init__(self, work, program, eyes):
        self.work, self.program, self.eyes = work, program, eyes
        self.weston = Weston(work / "weston")
        self.hands = self.weston.hands
        self.running, self.number = None, 0

    def open(self, theme):
        """Starts the program with a fresh file, at the question that is asked next."""
        self.number += 1
        self.folder = fresh(self.work / f"run-{self.number}")
        settings = self.folder / "home/config/settings.json"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps({"theme": theme}), encoding="utf-8")
        self.file = self.folder / "me.evenkeel"
        self.file.write_text(Audit(start=GIVEN, number=self.number).profile(), encoding="utf-8")
        self.running = Program(self.program, self.folder, self.weston.environment(), self.eyes, [self.file])
        if not shows(self.weston, 60):
            raise SystemExit(f"no window came: {self.running.log.read_text()[-2000:]}")
        self.weston.agree()
        self.click("Audit")
        self.running.says(f"{GIVEN} answers kept")

    @property
    def outline(self):
        return self.weston.outline()

    def click(self, name):
        """Clicks what has a name. True where it is there."""
        place = self.running.find(name)
        if place:
            left, top, *_ = self.outline
            edge = 0 if left == 0 else BORDER
            self.hands.click(left + edge + place[0], top + edge + BAR + place[1])
            self.hands.point(left + 100, top + 550)
        return bool(place)

    def bar(self):
        """How bright the title bar is at its left end, and the points of its middle, where the title is."""
        left, top, right, _ = self.outline
        ground = sum(self.hands.pixel(left + 30, top + 18)) // 3
        middle = (left + right) // 2
        return ground, [tuple(self.hands.row(middle - 150, top + y, 300)) for y in range(8, 30)]

    def drag(self, start, end):
        self.hands.point(*start)
        time.sleep(0.2)
        self.hands.hold(True)
        for step in range(1, 11):
            self.hands.point(*[a + (b - a) * step // 10 for a, b in zip(start, end)])
            time.sleep(0.05)
        self.hands.hold(False)
        time.sleep(0.5)

    def look(self, name):
        time.sleep(0.6)
        self.weston.picture(PICTURES / f"{name}.png")

    def answers(self):
        """What the file holds."""
        try:
            return json.loads(self.file.read_text(encoding="utf-8"))["audits"][-1]["answers"]
        except (OSError, ValueError):
            return {}


def written(rows, ground):
    """Whether something is written on a ground."""
    return sum(abs(brightness // 3 - ground) > 60 for row in rows for brightness in row) > 100


def bars(stage):
    stage.open("dark")
    stage.look("weston-dark")
    ground, rows = stage.bar()
    check(f"in the dark theme the title bar is dark ({ground} of 255)", ground < 80)
    check("with the title on it", written(rows, ground))
    stage.hands.press("ctrl+comma")
    stage.running.says("Theme")
    stage.click("Light") or stage.click("Theme: Light")
    check("it becomes light when the window does", until(lambda: stage.bar()[0] > 200, 5))
    stage.look("weston-light")
    stage.click("Audit")
    ground, rows = stage.bar()
    check("with the title on it", written(rows, ground))


def keys(stage):
    _, before = stage.bar()
    stage.hands.press("4")
    check("a digit answers", stage.running.says("Kept: Often"))
    check("the title says that it is unsaved", until(lambda: stage.bar()[1] != before, 5))
    stage.hands.press("ctrl+s")
    check("ctrl+S saves", until(lambda: stage.answers().get(ITEMS[GIVEN]) == 4, 10))
    check("the title says so", until(lambda: stage.bar()[1] == before, 5))
    stage.hands.press("ctrl+shift+s")
    check("our own dialog asks for a path", stage.running.says("Name or path of the file"))
    other = stage.folder / "other.evenkeel"
    stage.hands.press("ctrl+a")
    stage.hands.type(str(other))
    for pressed in ("ctrl+a", "ctrl+x", "ctrl+v", "Return"):
        # As slow as a person: what was cut is with the compositor only a moment later.
        time.sleep(0.6)
        stage.hands.press(pressed)
    check("cut and pasted, it is the path: it was saved there", until(other.is_file, 10))
    stage.file = other
    time.sleep(1)


def mouse(stage):
    left, top, right, bottom = stage.outline
    stage.drag((left + 300, top + 18), (left + 270, top + 8))
    check("dragged by its bar, it moves", until(lambda: stage.outline == (left - 30, top - 10, right - 30, bottom - 10), 5))
    left, top, right, bottom = stage.outline
    # Outside of the border, where the shadow is.
    stage.drag((right + 4, bottom - 200), (right - 200, bottom - 200))
    narrower = until(lambda: (now := stage.outline) and abs(now[2] - (right - 204)) < 8 and now, 5)
    check("dragged by its edge, it becomes narrower", narrower)
    stage.look("weston-narrower")
    stage.click("2 Seldom")
    stage.hands.press("ctrl+s")
    check("a click answers there", until(lambda: 2 in [stage.answers().get(item) for item in ITEMS[: GIVEN + 2]], 10))
    left, top, right, bottom = stage.outline
    stage.hands.click(right - BORDER - MAXIMIZE, top + BORDER + BUTTONS_AT)
    check("its button makes it fill the screen", until(lambda: (stage.outline or (1,))[:1] == (0,) and stage.outline[2] == stage.weston.size[0], 5))
    stage.look("weston-maximized")
    stage.hands.click(stage.weston.size[0] - MAXIMIZE, BUTTONS_AT)
    check("and makes it as it was", until(lambda: stage.outline == (left, top, right, bottom), 5))


def closes(stage):
    stage.click("5 Almost always")
    check("there is something unsaved", stage.running.says("Kept: Almost always"))
    stage.look("weston-unsaved")
    _, top, right, _ = stage.outline
    close = right - BORDER - CLOSE, top + BORDER + BUTTONS_AT
    stage.hands.click(*close)
    check("its button to close asks", stage.running.says(QUESTION))
    stage.look("weston-closing")
    # Not by Esc: see docs/PLATFORMS.md on keys after a click on the bar.
    stage.click("Cancel")
    check("Cancel keeps the window", until(lambda: QUESTION not in stage.running.words(), 5) and stage.running.ends(1) is None)
    stage.hands.click(*close)
    stage.running.says(QUESTION)
    stage.click("Save changes")
    check("Save ends it, with status 0", stage.running.ends() == 0)
    check("and the answer is in the file", 5 in stage.answers().values())


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    PICTURES.mkdir(parents=True, exist_ok=True)
    eyes = Eyes()
    with tempfile.TemporaryDirectory(prefix="evenkeel-wayland-") as folder:
        stage = Stage(pathlib.Path(folder), program, eyes)
        try:
            for part in (bars, keys, mouse, closes):
                print(f"== {part.__name__}", flush=True)
                part(stage)
        finally:
            if stage.running:
                print(stage.running.log.read_text(encoding="utf-8")[-1500:])
                stage.running.end()
            stage.weston.end()
            eyes.end()
    return check.status()


if __name__ == "__main__":
    sys.exit(main())
