#!/usr/bin/env python3
"""Full, read-only, vanished and hung disks, under the recovery folder and under the document. Answers are kept, or the window
says at once that they are not; a save is whole or says that it was none; and where one disk hangs, another one can be saved to.
Mounts small disks, and so needs root; without it, the runs that need one are skipped."""

import os
import shutil
import subprocess
import sys
import time

from window import KEPT, Audit, Broken, Person, arguments, attack, read, until, words_of

#: Words by which the window says that it could not do as it was asked.
NOT_KEPT = ("could not be", "cannot be", "not being kept", "not kept", "not yet kept")


class Skipped(Exception):
    """What this machine does not allow."""


def call(*command):
    """A command of the system. True when it worked."""
    if not shutil.which(command[0]):
        return False
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def small_disk(run, place, size="192k"):
    """A disk of its own in memory."""
    place.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0 or not call("mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(place)):
        raise Skipped("no right to mount a small disk")
    run.undo.append(lambda: call("umount", "-l", str(place)))


def real_disk(run, place):
    """A disk in a file, which can be made to hang."""
    place.mkdir(parents=True, exist_ok=True)
    image = run.folder / "disk.img"
    with open(image, "wb") as made:
        made.truncate(16 << 20)
    works = os.geteuid() == 0 and shutil.which("fsfreeze") and call("mkfs.ext4", "-q", str(image))
    if not works or not call("mount", "-o", "loop", str(image), str(place)):
        raise Skipped("no right to mount a disk that can hang")
    run.undo.append(lambda: call("umount", "-l", str(place)))


def hang(run, place):
    """From now on nothing is written there, and whoever tries waits."""
    if not call("fsfreeze", "-f", str(place)):
        raise Skipped("a disk cannot be made to hang here")
    run.undo.append(lambda: call("fsfreeze", "-u", str(place)))


def fill(place):
    """Leaves not a byte. Gives how to make room again."""
    filler = place / "filler"
    with open(filler, "wb", buffering=0) as full:
        try:
            while True:
                full.write(bytes(512))
        except OSError:
            pass
    return filler.unlink


def begin(run, path=None):
    """A window with a file, in which three questions are answered."""
    audit = Audit(start=run.chance.randint(0, 30))
    path = path or run.folder / "me.evenkeel"
    path.write_text(audit.profile(), encoding="utf-8")
    window = run.open(path, seen=True)
    window.opens(path.stem)
    window.go_to_audit()
    answer(window, audit, 3)
    return window, path, audit


def answer(window, audit, count):
    """Answers one question after the other, slowly. What opens a dialog is read and put away first."""
    said = []
    for _ in range(count):
        if window.is_asking():
            said += window.words()
            window.display.press("Escape")
            time.sleep(0.5)
        window.press(audit, window.run.chance.choice("12345" if audit.kind != "sign" else "1234"))
        time.sleep(0.4)
        if window.is_asking():
            continue
        window.press(audit, "Right")
        time.sleep(0.3)
    return said


def put_away(window):
    """Closes the dialog that is open, if one is. Gives what it said."""
    words = window.words() if window.is_asking() else []
    for _ in range(3):
        if not window.is_asking():
            break
        window.display.press("Escape")
        time.sleep(0.5)
    return words


def same(audit, path, what):
    """The file holds exactly what was answered."""
    if faults := audit.judge(read(path)):
        raise Broken(f"{what}: {words_of(faults)} of {audit.answers()}")


def claims(window, kept):
    """What it says is kept, beyond so many answers that are."""
    for name in window.words():
        found = KEPT.search(name)
        if found and (not found[1] or int(found[1]) > kept):
            return name
    return None


def bad_journal(run, spoil, mend):
    """Recovery cannot be written: that is said at once, nothing is called kept, and a save is what it says."""
    window, path, audit = begin(run)
    time.sleep(1.0)
    spoil()
    kept = audit.answers()
    window.press(audit, "3")
    window.press(audit, "Right")
    said = window.says(*NOT_KEPT, patience=5)
    if not said:
        raise Broken(f"it does not say that answers are not kept, but {claims(window, kept) or 'nothing'!r}")
    put_away(window)
    answer(window, audit, 3)
    put_away(window)
    time.sleep(1.0)
    if claimed := claims(window, kept):
        raise Broken(f"nothing can be kept, and it says {claimed!r}")
    if not window.save("me"):
        raise Broken(f"the document's disk is well, and it could not be saved: {window.words()[:4]}")
    same(audit, path, "saved while the recovery folder was bad")
    mend()
    answer(window, audit, 2)
    if not until(run.journals, 10):
        raise Broken("the disk is well again, and answers are not kept all the same")
    return f"it says {said!r}"


def journal_full(run):
    place = run.home / "data/recovery"
    small_disk(run, place)
    room = []
    return bad_journal(run, lambda: room.append(fill(place)), lambda: room[0]())


def journal_read_only(run):
    place = run.home / "data/recovery"
    small_disk(run, place)

    def spoil():
        # The window has a file open there, so that the disk itself cannot be made read-only: what lies over it can.
        call("mount", "--bind", str(place), str(place))
        call("mount", "-o", "remount,bind,ro", str(place))
        run.undo.append(mend)

    def mend():
        if not os.access(place, os.W_OK):
            call("umount", "-l", str(place))

    return bad_journal(run, spoil, mend)


def journal_removed(run):
    """The recovery folder is removed while the window is open: it comes back, or that is said."""
    window, path, audit = begin(run)
    time.sleep(1.0)
    kept = audit.answers()
    shutil.rmtree(run.home / "data/recovery")
    answer(window, audit, 3)
    if not until(run.journals, 5):
        said = window.says(*NOT_KEPT, patience=2)
        if not said:
            raise Broken(f"no journal any more, and it says {claims(window, kept) or 'nothing'!r}")
        return f"it says {said!r}"
    # What came back is whole, and a window that lives is not taken for a dead one.
    other = run.open(seen=True)
    if offered := other.offers(3):
        raise Broken(f"another window offers to resume what is still open: {offered}")
    other.kill()
    window.kill()
    window = run.open(seen=True)
    window.resume("me")
    if not window.save("me"):
        raise Broken(f"after Resume it could not be saved: {window.words()[:4]}")
    same(audit, path, "resumed from the folder that came back")
    return "it came back"


def bad_folder(run, path, spoil, mend):
    """The document cannot be written: that is said, the file is as it was, and a save works once it can be."""
    window, path, audit = begin(run, path)
    before = path.read_bytes()
    spoil()
    window.display.press("ctrl+s")
    said = window.says(*NOT_KEPT, "not saved", patience=10)
    if not said:
        raise Broken(f"it does not say that it was not saved: {window.words()[:4]}")
    if path.exists() and path.read_bytes() != before:
        raise Broken("it says that it was not saved, and the file is another one")
    put_away(window)
    answer(window, audit, 1)
    mend()
    if not window.save(path.stem):
        raise Broken(f"the disk is well again, and it could not be saved: {window.words()[:4]}")
    same(audit, path, "saved after that")
    return f"it says {said!r}"


def folder_full(run):
    place = run.folder / "drive"
    small_disk(run, place)
    room = []
    return bad_folder(run, place / "me.evenkeel", lambda: room.append(fill(place)), lambda: room[0]())


def folder_read_only(run):
    place = run.folder / "drive"
    small_disk(run, place)
    remount = lambda how: call("mount", "-o", f"remount,{how}", str(place))
    return bad_folder(run, place / "me.evenkeel", lambda: remount("ro"), lambda: remount("rw"))


def folder_gone(run):
    """The drive is pulled out: a save says so, and one elsewhere works."""
    place = run.folder / "drive"
    small_disk(run, place)
    window, path, audit = begin(run, place / "me.evenkeel")
    call("umount", "-l", str(place))
    window.display.press("ctrl+s")
    time.sleep(2.0)
    said = put_away(window)
    if not said or path.exists():
        raise Broken(f"the drive is gone, and it says {window.words()[:4]}")
    answer(window, audit, 1)
    return elsewhere(run, window, audit)


def elsewhere(run, window, audit):
    """Saves under another name on a disk that is well."""
    other = run.folder / "other.evenkeel"
    before = time.monotonic()
    window.give_path("ctrl+shift+s", other)
    if not until(lambda: window.is_saved("other"), 15):
        raise Broken(f"it cannot be saved elsewhere: the title is {window.title()!r}, {window.words()[:4]}")
    took = time.monotonic() - before
    same(audit, other, "saved elsewhere")
    return f"saved elsewhere in {took:.1f} s"


def folder_hangs(run):
    """A save hangs; meanwhile one goes on answering, and saves elsewhere."""
    place = run.folder / "drive"
    real_disk(run, place)
    window, path, audit = begin(run, place / "me.evenkeel")
    hang(run, place)
    window.display.press("ctrl+s")
    time.sleep(1.0)
    answer(window, audit, 2)
    said = elsewhere(run, window, audit)
    call("fsfreeze", "-u", str(place))
    time.sleep(1.0)
    answer(window, audit, 1)
    if not window.save("other"):
        raise Broken(f"after the disk woke up it could not be saved: {window.words()[:4]}")
    same(audit, run.folder / "other.evenkeel", "saved after the disk woke up")
    read(path)
    return said


def journal_hangs(run):
    """The disk of the recovery folder hangs: one goes on answering and saves, and nothing is called kept that is not."""
    place = run.home / "data/recovery"
    real_disk(run, place)
    window, path, audit = begin(run)
    time.sleep(1.0)
    hang(run, place)
    kept = audit.answers()
    person = Person(run.chance, audit)
    window.type(person, 3.0, 3)
    time.sleep(1.5)
    if claimed := claims(window, kept):
        raise Broken(f"the disk hangs, and it says {claimed!r}")
    if not window.save("me"):
        raise Broken(f"the document's disk is well, and it could not be saved: {window.words()[:4]}")
    same(audit, path, "saved while the recovery folder hung")
    return "saved while it hung"


def one(run):
    act = ACTS[run.options.names[(run.number - 1) % len(run.options.names)]]
    name = act.__name__.replace("_", " ")
    try:
        return f"{name}: {act(run)}"
    except Skipped as why:
        return f"{name}: skipped: {why}"
    except Broken as error:
        raise Broken(f"{name}: {error}") from error


ALL = (
    journal_full, journal_read_only, journal_removed, journal_hangs, folder_full, folder_read_only, folder_gone, folder_hangs,
)
ACTS = {act.__name__.replace("_", "-"): act for act in ALL}

if __name__ == "__main__":
    parser = arguments(__doc__, 2 * len(ALL))
    parser.add_argument("--variant", dest="names", action="append", choices=list(ACTS))
    options = parser.parse_args()
    options.names = options.names or list(ACTS)
    sys.exit(attack("disk", options, one))
