"""The real window of the program: started, driven, killed, and what it left behind."""

import argparse
import ctypes
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time

from audit import MAPS, ROOT, Audit, Person
from display import Display
from eyes import Eyes

EVIDENCE = pathlib.Path(os.environ.get("EVENKEEL_EVIDENCE", ROOT / "target/attack"))
#: Where the runs are while they run.
WORK = pathlib.Path(os.environ.get("EVENKEEL_WORK", EVIDENCE))

# Places in the window as it opens, 1280 by 800.
RAIL_AUDIT, RAIL_RESULT, RAIL_TRACKS = (188, 124), (188, 164), (188, 204)
#: What one did has its answers below each other, what drains and what shows has them in a row.
ROWS = [(480, 318 + 52 * i) for i in range(5)]
BUBBLES = [(440 + 152 * i, 376) for i in range(5)]
NOT_APPLICABLE = (560, 604)
ASIDE = (104, 500)
#: Where the bars of the parts are, as (left, width) of them all, their height, and how many questions each has. A bar is dark as far as
#: its part is answered.
BARS, BARS_AT, PARTS = (360, 770), 116, (40, 8, 8, 8, 10)
#: What is darker than this is ink; what differs from the paper by more than this is something that was drawn.
PEN, DRAWN = 250, 12
#: How a footer says that the last answer, or so many answers, are on the disk.
KEPT = re.compile(r"^Kept: |\b(\d+) answers? kept\b")


#: What the window is told of the surroundings. Language, time zone and the rest are the same everywhere.
INHERITED = ("DISPLAY", "XAUTHORITY", "LD_LIBRARY_PATH", "LIBGL_DRIVERS_PATH", "TMPDIR")
#: Of prctl.
PR_SET_CHILD_SUBREAPER, PR_SET_PTRACER = 36, 0x59616D61


class Broken(Exception):
    """A promise that was not kept, or a window that does not do what it is asked."""


class Machine:
    """The machine that this runs on."""

    #: How many times longer than on an idle machine of 2026 all may take. Waits end when what they wait for is there; this only
    #: says when they give up.
    slowness = 1.0
    #: Seconds in which the window comes there, with its file.
    USUAL_START = 0.5

    @classmethod
    def measure(cls, options):
        """Takes the time of a start. Other programs may begin to run later, therefore twice that."""
        run = Run("yardstick", os.getpid(), options.seed, options)
        try:
            window = run.start(run.file(Audit(start=3)))
            window.wait()
            window.opens("me")
            cls.slowness = 2 * max(1.0, (time.monotonic() - window.started) / cls.USUAL_START)
        finally:
            run.end(False)


def until(what, patience, step=0.03):
    """Waits until something holds, at most so many seconds on an idle machine. Gives what it gave, or what it gave last."""
    end = time.monotonic() + patience * Machine.slowness
    while True:
        found = what()
        if found or time.monotonic() > end:
            return found
        time.sleep(step)


class Lag(threading.Thread):
    """How late this machine wakes up those who sleep: what is late on a machine that stands still is no fault of the window."""

    def __init__(self):
        super().__init__(daemon=True)
        self._worst = 0.0
        self.start()

    def run(self):
        while True:
            before = time.monotonic()
            time.sleep(0.02)
            self._worst = max(self._worst, time.monotonic() - before - 0.02)

    def take(self):
        """The worst since the last time, in seconds."""
        worst, self._worst = self._worst, 0.0
        return worst

    @property
    def worst(self):
        """The same, and it stays."""
        return self._worst


class Run:
    """One run: a home of its own, the windows in it, and the evidence."""

    def __init__(self, attack, number, seed, options, again=0):
        self.attack, self.number = attack, number
        self.options = options
        self.chance = random.Random(f"{attack} {seed} {number}")
        self.display = options.display
        self.evidence = EVIDENCE / (f"{attack}-{seed}-{number}" + (f"-again-{again}" if again else ""))
        self.folder = WORK / self.evidence.name
        for folder in (self.folder, self.evidence):
            shutil.rmtree(folder, ignore_errors=True)
        self.home = self.folder / "home"
        self.home.mkdir(parents=True)
        (self.folder / "empty").mkdir()
        self.windows = []
        #: What is to be undone at the end, last first.
        self.undo = []
        self.began = time.monotonic()
        options.lag.take()

    def file(self, audit, name="me.evenkeel"):
        """Writes the profile that an audit begins with."""
        path = self.folder / name
        path.write_text(audit.profile(), encoding="utf-8")
        return path

    def open(self, *arguments, seen=False):
        """Starts the program, waits for its window, and gives it the keys. One that is `seen` can be read and pressed by
        name, which makes it a little slower."""
        window = self.start(*arguments, seen=seen)
        window.wait()
        return window

    def start(self, *arguments, seen=False):
        """Starts the program and waits for nothing."""
        window = Window(self, arguments, seen)
        self.windows.append(window)
        return window

    def journals(self, name=None):
        """What lies in the recovery folder besides locks and halves of writes; of one document, if it is named."""
        folder = self.home / "data/recovery"
        files = sorted(folder.iterdir()) if folder.is_dir() else []
        found = []
        for file in files:
            try:
                if file.suffix in (".lock", ".tmp") or not file.is_file() or file.stat().st_size == 0:
                    continue
                if name is None or json.loads(file.read_text(encoding="utf-8")).get("title") == name:
                    found.append(file)
            except FileNotFoundError:
                continue
            except ValueError:
                found.append(file)
        return found

    def on_disk(self, path):
        """How many answers are in the journals that can be read, or in the file; in whichever holds more."""
        documents = [read(path)]
        for journal in self.journals():
            try:
                documents.append(json.loads(journal.read_text(encoding="utf-8"))["document"])
            except (OSError, ValueError, KeyError):
                continue
        return max(sum(len(document["audits"][-1].get(where, {})) for where in MAPS) for document in documents)

    def note(self, name, what):
        """Keeps something as evidence."""
        (self.folder / name).write_text(what if isinstance(what, str) else json.dumps(what, indent=1), encoding="utf-8")

    def end(self, kept):
        """Ends what still runs; keeps the folder where something broke."""
        if kept:
            self.display.picture(self.folder / "screen.png")
        # A disk that hangs holds whoever waits for it, so it is woken up first; a disk goes once nobody uses it.
        for undo in reversed(self.undo):
            undo()
        for window in self.windows:
            window.kill()
        if kept and self.folder != self.evidence:
            shutil.copytree(self.folder, self.evidence, symlinks=True, ignore_dangling_symlinks=True, ignore=odd_files)
        if not kept or self.folder != self.evidence:
            shutil.rmtree(self.folder, ignore_errors=True)


def odd_files(folder, names):
    """What cannot be copied: pipes and sockets."""
    def is_odd(path):
        return stat.S_ISFIFO(path.lstat().st_mode) or stat.S_ISSOCK(path.lstat().st_mode)

    return [name for name in names if is_odd(pathlib.Path(folder, name))]


def _in_the_child():
    """What reads without an end comes to one here, before the machine does; and any process of this user may trace it, which
    some systems allow to parents only."""
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, ctypes.c_ulong(-1), 0, 0, 0)


class Window:
    """A process of the program and its window."""

    def __init__(self, run, arguments, seen=False):
        self.run, self.display = run, run.display
        number = len(run.windows) + 1
        self.log = run.folder / f"window-{number}.log"
        environment = {k: v for k, v in os.environ.items() if k in INHERITED} | {
            "EVENKEEL_HOME": str(run.home),
            "HOME": str(run.folder),
            "XDG_RUNTIME_DIR": str(run.folder),
            "LANG": "en_GB.UTF-8",
            "TZ": "UTC",
            "WINIT_X11_SCALE_FACTOR": "1",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "RUST_LOG": "warn",
            "RUST_BACKTRACE": "1",
            # No program that shows a file dialog: the window shows its own.
            "PATH": str(run.folder / "empty"),
        }
        self.eyes = run.options.eyes if seen else None
        if seen:
            environment |= self.eyes.environment
        command = [str(run.options.program), *map(str, arguments)]
        settings = run.home / "config/settings.json"
        if not settings.exists():
            # What the person presses is what is counted on, whatever the time between two keys.
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text('{"questions_stay": true}', encoding="utf-8")
        self.started = time.monotonic()
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                command, env=environment, stdout=log, stderr=log, cwd="/", preexec_fn=_in_the_child
            )
        self.id = None

    @property
    def pid(self):
        return self.process.pid

    def wait(self, patience=60.0):
        """Waits for the window and gives it the keys."""
        self.id = until(lambda: self.display.window_of(self.pid) or self.has_ended(), patience)
        if isinstance(self.id, bool):
            raise Broken("no window came")
        self.front()

    def front(self):
        """Brings it to the front."""
        if not self.display.activate(self.id, 5.0 * Machine.slowness):
            raise Broken("the window does not take the keys")

    def has_ended(self):
        return self.process.poll() is not None

    def title(self):
        return self.display.title(self.id)

    def is_saved(self, name):
        """Whether it says that it has the file and nothing unsaved."""
        return self.title().startswith(name + " ")

    def click(self, place):
        """Clicks at a place in the window."""
        left, top = self.display.place(self.id)
        return self.display.click(left + place[0], top + place[1])

    def point(self, place):
        left, top = self.display.place(self.id)
        self.display.point(left + place[0], top + place[1])

    def pixel(self, place):
        left, top = self.display.place(self.id)
        return self.display.pixel(left + place[0], top + place[1])

    def is_asking(self):
        """Whether a dialog is open: it darkens what is behind it."""
        return 0 < sum(self.pixel(ASIDE)) < 600

    def look(self):
        """What is to be seen, as (role, name, place)."""
        return self.eyes.look(self.pid)

    def words(self):
        """All words that are to be seen."""
        return [name for _, name, _ in self.look() if name]

    def says(self, *words, patience=5.0):
        """Waits until some of these words are to be seen. Gives the whole text that has them, or nothing."""
        small = [word.lower() for word in words]
        found = lambda: next((n for n in self.words() if any(word in n.lower() for word in small)), None)
        return until(found, patience, 0.1)

    def find(self, name, roles=("push button", "link", "page tab", "menu item"), patience=10.0):
        """Waits for something to press by how its name begins. Gives its middle, or nothing."""
        def look():
            fits = [(found, place) for role, found, place in self.look() if role in roles and place]
            # A whole name goes before the beginning of a longer one.
            fits = [fit for fit in fits if fit[0] == name] or [fit for fit in fits if fit[0].startswith(name)]
            place = fits[0][1] if fits else None
            return place and (place[0] + place[2] // 2, place[1] + place[3] // 2)

        return until(look, patience, 0.1)

    def press_on(self, name, patience=10.0):
        """Clicks what has a name."""
        place = self.find(name, patience=patience)
        if not place:
            raise Broken(f"there is no {name!r}: {' | '.join(self.words())[:400]}")
        at = self.click(place)
        time.sleep(0.3)
        self.point(ASIDE)
        return at

    def opens(self, name, patience=30.0):
        """Waits until a file is open."""
        if not until(lambda: name in self.title(), patience):
            raise Broken(f"{name} was not opened: the title is {self.title()!r}")

    def go_to_audit(self, patience=30.0):
        """Goes to the question that the audit is at."""
        end = time.monotonic() + patience * Machine.slowness
        while time.monotonic() < end:
            self.click(RAIL_AUDIT)
            # Hovering looks as being there does: the mouse has to be elsewhere first.
            self.catches_up()
            if until(lambda: self._is_lit(RAIL_AUDIT, RAIL_RESULT) and self.answered() is not None, 1.0):
                return
        raise Broken("the audit does not come")

    def _is_lit(self, place, other):
        """Whether an entry at the side looks chosen or hovered, and another one does not."""
        return max(abs(a - b) for a, b in zip(self.pixel(place), self.pixel(other))) > 6

    def catches_up(self, audit=None, patience=30.0):
        """Waits until the window has acted on all that was pressed so far, or asks something. It acts in order: once it shows where
        the mouse is now, it has come to the end of what was before."""
        lit = lambda: self._is_lit(RAIL_TRACKS, ASIDE)
        end = time.monotonic() + patience * Machine.slowness
        # Twice, since the mouse may have been there before.
        for place, shows in ((ASIDE, lambda: not lit()), (RAIL_TRACKS, lit), (ASIDE, lambda: not lit())):
            self.point(place)
            while not shows():
                self.watch(audit)
                if self.has_ended() or self.is_asking():
                    return
                if time.monotonic() > end:
                    raise Broken("the window does not act on what was pressed")
                time.sleep(0.02)
        self.watch(audit)

    def watch(self, audit):
        """Looks how far the window has come with the questions, if an audit is given that is shown in it."""
        if audit and (count := self.answered()) is not None:
            audit.shows(count, time.monotonic())

    def answered(self):
        """How many questions the bars above show as answered in full; nothing where there are no bars to be seen."""
        left, top = self.display.place(self.id)
        row = self.display.row(left + BARS[0], top + BARS_AT, BARS[1])
        bars = list(drawn(row))
        if len(bars) != len(PARTS):
            return None
        count = 0
        for bar, questions in zip(bars, PARTS):
            dark = sum(brightness < PEN for brightness in bar)
            # Dark up to some point and light from there on.
            if any(b < PEN for b in bar[dark + 2 :]) or any(b >= PEN for b in bar[1 : max(1, dark - 2)]):
                return None
            count += round(dark * questions / len(bar))
        return count

    def rests(self, seconds, audit):
        """Lets time go by with nothing pressed, and watches."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.watch(audit)
            time.sleep(min(left, 0.03))

    def press(self, audit, key):
        """Presses a key, or clicks what means the same, and notes it."""
        if click := key.startswith("click:"):
            key = key.removeprefix("click:")
            place = {"n": NOT_APPLICABLE}.get(key)
            answers = ROWS if audit.kind == "item" else BUBBLES
            at = self.click(place or answers[int(key) - 1])
        else:
            at = self.display.press(key)
        audit.press(key, at, click)
        return at

    def type(self, person, seconds, rate, between=None):
        """Lets a person answer for a time, so many keys a second. `between` is called before each key."""
        chance, audit = person.chance, person.audit
        end = due = time.monotonic()
        end += seconds
        while due < end:
            if between:
                between()
            self.press(audit, person.key())
            due += chance.uniform(0.7, 1.3) / rate
            self.watch(audit)
            self.rests(due - time.monotonic(), audit)

    def save(self, name, patience=20.0):
        """Saves, and waits until the window says that it is saved, and its journal is gone. Gives whether it does; a dialog that
        comes up stays."""
        end = time.monotonic() + patience * Machine.slowness
        done = lambda: self.is_saved(name) or self.is_asking() or self.has_ended()
        while time.monotonic() < end:
            # A window that is still saving what was before does not begin another save: it is asked again.
            self.display.press("ctrl+s")
            self.catches_up()
            if until(done, 2.0):
                break
        saved = self.is_saved(name) and not self.is_asking() and not self.has_ended()
        if saved and not until(lambda: not self.run.journals(name), max(10.0, patience)):
            raise Broken(f"{name} is saved, and its journal stays")
        return saved

    def give_path(self, keys, path, patience=20.0):
        """Presses keys that ask for a path, and types it. Gives the moment in which it is said."""
        self.front()
        self.display.press(keys)
        # Read where that can be done: another window's dialog darkens as well.
        asks = (lambda: self.says("path of the file", patience=0)) if self.eyes else self.is_asking
        if not until(asks, patience):
            raise Broken("the dialog for a path does not come")
        self.display.press("ctrl+a")
        self.display.type(str(path))
        return self.display.press("Return")

    def offers(self, patience=10.0):
        """The names that it offers to resume, uppermost first. None where their journals were not needed, and are gone."""
        def look():
            offered = [n for r, n, _ in self.look() if r == "push button" and n.startswith("Resume")]
            return [name.split(", ", 1)[-1] for name in offered]

        return until(lambda: look() or not self.run.journals(), patience, 0.1) and look()

    def resume(self, name, patience=20.0, known_as=()):
        """Resumes what has a name, and gives the name that it then has: where a save under another one had ended before the
        window died, it goes on as that one (`known_as`). A click that came before the page is done again."""
        end = time.monotonic() + patience * Machine.slowness
        while time.monotonic() < end:
            offered = [(n, p) for r, n, p in self.look() if n.startswith("Resume") and n.endswith(", " + name)]
            if offered:
                _, place = offered[0]
                self.click((place[0] + place[2] // 2, place[1] + place[3] // 2))
                has_come = lambda: next((n for n in (name, *known_as) if n in self.title()), None)
                if until(has_come, 3.0):
                    self.point(ASIDE)
                    return has_come()
            time.sleep(0.1)
        raise Broken(f"{name} was not resumed: {' | '.join(self.words())[:400]}")

    def kill(self):
        """Kills it as the machine would. Gives the moment."""
        at = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        return at

    def quit(self, patience=20.0):
        """Closes it where nothing is unsaved. True when it ended."""
        self.front()
        self.display.press("alt+F4")
        return bool(until(self.has_ended, patience))


def drawn(row):
    """The stretches of a row of points that are not paper, which is what the row begins with."""
    stretch = []
    for brightness in [*row, *row[:1]]:
        if abs(brightness - row[0]) > DRAWN:
            stretch.append(brightness)
        elif stretch:
            yield stretch
            stretch = []


def read(path):
    """A profile that was written."""
    try:
        return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Broken(f"{pathlib.Path(path).name} is no whole profile: {error}") from error


def words_of(faults):
    """Faults as `2 missing, 1 wrong`."""
    return ", ".join(f"{len(cases)} {name}" for name, cases in faults.items())


def arguments(about, runs, **more):
    """The options that every attack has."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--runs", type=int, default=runs)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--first", type=int, default=1, help="the number of the first run")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "target/debug/evenkeel")
    parser.add_argument(
        "--grace", type=float, default=1.0, help="seconds after which an answer has to be on the disk, whatever comes"
    )
    parser.add_argument(
        "--again", type=int, default=0, help="make a run that breaks so many times more: it is broken if it breaks again"
    )
    for name, option in more.items():
        parser.add_argument("--" + name, **option)
    return parser


def attack(name, options, one):
    """Makes all runs. `one` makes one: it gives what it saw, and raises `Broken` for a promise that was not kept."""
    # What our processes leave behind when they end is ours from then on, and ends with us; so do we when we are told to.
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    options.display, options.lag, options.eyes = Display(), Lag(), Eyes()
    try:
        return _attack(name, options, one)
    finally:
        options.eyes.end()
        end_all()


def children():
    """The processes whose parent is this one."""
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue
        if parent == os.getpid():
            yield int(folder.name)


def end_all():
    """Ends what still runs of all that was started here, and of what that started."""
    end = time.monotonic() + 10
    while (left := list(children())) and time.monotonic() < end:
        for pid in left:
            try:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            except (ProcessLookupError, ChildProcessError):
                continue


def _attack(name, options, one):
    options.program = options.program.resolve()
    if not options.program.is_file():
        raise SystemExit(f"{options.program} is not there: build it, or say --program")
    if not until(options.display.is_managed, 5):
        subprocess.Popen(["openbox", "--sm-disable"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if not until(options.display.is_managed, 10):
            raise SystemExit("no window manager: tests/attack/run.sh starts one")
    Machine.measure(options)
    if Machine.slowness > 3:
        print(f"{name}: a start takes {Machine.USUAL_START * Machine.slowness / 2:.1f} s here, so that waits may take longer", flush=True)
    broken = odd = 0
    for number in range(options.first, options.first + options.runs):
        if holds(name, number, options, one):
            continue
        if any(not holds(name, number, options, one, again + 1) for again in range(options.again)) or not options.again:
            broken += 1
        else:
            odd += 1
    if odd:
        print(f"{name}: {odd} broke once, and held when made again: look at it", flush=True)
    print(f"{name}: {options.runs - broken} of {options.runs} as promised", flush=True)
    if broken:
        print(f"{name}: what the others left is in {EVIDENCE}", flush=True)
    return 1 if broken else 0


def holds(name, number, options, one, again=0):
    """Makes a run, for the first time or `again`, and says what came of it."""
    run = Run(name, number, options.seed, options, again)
    failed = None
    try:
        seen = one(run)
    except Broken as error:
        failed, seen = str(error), "BROKEN"
    except BaseException:
        run.end(True)
        raise
    took, late = time.monotonic() - run.began, options.lag.take()
    line = f"{name} {number:3}  {took:5.1f} s  {seen}"
    line += f": {failed}" if failed else ""
    line += f" (this machine stood still for {late:.1f} s)" if late > 0.3 else ""
    print(line, flush=True)
    run.end(failed is not None)
    return failed is None


__all__ = ["KEPT", "Audit", "Broken", "Person", "Run", "Window", "arguments", "attack", "read", "until", "words_of"]
