#!/usr/bin/env python3
"""Several windows in one home: the list of recent files has them all, what was deleted from it stays away, only the window
that has a file comes forward for it, and two windows do not have one file without a word."""

import json
import sys
import time

from window import Audit, Broken, arguments, attack, until

VARIANTS = ("recent", "deleted", "forward", "resumed")


def recent(run):
    """The names in the list of recent files."""
    try:
        text = (run.home / "config/recent.json").read_text(encoding="utf-8")
    except FileNotFoundError:
        return set()
    return {word.rsplit("/", 1)[-1].removesuffix(".evenkeel") for word in strings(json.loads(text)) if word.endswith(".evenkeel")}


def strings(value):
    """Every text in a JSON value: where the paths stand is up to the program."""
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(inner)


def files(run, names):
    audits = {name: Audit(start=run.chance.randint(0, 60), number=i + 1) for i, name in enumerate(names)}
    return audits, {name: run.file(audit, f"{name}.evenkeel") for name, audit in audits.items()}


def all_recent(run):
    """Windows that open and save, one after the other, each with the list as it was when it began."""
    names = ["one", "two", "three"]
    audits, paths = files(run, names)
    # All begin before any has a file, so that each read an empty list.
    windows = {name: run.open(seen=True) for name in names}
    run.chance.shuffle(names)
    for name in names:
        windows[name].give_path("ctrl+o", paths[name])
        windows[name].opens(name)
    until(lambda: set(names) <= recent(run), 5)
    if missing := set(names) - recent(run):
        raise Broken(f"three were opened, and the list has no {', '.join(sorted(missing))}")
    for name in names:
        windows[name].front()
        windows[name].go_to_audit()
        windows[name].press(audits[name], "3")
        if not windows[name].save(name):
            raise Broken("it could not be saved")
    until(lambda: set(names) <= recent(run), 5)
    if missing := set(names) - recent(run):
        raise Broken(f"three were saved, and the list has no {', '.join(sorted(missing))}")
    for window in windows.values():
        window.quit()
    window = run.open(seen=True)
    if missing := [name for name in names if not window.find(name)]:
        raise Broken(f"the next window does not list {', '.join(missing)}")
    return "three windows, all listed"


def deleted(run):
    """One window deletes the list while another one is open; the other one then saves and ends."""
    names = ["one", "two", "three"]
    audits, paths = files(run, names)
    for name in names[1:]:
        window = run.open(paths[name])
        window.opens(name)
        window.quit()
    other = run.open(paths["one"])
    other.opens("one")
    other.go_to_audit()
    window = run.open(seen=True)
    window.display.press("ctrl+comma")
    delete_recent(window)
    until(lambda: not recent(run), 5)
    if left := recent(run):
        raise Broken(f"deleted, and there is still {', '.join(sorted(left))}")
    other.front()
    other.press(audits["one"], "3")
    if not other.save("one"):
        raise Broken("it could not be saved")
    if not other.quit():
        raise Broken("it was told to end, and does not")
    if not window.quit():
        raise Broken("it was told to end, and does not")
    if back := recent(run) & {"two", "three"}:
        raise Broken(f"deleted, and then {', '.join(sorted(back))} came back")
    return "deleted, and it stays so"


def delete_recent(window):
    """Presses the lowest button of the settings that deletes, and says yes."""
    for _ in range(3):
        window.display.press("End")
        window.catches_up()
    places = [place for role, name, place in window.look() if role == "push button" and name.startswith("Delete") and place]
    if not places:
        raise Broken(f"there is nothing to delete: {' | '.join(window.words())[:400]}")
    lowest = max(places, key=lambda place: place[1])
    window.click((lowest[0] + lowest[2] // 2, lowest[1] + lowest[3] // 2))
    if not window.find("Cancel"):
        raise Broken("Delete does not ask")
    window.press_on("Delete")


def forward(run):
    """A second file in a second window leaves the first where it is; the first file again brings the first forward."""
    _, paths = files(run, ["one", "two"])
    first = run.open(paths["one"])
    first.opens("one")
    hidden = (run.number - 1) // len(run.options.names) % 2 == 0
    if hidden:
        run.display.iconify(first.id)
        if not until(lambda: run.display.is_hidden(first.id), 5):
            raise Broken("the first window cannot be hidden")
    second = run.open(paths["two"])
    second.opens("two")
    end = time.monotonic() + 3
    while time.monotonic() < end:
        if run.display.active() == first.id:
            raise Broken("the second file brought the window of the first forward")
        if hidden and not run.display.is_hidden(first.id):
            raise Broken("the second file brought the hidden window of the first back")
        time.sleep(0.05)
    third = run.start(paths["one"])
    if not until(lambda: run.display.active() == first.id, 15):
        raise Broken("the first file did not bring its window forward")
    if not until(third.has_ended, 15):
        raise Broken("the first file again: a window of its own stays")
    return f"two windows, the first {'hidden' if hidden else 'behind'}"


def resumed(run):
    """What a killed window left is resumed while another window has its file: that is said, and no answer is lost of either."""
    audits, paths = files(run, ["one"])
    audit, path = audits["one"], paths["one"]
    window = run.open(path)
    window.opens("one")
    window.go_to_audit()
    window.press(audit, "3")
    if not until(run.journals, 10):
        raise Broken("there is no journal after ten seconds")
    window.kill()
    other = run.open(path)
    other.opens("one")
    window = run.open(seen=True)
    window.resume("one")
    said = window.says("another window", "other window", "elsewhere", "read-only", patience=5)
    if not said:
        raise Broken(f"two windows have one file, and nobody says so: {window.words()[:6]}")
    return f"it says {said!r}"


def one(run):
    name = run.options.names[(run.number - 1) % len(run.options.names)]
    try:
        return f"{name:7} {ACTS[name](run)}"
    except Broken as error:
        raise Broken(f"{name:7} {error}") from error


ACTS = dict(zip(VARIANTS, (all_recent, deleted, forward, resumed)))

if __name__ == "__main__":
    parser = arguments(__doc__, 16)
    parser.add_argument("--variant", dest="names", action="append", choices=VARIANTS)
    options = parser.parse_args()
    options.names = options.names or list(VARIANTS)
    sys.exit(attack("several", options, one))
