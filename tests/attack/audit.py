"""What is asked, what was pressed and when, and whether a profile holds it."""

import json
import pathlib
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
INSTRUMENT = ROOT / "assets/instrument/evenkeel-2/instrument.toml"
EXAMPLE = ROOT / "assets/examples/worked-example.evenkeel"
MAPS = ("answers", "situations", "needs", "stakes", "doses", "energy", "signs")
DOSES = ("too-little", "right", "too-much")
SIGNS = ("no", "sometimes", "often", "unknown")
SHARES = (0, 2, 5, 8, 10)


def _instrument():
    """The ids of facets, items, situations and signs, in the order in which they are asked; and the situations in which management
    stands left."""
    read = tomllib.loads(INSTRUMENT.read_text(encoding="utf-8"))
    ids = {kind: [one["id"] for one in read[kind]] for kind in ("facets", "situations", "signs")}
    swapped = {one["id"] for one in read["situations"] if one.get("left") == "management"}
    return ids | {"items": [item for facet in read["facets"] for item in facet["items"]], "swapped": swapped}


IDS = _instrument()
ITEMS = IDS["items"]
#: Every question of a full audit, as (kind, id), in order.
QUESTIONS = (
    [("item", i) for i in ITEMS]
    + [("situation", i) for i in IDS["situations"]]
    + [("role", i) for i in IDS["facets"]]
    + [("energy", i) for i in IDS["facets"]]
    + [("sign", i) for i in IDS["signs"]]
)


def given(kind, name, key):
    """What a key means at a question: the map and the value; nothing where it means nothing."""
    if key in "12345":
        i = int(key) - 1
        if kind == "sign":
            return ("signs", SIGNS[i]) if i < 4 else None
        if kind == "situation":
            # A key says how much goes to the right; kept is what went to management.
            return "situations", 10 - SHARES[i] if name in IDS["swapped"] else SHARES[i]
        return {"item": "answers", "role": "needs", "energy": "energy"}[kind], i + 1
    if key == "n" and kind == "item":
        return "answers", "na"
    if key in "6789" and kind == "role":
        return "stakes", int(key) - 6
    if key in ("a", "b", "c") and kind == "role":
        return "doses", DOSES["abc".index(key)]
    return None


class Audit:
    """An audit under way: what a person who answers one question after the other has answered, and when."""

    def __init__(self, start=0, number=1):
        self.place = self.start = start
        self.number = number
        #: Whether the window rests between two parts.
        self.rests = False
        #: (map, id) -> [(number of the press, value), …], the first with no number where it stood in the file.
        self.history = {}
        #: (moment, key, place), one for each press.
        self.pressed = []
        #: How many questions were answered in full after each press, and when the window was first seen to have come so far.
        self.counts, self.taken = [], []
        for kind, name in QUESTIONS[:start]:
            for key in ("3", "7", "b") if kind == "role" else ("3",):
                where, value = given(kind, name, key)
                self.history[where, name] = [(None, value)]

    @property
    def kind(self):
        """The kind of the question that is asked."""
        return QUESTIONS[self.place][0]

    def is_answered(self, place=None):
        """Whether a question is answered in full, by its place; the one that is asked if none is given."""
        place = self.place if place is None else place
        return all((where, QUESTIONS[place][1]) in self.history for where in self.maps(place))

    @staticmethod
    def maps(place):
        """Where the answers to a question are kept."""
        kind = QUESTIONS[place][0]
        maps = {"item": ["answers"], "situation": ["situations"], "role": ["needs", "stakes", "doses"]}.get(kind)
        return maps or [{"energy": "energy", "sign": "signs"}[kind]]

    def press(self, key, at, click=False):
        """A key (or a click that means the same) that was pressed at a moment. Questions stay: the settings say so (`window.py`)."""
        self.pressed.append((at, key, self.place))
        kind, name = QUESTIONS[self.place]
        if key in ("Right", "Next") or (key == "Return" and (self.rests or self.is_answered())):
            # Between two parts there is a rest, which takes a key of its own and no answers.
            if self.rests:
                self.rests = False
            else:
                self.rests = self.comes_to_rest()
                self.place += 1
        elif key in ("Left", "Prior"):
            self.rests = False
            self.place = max(0, self.place - 1)
        elif self.rests:
            pass
        elif found := given(kind, name, key):
            where, value = found
            self.history.setdefault((where, name), []).append((len(self.pressed) - 1, value))
        self.counts.append(sum(self.is_answered(place) for place in range(len(QUESTIONS))))
        self.taken.append(None)

    def comes_to_rest(self):
        """Whether a rest comes after the question that is asked: its part is answered in full, and the next part not begun."""
        kind, after = self.kind, QUESTIONS[self.place + 1][0] if self.place + 1 < len(QUESTIONS) else self.kind
        asked = lambda part: (i for i, (other, _) in enumerate(QUESTIONS) if other == part)
        begun = lambda place: any(name == QUESTIONS[place][1] and where in self.maps(place) for where, name in self.history)
        return after != kind and all(map(self.is_answered, asked(kind))) and not any(map(begun, asked(after)))

    def shows(self, count, at):
        """The window was seen at a moment with so many questions answered: it acts on one thing after the other, so that it has
        taken everything up to the press that made it so many."""
        reached = next((i for i, after in enumerate(self.counts) if after >= count), None)
        if reached is None or self.counts[reached] != count or (reached == 0 and not self.raises(0)):
            return
        while reached >= 0 and self.taken[reached] is None:
            self.taken[reached] = at
            reached -= 1

    def raises(self, number):
        """Whether a press answered one question more in full."""
        before = self.counts[number - 1] if number else self.start
        return self.counts[number] > before

    def was_taken(self, number, by):
        """Whether the window had taken a press by a moment; what stood in the file it always had."""
        if number is None or by == float("inf"):
            return True
        return self.taken[number] is not None and self.taken[number] <= by

    def answers(self):
        """How many answers there are."""
        return len(self.history)

    def older(self, than):
        """How many answers the window had taken before a moment."""
        return sum(any(self.was_taken(number, than) for number, _ in values) for values in self.history.values())

    def judge(self, document, moment=float("inf")):
        """Compares a document with what was pressed. What the window had taken by `moment` has to be there; later answers may be."""
        found = {(where, name): value for where in MAPS for name, value in document["audits"][-1].get(where, {}).items()}
        faults = {"missing": [], "wrong": [], "stale": [], "unasked": []}
        for key, values in self.history.items():
            due = [i for i, (number, _) in enumerate(values) if self.was_taken(number, moment)]
            allowed = [value for _, value in values[due[-1] if due else 0 :]]
            if key not in found:
                if due:
                    faults["missing"].append((key, allowed))
            elif found[key] not in allowed:
                stale = found[key] in [value for _, value in values]
                faults["stale" if stale else "wrong"].append((key, found[key], allowed))
        faults["unasked"] = [(key, value) for key, value in found.items() if key not in self.history]
        return {name: cases for name, cases in faults.items() if cases}

    def profile(self):
        """The profile with the answers that stood in the file, as JSON text."""
        example = json.loads(EXAMPLE.read_text(encoding="utf-8"))
        audit = {
            "id": f"0d3c2b1a-0908-4b7a-9e0d-{self.number:012x}",
            "instrument": example["audits"][0]["instrument"],
            "form": "full",
            "parts": ["behaviour", "situations", "role", "energy", "signs"],
            "started": "2026-06-19T08:12:00Z",
            "order": ITEMS,
        }
        for (where, name), values in self.history.items():
            audit.setdefault(where, {})[name] = values[0][1]
        document = {
            "format": "evenkeel-profile",
            "version": 2,
            "min_reader": 1,
            "app": "0.1.0",
            "id": f"5d1fb92c-6e6f-4b7a-9e0d-{self.number:012x}",
            "person": "",
            "audits": [audit],
        }
        return json.dumps(document, indent=2) + "\n"


class Person:
    """Somebody who answers: what they press next, by chance from a seed."""

    def __init__(self, chance, audit, clicks=0.0):
        self.chance, self.audit, self.clicks = chance, audit, clicks
        self._next = []
        self._asked = None

    def key(self):
        """The next key; `click:` before it means by mouse."""
        led_on = self._asked is not None and self._asked != self.audit.place
        if not self._next or led_on:
            self._next = self._plan()
            self._asked = self.audit.place if self.audit.kind == "role" else None
        key = self._next.pop(0)
        # By now the question may be another one than when it was planned.
        kind = self.audit.kind
        bubbles = kind not in ("situation", "role") and key in "12345" and not (kind == "sign" and key == "5")
        # *Back* and *Next* stand below the answers, at another height for each kind of question: they are pressed by their keys.
        by_mouse = bubbles or (key == "n" and kind == "item")
        return "click:" + key if by_mouse and self.chance.random() < self.clicks else key

    def _plan(self):
        chance, last = self.chance, self.audit.place >= len(QUESTIONS) - 1
        plan = [chance.choice("12345")]
        kind = self.audit.kind
        if kind == "item" and chance.random() < 0.12:
            plan = ["n"]
        if kind == "role":
            plan += [chance.choice("6789"), chance.choice("abc")]
            chance.shuffle(plan)
        if chance.random() < 0.08:
            plan.append(chance.choice("12345"))
        if chance.random() < 0.04:
            plan = []
        if last or (self.audit.place > 0 and chance.random() < 0.08):
            return [*plan, "Left", "Left"] if last else [*plan, "Left"]
        return [*plan, chance.choices(("Right", "Next", "Return"), (20, 2, 2 if plan and not self.clicks else 0))[0]]
