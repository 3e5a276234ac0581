#!/usr/bin/env python3
"""Where a file of Evenkeel's own should be lies something else: a pipe that never says anything, a folder, something without an
end. The window comes all the same, at most two seconds later than otherwise, with the file in it."""

import fcntl
import hashlib
import json
import os
import sys
import time

from window import Audit, Broken, Machine, arguments, attack, until

OWN = (
    "config/settings.json",
    "config/recent.json",
    "data/crash.txt",
    "data/window.ron",
    "data/recovery/11111111-2222-4333-8444-555555555555.json",
    "data/recovery/11111111-2222-4333-8444-555555555555.lock",
    "data/backups",
    "data/locks",
    "data/recovery",
    "data/prints",
)
KINDS = ("pipe", "folder", "endless", "link to a pipe", "link to nothing", "socket")
HOLDERS = ("pipe", "folder", "endless", "a window that is no more", "a window that hangs")
CASES = [(name, kind) for kind in KINDS for name in OWN] + [("holder", kind) for kind in HOLDERS]
#: The worst first, for those who make a few runs only.
CASES.sort(key=lambda case: ("pipe", "folder").index(case[1]) if case[1] in ("pipe", "folder") else 2)
PATIENCE = 15.0


def put(path, kind):
    """Puts something odd in a place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        (path / "inside").mkdir(parents=True)
    elif kind == "endless":
        path.symlink_to("/dev/zero")
    elif kind == "link to a pipe":
        os.mkfifo(path.with_name("pipe"))
        path.symlink_to("pipe")
    elif kind == "link to nothing":
        path.symlink_to("nowhere/at-all")
    elif kind == "socket":
        os.mknod(path, 0o140600)


def hold(run, path, kind):
    """Makes it look as if another window had the file. Gives what keeps it so."""
    locks = run.home / "data/locks"
    locks.mkdir(parents=True)
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]
    lock = open(locks / f"{name}.lock", "w", encoding="utf-8")
    fcntl.flock(lock, fcntl.LOCK_EX)
    holder = locks / f"{name}.json"
    if kind.startswith("a window"):
        bell = "0" * 32
        if kind.endswith("hangs"):
            # It takes whoever rings, and never answers.
            import socket

            waiting = socket.socket(socket.AF_UNIX)
            os.chdir(locks)
            waiting.bind(f"{bell}.bell")
            os.chdir("/")
            waiting.listen(8)
            lock.waiting = waiting
        held = {"pid": 1, "host": None, "since": "2026-06-19T08:12:00Z", "window": bell}
        holder.write_text(json.dumps(held), encoding="utf-8")
    else:
        put(holder, kind)
    return lock


def seconds(run, path):
    """How long a window takes to come with its file, or with what it says of it."""
    window = run.start(path)
    before = time.monotonic()
    patience = PATIENCE * Machine.slowness
    came = until(lambda: run.display.window_of(window.pid) or window.has_ended(), PATIENCE, 0.01)
    if isinstance(came, bool):
        raise Broken(f"no window in {patience:.0f} s" if not came else "it ended without a window")
    window.id = came
    window.front()
    until(lambda: path.stem in window.title() or window.is_asking(), PATIENCE, 0.01)
    took = time.monotonic() - before
    opened = path.stem in window.title()
    if not opened and not window.is_asking():
        raise Broken(f"a window, and in {patience:.0f} s no file and no word about it")
    return took, opened


def usual(run, path):
    """How long a window takes where nothing is odd: the longer of two."""
    home, run.home = run.home, run.folder / "usual"
    took = []
    for _ in range(2):
        took.append(seconds(run, path)[0])
        run.windows[-1].kill()
    run.home = home
    return max(took)


def at_most(run):
    """Two seconds more than usual; on a machine on which all takes longer, so do they."""
    return run.options.usual + 2.0 * max(1.0, run.options.usual / Machine.USUAL_START)


def one(run):
    name, kind = CASES[(run.number - 1) % len(CASES)]
    path = run.file(Audit(start=3))
    if run.options.usual is None:
        run.options.usual = usual(run, path)
    kept = hold(run, path, kind) if name == "holder" else put(run.home / name, kind)
    try:
        took, opened = seconds(run, path)
    except Broken as error:
        raise Broken(f"{name}: {kind}: {error}") from error
    if took > at_most(run):
        # Perhaps the machine has become slower since.
        run.options.usual = max(run.options.usual, usual(run, path))
    said = f"{name}: {kind}: {took:.1f} s, usually {run.options.usual:.1f} s"
    if took > at_most(run):
        raise Broken(said)
    if not opened and name != "holder" and run.options.strict:
        raise Broken(f"{said}, and the file is not open")
    if kept:
        kept.close()
    return said + ("" if opened else ", and it asks")


if __name__ == "__main__":
    more = {"strict": {"action": "store_true", "help": "a dialog before the file is open counts as broken"}}
    options = arguments(__doc__, len(CASES), **more).parse_args()
    options.usual = None
    sys.exit(attack("odd", options, one))
