#!/usr/bin/env python3
"""The window is killed under fast typing, also while it saves, saves under another name, resumes or ends, or while another
window is open. What was answered a second before is on the disk, nothing stands where it was not given, and after Resume a
save meets no conflict that nobody made."""

import shutil
import subprocess
import sys
import threading
import time

from audit import QUESTIONS
from window import Audit, Broken, Machine, Person, arguments, attack, read, until, words_of

VARIANTS = ("plain", "save", "saveas", "resume", "quit", "two", "step")
#: What a save and a journal ask of a disk, call by call.
CALLS = "fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,openat,fchmod,ftruncate,flock"


def begin(run, number=1, name="me"):
    """A file, a window with it, and somebody who answers."""
    audit = Audit(start=run.chance.randint(0, len(QUESTIONS) - 6), number=number)
    path = run.file(audit, f"{name}.evenkeel")
    window = run.open(path)
    window.opens(name)
    window.go_to_audit()
    return window, path, audit, Person(run.chance, audit)


def type_on(run, window, person, seconds=None, between=None):
    window.type(person, seconds or run.chance.uniform(2, 7), run.chance.uniform(6, 12), between)


def saves(run, window, often):
    """Saves now and then between keys."""

    def between():
        if run.chance.random() < often:
            window.display.press("ctrl+s")

    return between


def check(run, audit, path, moment, what):
    """What is in a file against what was pressed up to a moment."""
    faults = audit.judge(read(path), moment)
    run.note(f"pressed-{what}.json", {"moment": moment, "pressed": audit.pressed})
    if faults:
        run.note(f"faults-{what}.json", faults)
        raise Broken(f"{what}: {words_of(faults)} of {audit.older(moment)}")


def carry_on(run, cases, killed, taken=0.0):
    """What a person does after the kill: resumes what there is, saves, and looks. `cases` is name -> (audit, paths); `taken` is
    how many seconds a slow disk takes before the system has been handed an answer, over what is promised (`--grace`)."""
    no_sockets = shutil.ignore_patterns("*.bell", "locks")
    shutil.copytree(run.home, run.folder / "home-at-kill", dirs_exist_ok=True, ignore=no_sockets)
    for _, paths in cases.values():
        for path in paths:
            if path.exists():
                shutil.copy(path, run.folder / f"{path.stem}-at-kill.evenkeel")
    # A machine that stood still kept the window from it as well.
    late = run.options.lag.worst
    due = killed - run.options.grace - taken - (late if late > 0.1 else 0.0)
    left = dict(cases)
    for _ in cases:
        if not run.journals():
            break
        window = run.open(seen=True)
        offered = window.offers()
        if not offered and not run.journals():
            # The files hold all of it, so that there is nothing to resume.
            window.kill()
            break
        if not offered:
            raise Broken(f"nothing is offered to resume: {' | '.join(window.words())[:400]}")
        name = offered[0]
        key = next((key for key, (_, paths) in left.items() if name in [path.stem for path in paths]), None)
        if not key:
            raise Broken(f"{name} is offered, which was never lost")
        name = window.resume(name, known_as=[path.stem for path in left[key][1]])
        if not window.save(name):
            raise Broken(f"after Resume, {name} could not be saved: {' | '.join(window.words()[:4])}")
        audit, paths = left.pop(key)
        path = next(path for path in paths if path.stem == name)
        check(run, audit, path, due, f"{name}, resumed and saved")
        if run.chance.random() < 0.3:
            window.quit()
        else:
            window.kill()
    for audit, paths in left.values():
        newest = max((p for p in paths if p.exists()), key=lambda p: p.stat().st_mtime)
        check(run, audit, newest, due, f"{newest.stem}, with nothing to resume")
    # Nothing is offered twice.
    until(lambda: not run.journals(), 5)
    if left_over := run.journals():
        raise Broken(f"after all was saved, {left_over[0].name} is still offered")
    return f"{sum(a.older(due) for a, _ in cases.values())} old enough, {len(cases) - len(left)} resumed"


def plain(run):
    window, path, audit, person = begin(run)
    type_on(run, window, person)
    return carry_on(run, {"me": (audit, [path])}, window.kill())


def save(run):
    window, path, audit, person = begin(run)
    type_on(run, window, person, between=saves(run, window, run.chance.choice((0.1, 0.3, 0.8))))
    if run.chance.random() < 0.5:
        window.display.press("ctrl+s")
        window.rests(run.chance.uniform(0, 0.25), audit)
    return carry_on(run, {"me": (audit, [path])}, window.kill())


def saveas(run):
    window, path, audit, person = begin(run)
    type_on(run, window, person, run.chance.uniform(1, 3))
    other = path.with_name("other.evenkeel")
    window.give_path("ctrl+shift+s", other)
    if run.chance.random() < 0.5:
        until(lambda: not window.is_asking(), 5)
        type_on(run, window, person, run.chance.uniform(0.3, 3), saves(run, window, 0.1))
    else:
        window.rests(run.chance.uniform(0, 0.4), audit)
    return carry_on(run, {"me": (audit, [path, other])}, window.kill())


def resume(run):
    window, path, audit, person = begin(run)
    type_on(run, window, person, between=saves(run, window, 0.05))
    killed = window.kill()
    if run.journals():
        window = run.open(seen=True)
        offered = window.offers()
        if not offered and run.journals():
            raise Broken(f"nothing is offered to resume: {' | '.join(window.words())[:400]}")
        # Where the files hold all of it, nothing is offered: it is killed as it stands.
        if offered:
            window.click(window.find("Resume"))
        if offered and run.chance.random() < 0.5:
            until(lambda: "me" in window.title(), 5)
            time.sleep(run.chance.uniform(0, 0.3))
            window.display.press("ctrl+s")
            time.sleep(run.chance.uniform(0, 0.3))
        else:
            time.sleep(run.chance.uniform(0, 0.5))
        window.kill()
    return carry_on(run, {"me": (audit, [path])}, killed)


def quit(run):
    window, path, audit, person = begin(run)
    type_on(run, window, person, between=saves(run, window, 0.05))
    window.rests(1.0, audit)
    window.display.press("alt+F4")
    window.rests(run.chance.uniform(0, 0.5), audit)
    if until(lambda: window.is_asking() or window.has_ended(), 5) and not window.has_ended():
        window.display.press("Return")
    if run.chance.random() < 0.3:
        if not until(window.has_ended, 20):
            raise Broken("it was told to save and end, and does not")
        check(run, audit, path, float("inf"), "saved at the end")
        if run.journals():
            raise Broken("it saved and ended, and left a journal")
        return f"{audit.answers()} answers, saved at the end"
    time.sleep(run.chance.uniform(0, 0.4))
    return carry_on(run, {"me": (audit, [path])}, window.kill())


def two(run):
    first, second = begin(run, 1, "one"), begin(run, 2, "two")
    for _ in range(run.chance.randint(2, 5)):
        for window, _, _, person in (first, second):
            window.front()
            type_on(run, window, person, run.chance.uniform(0.5, 2), saves(run, window, 0.1))
    cases = {path.stem: (audit, [path]) for _, path, audit, _ in (first, second)}
    if run.chance.random() < 0.4:
        # One dies, the other one goes on.
        killed = first[0].kill()
        second[0].front()
        type_on(run, second[0], second[3], 1.0)
        if not second[0].save("two"):
            raise Broken("the window that lived could not save")
        check(run, second[2], second[1], float("inf"), "two, whose window lived")
        second[0].quit()
        del cases["two"]
    else:
        killed = min(first[0].kill(), second[0].kill())
    return carry_on(run, cases, killed)


def step(run):
    """Killed at a certain call of a save: the tenth of its thread (where the file has just got its name), then the others."""
    window, path, audit, person = begin(run)
    type_on(run, window, person, 2.0)
    window.rests(1.5, audit)
    number = (run.number - 1) // len(run.options.names)
    number = (9 + number) % 12 + 1
    trace = run.folder / "strace.txt"
    command = [
        "strace", "-f", "-y", "-o", str(trace), "-e", f"trace={CALLS}",
        "-e", f"inject={CALLS}:signal=SIGKILL:when={number}", "-p", str(window.pid),
    ]
    tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    attached = threading.Event()
    threading.Thread(target=lambda: (tracer.stderr.readline(), attached.set()), daemon=True).start()
    if not attached.wait(10 * Machine.slowness) or tracer.poll() is not None:
        return "skipped: strace may not trace here"
    killed = window.display.press("ctrl+s")
    # Where a save makes fewer calls than that, it ends.
    until(lambda: window.has_ended() or (window.is_saved("me") and not run.journals("me")), 6)
    if window.has_ended():
        died = f"call {number}"
    else:
        died, killed = "after the save", window.kill()
    tracer.wait()
    return f"killed at {died}: " + carry_on(run, {"me": (audit, [path])}, killed)


def one(run):
    names = run.options.names
    name = names[(run.number - 1) % len(names)]
    try:
        return f"{name:7} {globals()[name](run)}"
    except Broken as error:
        raise Broken(f"{name:7} {error}") from error


if __name__ == "__main__":
    parser = arguments(__doc__, 200)
    parser.add_argument("--variant", dest="names", action="append", choices=VARIANTS)
    options = parser.parse_args()
    options.names = options.names or list(VARIANTS)
    sys.exit(attack("kill", options, one))
