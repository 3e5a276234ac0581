"""The program on a compositor: started, looked at by way of what screen readers use, and what it left behind."""

import os
import pathlib
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests/attack"))

from eyes import Eyes  # noqa: E402  (it stands beside the attacks)

PICTURES = ROOT / "target/wayland"
EXAMPLE = ROOT / "assets/examples/worked-example.evenkeel"
BUTTONS = ("push button", "link", "page tab", "menu item", "radio button", "toggle button", "check box")


def until(what, patience=15.0, step=0.1):
    """Waits until something holds. Gives what it gave last."""
    end = time.monotonic() + patience
    while True:
        found = what()
        if found or time.monotonic() > end:
            return found
        time.sleep(step)


class Checks:
    """What was looked at, and how much of it held."""

    def __init__(self):
        self.failed, self.made = [], 0

    def __call__(self, what, held):
        self.made += 1
        print(("ok      " if held else "FAILED  ") + what, flush=True)
        if not held:
            self.failed.append(what)
        return held

    def status(self, left=PICTURES):
        """Says how many held, and what is left to look at; the status to end with."""
        print(f"{self.made - len(self.failed)} of {self.made} held; to look at: {left}", flush=True)
        return 1 if self.failed else 0


class Program:
    """A process of the program, with a home of its own."""

    def __init__(self, program, folder, surroundings, eyes, arguments=()):
        self.eyes, self.folder = eyes, pathlib.Path(folder)
        self.home = self.folder / "home"
        (self.folder / "empty").mkdir(parents=True, exist_ok=True)
        self.home.mkdir(exist_ok=True)
        environment = {k: v for k, v in os.environ.items() if k in ("LD_LIBRARY_PATH", "TMPDIR")}
        environment |= (eyes.environment if eyes else {}) | {
            "EVENKEEL_HOME": str(self.home),
            "HOME": str(self.folder),
            "LANG": "en_GB.UTF-8",
            "TZ": "UTC",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "RUST_LOG": "warn",
            "RUST_BACKTRACE": "1",
            # No program that shows a file dialog: the window shows its own.
            "PATH": str(self.folder / "empty"),
        } | surroundings
        self.log = self.folder / f"program-{time.monotonic_ns()}.log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [str(program), *map(str, arguments)], env=environment, stdout=log, stderr=log, cwd="/"
            )

    def look(self):
        """What is to be seen, as (role, name, place)."""
        return self.eyes.look(self.process.pid)

    def words(self):
        return [name for _, name, _ in self.look() if name]

    def says(self, *words, patience=15.0):
        """Waits until one of these words is to be seen."""
        return until(lambda: any(word in name for name in self.words() for word in words), patience)

    def find(self, name, roles=BUTTONS, patience=15.0):
        """Waits for what has a name, or one that begins so. Gives its middle in the window, or nothing."""

        def look():
            fits = [(n, place) for role, n, place in self.look() if role in roles and place and n.startswith(name)]
            fits.sort(key=lambda fit: fit[0] != name)
            place = fits[0][1] if fits else None
            return place and (place[0] + place[2] // 2, place[1] + place[3] // 2)

        return until(look, patience)

    def ends(self, patience=20.0):
        """Waits for its end. Gives the status, or nothing."""
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            return None

    def sockets(self):
        """The names of the sockets of this machine that it is connected to, by the other side's."""
        listed = subprocess.run(["ss", "-xpH"], capture_output=True, text=True, check=False, timeout=20).stdout
        return [line for line in listed.splitlines() if f"pid={self.process.pid}," in line]

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()


def fresh(folder):
    """An empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


__all__ = ["BUTTONS", "EXAMPLE", "PICTURES", "ROOT", "Checks", "Eyes", "Program", "fresh", "until"]
