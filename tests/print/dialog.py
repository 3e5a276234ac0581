#!/usr/bin/python3
"""dialog.py VERB [NAME]: a person before GTK's print dialog, by way of what screen readers use.

  choose NAME   selects the printer of this name, once the list has it
  press NAME    presses a button, once it can be pressed
  open          waits until there is a dialog
  gone          waits until there is none
Ends with status 1 when that does not come in 20 seconds.
"""

import sys
import time

import pyatspi


def everything():
    waiting = [app for app in pyatspi.Registry.getDesktop(0) if app is not None]
    while waiting:
        node = waiting.pop()
        try:
            yield node.getRoleName(), node.name or "", node
            waiting.extend(child for child in node if child is not None)
        except Exception:  # What is being taken down answers with all kinds of errors.
            continue


def find(role, name=None):
    for found_role, found_name, node in everything():
        if found_role == role and name in (None, found_name):
            return node
    return None


def choose(name):
    cell = find("table cell", name)
    return cell is not None and cell.queryComponent().grabFocus()


def press(name):
    button = find("push button", name)
    if button is None or not button.getState().contains(pyatspi.STATE_SENSITIVE):
        return False
    return button.queryAction().doAction(0)


VERBS = {
    "choose": choose,
    "press": press,
    "open": lambda: find("dialog") is not None,
    "gone": lambda: find("dialog") is None,
}

end = time.monotonic() + 20
while not VERBS[sys.argv[1]](*sys.argv[2:]):
    if time.monotonic() > end:
        sys.exit(f"in vain: {' '.join(sys.argv[1:])}")
    time.sleep(0.2)
