"""Weston in a window of a virtual X11 display: a compositor that draws no title bars. Its keys and its mouse are those of that
display; whoever shows a window on it knows nothing of X11."""

import os
import pathlib
import subprocess
import sys
import time

from wire import socket_in

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "attack"))

from display import Display  # noqa: E402  (it stands beside the attacks)

CONFIGURATION = """[core]
idle-time=0
[shell]
panel-position=none
background-color=0xff336644
locking=false
animation=none
close-animation=none
startup-animation=none
focus-animation=none
"""


class Weston:
    """From its start to its end."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(mode=0o700)
        configuration = self.folder / "weston.ini"
        configuration.write_text(CONFIGURATION, encoding="utf-8")
        environment = {k: v for k, v in os.environ.items() if k != "WAYLAND_DISPLAY"} | {"XDG_RUNTIME_DIR": str(self.folder)}
        # Not with --use-pixman: so drawn, Weston 10.0.1 dies of SIGSEGV, at the start or when a window changes its size.
        command = ["weston", "--backend=x11-backend.so", "--fullscreen", "--width=1400", "--height=900", f"--config={configuration}"]
        with open(self.folder.with_suffix(".log"), "wb") as log:
            self.process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        self.display = socket_in(self.folder)
        self.hands = Display()

    def agree(self):
        """Makes Weston's mouse stand where that of the display does. It follows by how far that one moves, and began elsewhere."""
        for corner in ((self.size[0] - 1, self.size[1] - 1), (0, 0)):
            self.hands.point(*corner)
            time.sleep(0.5)

    def environment(self):
        """What a program has to know to show a window here, and only here."""
        return {"WAYLAND_DISPLAY": str(self.display), "XDG_RUNTIME_DIR": str(self.folder), "XDG_SESSION_TYPE": "wayland"}

    def outline(self):
        """Where our window is on the screen, with its title bar: left, top, right, bottom; nothing where there is none. The ground
        is green, also in the shadow of a window; a window is grey."""
        if self.process.poll() is not None:
            raise SystemExit(f"Weston itself is dead (status {self.process.returncode})")
        command = ["import", "-window", "root", "-depth", "8", "rgb:-"]
        raw = subprocess.run(command, capture_output=True, check=True, timeout=20).stdout
        width, height = self.size
        grey = lambda x, y: (at := 3 * (y * width + x)) is not None and abs(raw[at] - raw[at + 1]) < 12
        rows = [y for y in range(height) if sum(grey(x, y) for x in range(0, width, 8)) > 40]
        if not rows:
            return None
        # More than the mouse, which is black.
        sample = range(rows[0], rows[-1], 8)
        columns = [x for x in range(width) if sum(grey(x, y) for y in sample) > len(sample) // 2]
        if not columns:
            return None
        return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1

    #: Of the virtual display.
    size = (1400, 900)

    def picture(self, path):
        subprocess.run(["import", "-window", "root", str(path)], check=False, timeout=20, capture_output=True)

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def shows(weston, patience=30.0):
    """Waits until there is a window, and it stands still. Gives its outline."""
    end, last = time.monotonic() + patience, None
    while time.monotonic() < end:
        now = weston.outline()
        if now and now == last:
            return now
        last = now
        time.sleep(0.5)
    return None
