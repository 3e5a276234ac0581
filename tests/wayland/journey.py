#!/usr/bin/env python3
"""journey.py PROGRAM : the window under sway, with no X11 anywhere: keys, mouse, clipboard, sizes, a window that nobody sees, closing
with the question, and a compositor that dies. Status 0 when all held. Pictures go to target/wayland/."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from program import PICTURES, ROOT, Checks, Eyes, Program, fresh, until
from sway import APP, Sway

sys.path.insert(0, str(ROOT / "tests/attack"))

from audit import ITEMS, Audit  # noqa: E402  (it stands beside the attacks)

QUESTION = "Save your changes?"
#: How many questions are answered in the file that the window opens.
GIVEN = 3
check = Checks()


class Stage:
    """A compositor, a program in it, and the file that it opened."""

    def __init__(self, work, program, eyes):
        self.work, self.program, self.eyes = work, program, eyes
        self.sway = Sway(work / "sway")
        self.running = None
        self.number = 0

    def open(self):
        """Starts the program with a fresh file, at the question that is asked next."""
        self.number += 1
        self.folder = fresh(self.work / f"run-{self.number}")
        self.file = self.folder / "me.evenkeel"
        self.file.write_text(Audit(start=GIVEN, number=self.number).profile(), encoding="utf-8")
        self.running = Program(self.program, self.folder, self.sway.environment(), self.eyes, [self.file])
        if not until(lambda: "me" in self.sway.title(), 60):
            raise SystemExit(f"no window came: {self.running.log.read_text()[-2000:]}")
        self.to_audit()

    def to_audit(self):
        self.click("Audit")
        self.running.says(f"{GIVEN} answers kept")

    def click(self, name):
        """Clicks what has a name. True where it is there."""
        place = self.running.find(name)
        if place:
            left, top = self.sway.place()
            finer = self.finer()
            self.sway.hands.click(left + place[0] / finer, top + place[1] / finer)
            # Out of the way, so that nothing looks hovered.
            self.sway.hands.point(left + 100, top + 500)
        return bool(place)

    def press(self, keys):
        self.sway.hands.press(keys)

    def answers(self, file=None):
        """What the file holds."""
        try:
            return json.loads((file or self.file).read_text(encoding="utf-8"))["audits"][-1]["answers"]
        except (OSError, ValueError):
            return {}

    def look(self, name):
        """Keeps a picture."""
        time.sleep(0.6)
        self.sway.picture(PICTURES / f"{name}.png")

    def unsaved(self):
        return until(lambda: self.sway.title().startswith("• "), 10)

    def saved(self):
        return until(lambda: self.sway.title().startswith("me "), 10)

    def frame(self):
        """How large the window says it is."""
        return next(([place[2], place[3]] for role, _, place in self.running.look() if role == "frame" and place), None)

    def finer(self):
        """How many points of what screen readers are told make one of the compositor's, along a line."""
        return self.frame()[0] / self.sway.size()[0]

    def clipboard(self, *options):
        environment = os.environ | self.sway.environment()
        command = ["wl-paste", "--no-newline", *options]
        return subprocess.run(command, env=environment, capture_output=True, check=False, timeout=20).stdout

    def put(self, words):
        environment = os.environ | self.sway.environment()
        subprocess.run(["wl-copy", words], env=environment, check=True, timeout=20, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def starts(stage):
    stage.open()
    window = stage.sway.window()
    check("a native window, with the id of the .desktop file", window["app_id"] == "org.evenkeel.Evenkeel" and window["shell"] == "xdg_shell")
    check("its title names the file", stage.sway.title() == "me – Evenkeel")
    check("it opens at 1280 by 800", stage.sway.size() == (1280, 800) and stage.frame() == [1280, 800])
    stage.look("sway-question")


def keys(stage):
    stage.press("4")
    check("a digit answers, and the title says that it is unsaved", stage.unsaved())
    check("the answer is said to be kept", stage.running.says("Kept: Often"))
    stage.press("ctrl+s")
    check("ctrl+S saves", stage.saved() and stage.answers().get(ITEMS[GIVEN]) == 4)
    for pressed, words in (("ctrl+comma", "Theme"), ("ctrl+h", "Start quick audit"), ("F1", "Two sides, eight facets"), ("ctrl+t", "Where could you go next?")):
        stage.press(pressed)
        check(f"{pressed} goes where it should", stage.running.says(words))
    stage.press("ctrl+r")
    stage.look("sway-result")


def mouse(stage):
    before = stage.running.look()
    stage.sway.hands.point(*[a + b for a, b in zip(stage.sway.place(), (700, 500))])
    stage.sway.hands.scroll(5)
    check("the wheel scrolls", until(lambda: [n[2] for n in stage.running.look()] != [n[2] for n in before], 5))
    stage.click("Audit")
    check("a click on the rail goes there", stage.running.find("2 Seldom", patience=10))
    check("a click answers", stage.click("2 Seldom") and stage.unsaved())
    stage.press("ctrl+s")
    check("what was clicked is in the file", stage.saved() and 2 in [stage.answers().get(item) for item in ITEMS[: GIVEN + 2]])


def clipboard(stage):
    other = stage.folder / "a copy of it.evenkeel"
    stage.press("ctrl+shift+s")
    check("our own dialog asks for a path", stage.running.says("Name or path of the file"))
    stage.look("sway-dialog")
    stage.press("ctrl+a")
    stage.sway.hands.type("typed_by Hand")
    stage.press("ctrl+a")
    stage.press("ctrl+c")
    check("what a field copies, others get", until(lambda: stage.clipboard() == b"typed_by Hand", 5))
    stage.put(str(other))
    stage.press("ctrl+a")
    stage.press("ctrl+v")
    time.sleep(0.5)
    stage.press("Return")
    check("what others copied, the field gets: it was saved there", until(lambda: stage.answers(other), 10))
    check("the title names the new file", until(lambda: stage.sway.title().startswith("a copy of it "), 10))
    stage.press("ctrl+r")
    stage.running.says("What you do, and what your role asks")
    stage.click("Charts as files and on paper")
    if check("a chart can be copied", stage.click("Copy the radar") or stage.click("Copy")):
        check("as a picture", until(lambda: stage.clipboard("--type", "image/png")[1:4] == b"PNG", 10))


def sizes(stage):
    for width, height in ((900, 600), (640, 480)):
        stage.sway.say(APP, "resize", "set", "width", str(width), "px", "height", str(height), "px")
        size = until(lambda: stage.frame() == list(stage.sway.size()) and stage.sway.size()[0] <= width, 10)
        check(f"it becomes {width} by {height}, outside and inside", size)
        stage.look(f"sway-{width}")
    # sway does not ask what a window wants at least.
    stage.sway.say(APP, "resize", "set", "width", "300", "px", "height", "200", "px")
    check("smaller than it wants to be, it goes on", until(lambda: stage.frame() == list(stage.sway.size()), 10))
    stage.look("sway-tiny")
    stage.sway.say(APP, "fullscreen", "enable")
    check("it fills the screen", until(lambda: stage.frame() == [stage.sway.hands.width, stage.sway.hands.height], 10))
    stage.look("sway-full")
    stage.sway.say(APP, "fullscreen", "disable")
    time.sleep(1)
    stage.sway.say(APP, "resize", "set", "width", "660", "px", "height", "480", "px")
    for scale in (2, 1.5):
        scales(stage, scale)
    stage.sway.rescale(1)
    stage.sway.say(APP, "resize", "set", "width", "1282", "px", "height", "820", "px")
    time.sleep(0.5)


def scales(stage, scale):
    """On a screen with finer points it is drawn finer, and the mouse hits the same things."""
    stage.sway.rescale(scale)
    stage.sway.say(APP, "move", "position", "10", "px", "10", "px")
    time.sleep(1)
    stage.press("ctrl+comma")
    stage.running.says("Theme")
    stage.look(f"sway-scale-{scale}")
    check(f"at scale {scale} a click hits", stage.click("Home") and stage.running.says("Start quick audit"))


def closes(stage):
    stage.open()
    stage.press("5")
    check("there is something unsaved", stage.unsaved())
    stage.sway.close()
    check("closing asks", stage.running.says(QUESTION))
    stage.look("sway-closing")
    stage.press("Escape")
    check("Esc keeps the window", until(lambda: QUESTION not in stage.running.words(), 5) and stage.running.ends(1) is None)
    stage.sway.close()
    stage.running.says(QUESTION)
    stage.click("Discard changes")
    check("Discard ends it, with status 0", stage.running.ends() == 0)
    check("and the file is as it was", len(stage.answers()) == GIVEN)
    stage.open()
    stage.press("5")
    stage.unsaved()
    stage.press("ctrl+q")
    check("ctrl+Q asks as well", stage.running.says(QUESTION))
    stage.click("Save changes")
    check("Save ends it, with status 0", stage.running.ends() == 0)
    check("and the answer is in the file", stage.answers().get(ITEMS[GIVEN]) == 5)


def unseen(stage):
    """On another workspace nothing is drawn: the compositor asks for no frame."""
    stage.open()
    stage.press("1")
    stage.unsaved()
    stage.sway.say("workspace", "2")
    time.sleep(1)
    stage.sway.close()
    check("closed while nobody sees it, it stays", stage.running.ends(3) is None)
    stage.sway.say("workspace", "1")
    check("and asks when it is seen again", stage.running.says(QUESTION))
    stage.press("Escape")
    stage.press("ctrl+s")
    check("it goes on as before", stage.saved() and stage.answers().get(ITEMS[GIVEN]) == 1)
    stage.sway.say("workspace", "2")
    time.sleep(1)
    spent = seconds_of(stage.running.process.pid)
    time.sleep(5)
    spent = seconds_of(stage.running.process.pid) - spent
    check(f"unseen it rests ({spent:.2f} s of processor time in 5 s)", spent < 0.5)
    stage.sway.close()
    check("with nothing unsaved it ends while nobody sees it", stage.running.ends(10) == 0)
    stage.sway.say("workspace", "1")


def seconds_of(pid):
    """The processor time that a process has used."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def again(stage):
    stage.open()
    newcomer = Program(stage.program, stage.folder, stage.sway.environment(), None, [stage.file])
    check("opened a second time, the newcomer leaves it to the first", newcomer.ends(20) == 0 and stage.sway.windows() == 1)
    newcomer.end()
    stage.sway.close()
    check("nothing unsaved: it closes without a question", stage.running.ends() == 0)


def dies(stage):
    """The compositor is gone in the middle of it, as when a session crashes."""
    stage.open()
    stage.press("2")
    stage.running.says("Kept: Seldom")
    time.sleep(1)
    stage.sway.process.kill()
    stage.sway.process.wait()
    check(f"without its compositor it ends (status {stage.running.ends(10)})", stage.running.ends(1) is not None)
    stage.sway = Sway(stage.work / "sway-again")
    folder = stage.folder
    stage.running = Program(stage.program, folder, stage.sway.environment(), stage.eyes)
    check("the next window offers to go on", stage.running.find("Resume", patience=30))
    stage.look("sway-resume")
    stage.click("Resume")
    stage.unsaved()
    stage.press("ctrl+s")
    check("and the answer is there", until(lambda: stage.answers().get(ITEMS[GIVEN]) == 2, 10))
    stage.sway.close()
    check("it ends, with status 0", stage.running.ends() == 0)


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    PICTURES.mkdir(parents=True, exist_ok=True)
    eyes = Eyes()
    with tempfile.TemporaryDirectory(prefix="evenkeel-wayland-") as folder:
        work = pathlib.Path(folder)
        work.chmod(0o755)
        stage = Stage(work, program, eyes)
        try:
            for part in (starts, keys, mouse, clipboard, sizes):
                print(f"== {part.__name__}", flush=True)
                part(stage)
            stage.sway.close()
            check("it ends, with status 0", stage.running.ends() == 0)
            for part in (closes, unseen, again, dies):
                print(f"== {part.__name__}", flush=True)
                part(stage)
        finally:
            if stage.running:
                print(stage.running.log.read_text(encoding="utf-8")[-1500:])
                stage.running.end()
            stage.sway.end()
            eyes.end()
    return check.status()


if __name__ == "__main__":
    sys.exit(main())
