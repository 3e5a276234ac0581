#!/usr/bin/env python3
"""A disk that takes 0.3 to 5 seconds for a sync, a rename or to make a file, and somebody who saves and answers on. Each
answer stands where it was given; the window's own thread waits for no disk; and when the window is killed, what was
answered a second before comes back."""

import collections
import json
import re
import shutil
import subprocess
import sys
import threading
import time

from audit import QUESTIONS
from kill import carry_on
from window import KEPT, Audit, Broken, Machine, Person, arguments, attack, read, until, words_of

SYNCS = "fsync,fdatasync"
NAMES = "rename,renameat,renameat2,link,linkat,unlink,unlinkat"
OPENS = "openat,open,creat"
DELAYS = (0.3, 1.0, 2.0, 5.0)
#: How many slow calls it takes to hand the answers to the system, which is what keeps them from a kill: none where only syncs
#: are slow; the folder and the file are opened; the file is renamed.
HANDED = {"sync": 0, "open": 2, "names": 1, "all": 1}
#: How many slow calls a save takes at the most, once the save before it has ended.
SAVED = {"sync": 20, "open": 45, "names": 20, "all": 20}


class Untraceable(Exception):
    """Strace may not trace here."""


class Slow:
    """Makes calls of the disk slow, from the moment it is attached, and writes down which thread made them."""

    def __init__(self, run, pid, calls, delay, path=None):
        self.trace = run.folder / "strace.txt"
        self.pid, self.folder = pid, str(run.folder)
        watched = f"trace=%file,{SYNCS},ftruncate"
        inject = f"inject={calls}:delay_enter={int(delay * 1e6)}"
        command = ["strace", "-f", "-y", "-ttt", "-s", "300", "-o", str(self.trace), "-e", watched, "-e", inject]
        # A file that is slow to open, and nothing else.
        only = ["-P", str(path)] if path else []
        self.process = subprocess.Popen([*command, *only, "-p", str(pid)], stderr=subprocess.PIPE, text=True)
        attached = threading.Event()
        threading.Thread(target=lambda: (self.process.stderr.readline(), attached.set()), daemon=True).start()
        if not attached.wait(10 * Machine.slowness) or self.process.poll() is not None:
            raise Untraceable

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait()

    def calls(self):
        """What the window's own thread asked of our folders: call and file -> how often, and how many of them were slow."""
        seen, slow = collections.Counter(), collections.Counter()
        last = None
        for line in self.trace.read_text(errors="replace").splitlines():
            thread, _, rest = line.split(maxsplit=2)
            if int(thread) != self.pid:
                continue
            if not rest.startswith("<..."):
                last = re.match(r"\w+", rest), re.findall(re.escape(self.folder) + r'([^">]*)', rest)
            called, paths = last or (None, [])
            if not called or not paths:
                continue
            name = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}", "…", re.sub(r"\.evenkeel-[^/]*\.tmp", "….tmp", paths[0])).lstrip("/")
            key = f"{called[0]} {name}"
            if not rest.startswith("<..."):
                seen[key] += 1
            if "(DELAYED)" in rest:
                slow[key] += 1
        return seen, slow


def typing(run, delay, calls):
    """Somebody saves and answers on; then saves, or is killed. An answer that comes just after a hand-over has begun waits for
    that one and for its own: where the disk takes its time over those calls, what is promised is promised after them."""
    what = next(name for name, those, act in CASES if those == calls and act is typing)
    chance = run.chance
    audit = Audit(start=chance.randint(0, len(QUESTIONS) - 10))
    before = audit.answers()
    path = run.file(audit)
    window = run.open(path)
    window.opens("me")
    window.go_to_audit()
    run.slow = Slow(run, window.pid, calls, delay)
    person, due = Person(chance, audit), [time.monotonic() + 0.7]

    def now_and_then():
        if time.monotonic() > due[0]:
            due[0] += chance.uniform(0.5, 2)
            window.display.press("ctrl+s")

    window.type(person, run.options.seconds, 6, now_and_then)
    said = f"{audit.answers() - before} answers, "
    if chance.random() < 0.5:
        killed = window.kill()
        run.slow.end()
        return said + "killed: " + carry_on(run, {"me": (audit, [path])}, killed, 2 * HANDED[what] * delay)
    run.note("pressed.json", audit.pressed)
    if not window.save("me", 40 + SAVED[what] * delay):
        raise Broken(said + "it could not be saved at the end")
    if wrong := audit.judge(read(path)):
        run.note("faults.json", wrong)
        raise Broken(said + words_of(wrong))
    return said + "saved at the end"


def claims(run, delay, calls):
    """Somebody answers slowly, and reads what is said to be kept."""
    audit = Audit(start=run.chance.randint(0, 30))
    path = run.file(audit)
    window = run.open(path, seen=True)
    window.opens("me")
    window.go_to_audit()
    window.press(audit, "3")
    if not until(lambda: run.on_disk(path) == audit.answers(), 5):
        return "skipped: what the journal holds is not to be read from outside"
    run.slow = Slow(run, window.pid, calls, delay)
    looks = 0
    for _ in range(3):
        window.press(audit, "Right")
        # What was said of the question before must be gone.
        if not until(lambda: not any(name.startswith("Kept: ") for name in window.words()), 10, 0.1):
            raise Broken("at the next question, what was said of the one before is still there")
        window.press(audit, run.chance.choice("1234"))
        end = time.monotonic() + delay + 2
        while time.monotonic() < end:
            said = [found for name in window.words() if (found := KEPT.search(name))]
            kept = run.on_disk(path)
            looks += 1
            for found in said:
                if (int(found[1]) if found[1] else audit.answers()) > kept:
                    raise Broken(f"it says {found.string!r}, and {kept} of {audit.answers()} are on the disk")
    if not until(lambda: run.on_disk(path) == audit.answers(), 5 + 5 * delay):
        raise Broken(f"after all that time, {run.on_disk(path)} of {audit.answers()} are on the disk")
    return f"looked {looks} times"


def resuming(run, delay, calls):
    """What was killed is resumed on a slow disk: the window comes at once all the same, and saves."""
    audit = Audit(start=run.chance.randint(0, 60))
    path = run.file(audit)
    window = run.open(path)
    window.opens("me")
    window.go_to_audit()
    window.type(Person(run.chance, audit), 2.0, 3)
    window.rests(2.0, audit)
    killed = window.kill()
    window = run.open(seen=True)
    place = window.find("Resume")
    if not place:
        raise Broken("nothing is offered to resume")
    run.slow = Slow(run, window.pid, calls, delay)
    clicked = window.click(place)
    if not until(lambda: "me" in window.title(), delay + 30):
        raise Broken("it was not resumed")
    took = time.monotonic() - clicked
    if not window.save("me", 40 + 20 * delay):
        raise Broken(f"after Resume, it could not be saved: {window.words()[:4]}")
    if wrong := audit.judge(read(path), killed - run.options.grace):
        run.note("faults.json", wrong)
        raise Broken(words_of(wrong))
    return f"resumed after {took:.1f} s"


def in_use(run, delay, _calls):
    """A file on a slow drive is opened, one goes on answering meanwhile, and then another window has that file."""
    audit, theirs = Audit(start=run.chance.randint(0, 30)), Audit(start=5, number=2)
    path, other = run.file(audit), run.file(theirs, "two.evenkeel")
    run.open(other).opens("two")
    window = run.open(path, seen=True)
    window.opens("me")
    window.go_to_audit()
    delay = max(delay, 4.0)
    run.slow = Slow(run, window.pid, OPENS, delay, other)
    window.give_path("ctrl+o", other)
    # What is typed while the dialog is still there is not for the question behind it.
    if not until(lambda: not window.is_asking() and not window.says("path of the file", patience=0), 10):
        raise Broken("the dialog for a path does not go")
    before = audit.answers()
    for _ in range(3):
        window.press(audit, run.chance.choice("1234"))
        time.sleep(0.3)
        window.press(audit, "Right")
        time.sleep(0.3)
    window.catches_up()
    choice = run.chance.choice(("Open read-only", "Open as a copy"))
    if not window.find(choice, patience=2 * delay + 10):
        raise Broken(f"it does not say that the file is in use: {window.words()[:4]}")
    window.press_on(choice)
    given = audit.answers() - before
    if window.find("Save changes", patience=2 * delay + 5):
        window.press_on("Save changes")
        if not until(lambda: "two" in window.title(), 3 * delay + 10):
            raise Broken(f"after the save, the file was not opened: {window.title()}")
        asked = "asked"
    else:
        asked = "not asked"
        window.kill()
        run.slow.end()
        for found in run.journals():
            journal = json.loads(found.read_text(encoding="utf-8"))
            if journal.get("title") == "me":
                path.write_text(json.dumps(journal["document"]), encoding="utf-8")
                asked = "not asked, and in a journal"
    if wrong := audit.judge(read(path)):
        raise Broken(f"{choice}: {asked}: of {given} answers {words_of(wrong)}")
    return f"{choice}: {asked}"


#: What is slow, and what is done meanwhile.
CASES = (
    ("sync", SYNCS, typing),
    ("sync", SYNCS, claims),
    ("names", NAMES, typing),
    ("all", f"{SYNCS},{NAMES}", resuming),
    ("file", OPENS, in_use),
    ("sync", SYNCS, typing),
    ("open", OPENS, typing),
    ("all", f"{SYNCS},{NAMES}", typing),
)


def one(run):
    what, calls, act = CASES[(run.number - 1) % len(CASES)]
    delay = run.options.delay or DELAYS[(run.number - 1) // len(CASES) % len(DELAYS)]
    run.slow, faults = None, []
    said = f"{act.__name__:8} {what:5} {delay} s each: "
    try:
        said += act(run, delay, calls)
    except Untraceable:
        return said + "skipped: strace may not trace here"
    except Broken as error:
        faults.append(str(error))
    if run.slow:
        run.slow.end()
        seen, waited = run.slow.calls()
        run.note("window-thread.json", {"asked": seen, "waited": waited})
        if waited:
            faults.append(f"the window's thread waited {sum(waited.values())} times for the disk: {', '.join(waited)}")
    if faults:
        raise Broken("; ".join([said, *faults]))
    return said


if __name__ == "__main__":
    more = {
        "seconds": {"type": float, "default": 8.0, "help": "how long somebody answers"},
        "delay": {"type": float, "help": "seconds that a slow call takes; else 0.3, 1, 2, 5 in turn"},
    }
    options = arguments(__doc__, 32, **more).parse_args()
    if not shutil.which("strace"):
        raise SystemExit("strace is not there")
    sys.exit(attack("slow", options, one))
