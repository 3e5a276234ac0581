#!/usr/bin/env python3
"""A window that stands still now and then while somebody types on: each answer stands at the question that was asked when it
was given."""

import sys
import threading
import time
import signal

from audit import QUESTIONS
from window import Audit, Broken, Person, arguments, attack, read, words_of


class Stalls(threading.Thread):
    """Stops a process for moments."""

    def __init__(self, window, chance):
        super().__init__(daemon=True)
        self.window, self.chance, self.over, self.count = window, chance, threading.Event(), 0

    def run(self):
        while not self.over.wait(self.chance.uniform(0.05, 0.5)):
            self.window.process.send_signal(signal.SIGSTOP)
            time.sleep(self.chance.uniform(0.2, 0.6))
            self.window.process.send_signal(signal.SIGCONT)
            self.count += 1

    def end(self):
        self.over.set()
        self.join()


def one(run):
    chance = run.chance
    clicks = chance.choice((0.0, 0.0, 0.3))
    audit = Audit(start=chance.randint(0, len(QUESTIONS) - 10))
    before = audit.answers()
    path = run.file(audit)
    window = run.open(path)
    window.opens("me")
    window.go_to_audit()
    stalls = Stalls(window, chance)
    if run.options.stalls:
        stalls.start()
    person = Person(chance, audit, clicks)
    window.type(person, run.options.seconds, run.options.rate or chance.uniform(6, 12))
    if run.options.stalls:
        stalls.end()
    window.catches_up(audit)
    run.note("pressed.json", audit.pressed)
    # What other attacks judge by: how far the window says that it has come.
    if (shown := window.answered()) != audit.counts[-1]:
        raise Broken(f"{audit.counts[-1]} questions are answered, and the bars show {shown}")
    if not window.save("me"):
        raise Broken("it could not be saved")
    faults = audit.judge(read(path))
    said = f"{len(audit.pressed)} {'keys and clicks' if clicks else 'keys'}, {audit.answers() - before} answers, {stalls.count} stalls"
    if faults:
        run.note("faults.json", faults)
        raise Broken(f"{said}: {words_of(faults)}")
    return said


if __name__ == "__main__":
    more = {
        "seconds": {"type": float, "default": 12.0, "help": "how long somebody answers"},
        "rate": {"type": float, "help": "keys a second; else 6 to 12"},
        "stalls": {"type": int, "default": 1, "help": "0: none, to see whether the attack itself is right"},
    }
    options = arguments(__doc__, 20, **more).parse_args()
    sys.exit(attack("stall", options, one))
