#!/usr/bin/env python3
"""A disk that takes 0.3 to 5 seconds for a sync, a rename or to make a file, and somebody who saves and answers on. Each
answer stands where it was given; the window's own thread waits for no disk; and when the window is killed, what was
answered a second before comes back."""

import collections
import re
import shutil
import subprocess
import sys
import threading
import time

from audit import QUESTIONS
from kill import carry_on
from window import Audit, Broken, Person, arguments, attack, read, words_of

SYNCS = "fsync,fdatasync"
NAMES = "rename,renameat,renameat2,link,linkat,unlink,unlinkat"
OPENS = "openat,open,creat"
#: What is slow, and whether strace can look at nothing else, so that the rest is as fast as ever.
SLOW = (("sync", SYNCS), ("sync", SYNCS), ("names", NAMES), ("all", f"{SYNCS},{NAMES}"), ("open", OPENS))
DELAYS = (0.3, 1.0, 2.0, 5.0)


class Slow:
    """Makes calls of the disk slow, from the moment it is attached, and writes down which thread made them."""

    def __init__(self, run, pid, calls, delay):
        self.trace = run.folder / "strace.txt"
        self.pid, self.folder = pid, str(run.folder)
        watched = f"trace=%file,{SYNCS},ftruncate"
        inject = f"inject={calls}:delay_enter={int(delay * 1e6)}"
        command = ["strace", "-f", "-y", "-ttt", "-s", "300", "-o", str(self.trace), "-e", watched, "-e", inject]
        self.process = subprocess.Popen([*command, "-p", str(pid)], stderr=subprocess.PIPE, text=True)
        attached = threading.Event()
        threading.Thread(target=lambda: (self.process.stderr.readline(), attached.set()), daemon=True).start()
        self.works = attached.wait(10) and self.process.poll() is None

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


def one(run):
    chance = run.chance
    (what, calls), delay = SLOW[(run.number - 1) % len(SLOW)], DELAYS[(run.number - 1) // len(SLOW) % len(DELAYS)]
    if run.options.delay:
        delay = run.options.delay
    audit = Audit(start=chance.randint(0, len(QUESTIONS) - 10))
    before = audit.answers()
    path = run.file(audit)
    window = run.open(path)
    window.opens("me")
    window.go_to_audit()
    time.sleep(0.5)
    slow = Slow(run, window.pid, calls, delay)
    if not slow.works:
        return "skipped: strace may not trace here"
    person, due = Person(chance, audit), [time.monotonic() + 0.7]

    def now_and_then():
        if time.monotonic() > due[0]:
            due[0] += chance.uniform(0.5, 2)
            window.display.press("ctrl+s")

    window.type(person, run.options.seconds, 6, now_and_then)
    said = f"{what:5} {delay} s each, {audit.answers() - before} answers, "
    faults = []
    try:
        if chance.random() < 0.5:
            killed = window.kill()
            slow.end()
            said += "killed: " + carry_on(run, {"me": (audit, [path])}, killed)
        else:
            time.sleep(1.0)
            run.note("pressed.json", audit.pressed)
            if not window.save("me", 40 + 20 * delay, 0.5 + delay):
                raise Broken("it could not be saved at the end")
            said += "saved at the end"
            if wrong := audit.judge(read(path)):
                run.note("faults.json", wrong)
                raise Broken(words_of(wrong))
    except Broken as error:
        faults.append(str(error))
    slow.end()
    seen, waited = slow.calls()
    run.note("window-thread.json", {"asked": seen, "waited": waited})
    if waited:
        faults.append(f"the window's thread waited {sum(waited.values())} times for the disk: {', '.join(waited)}")
    if faults:
        raise Broken(f"{said}: {'; '.join(faults)}")
    return said + f", the window's thread asked the disk {sum(seen.values())} times"


if __name__ == "__main__":
    more = {
        "seconds": {"type": float, "default": 8.0, "help": "how long somebody answers"},
        "delay": {"type": float, "help": "seconds that a slow call takes; else 0.3, 1, 2, 5 in turn"},
    }
    options = arguments(__doc__, 20, **more).parse_args()
    if not shutil.which("strace"):
        raise SystemExit("strace is not there")
    sys.exit(attack("slow", options, one))
