#!/usr/bin/env python3
"""access.py PID : what a screen reader finds in the window of a process, as JSON: role, name, and where it is in the window.
A process of its own, so that each look is a fresh one; libatspi by ctypes, on the message bus of the environment."""

import ctypes
import json
import sys

WINDOW_COORDINATES = 1
MOST = 600


class Rect(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in ("x", "y", "width", "height")]


def library():
    spi = ctypes.CDLL("libatspi.so.0")
    for name in ("get_child_at_index", "get_component_iface", "get_name", "get_role_name"):
        getattr(spi, f"atspi_accessible_{name}").restype = ctypes.c_void_p
    spi.atspi_get_desktop.restype = ctypes.c_void_p
    spi.atspi_component_get_extents.restype = ctypes.POINTER(Rect)
    return spi


class Reader:
    def __init__(self):
        self.spi = library()
        self.spi.atspi_init()

    def call(self, name, node, *arguments):
        return getattr(self.spi, "atspi_accessible_" + name)(ctypes.c_void_p(node), *arguments, None)

    def words(self, name, node):
        found = self.call(name, node)
        return ctypes.string_at(found).decode(errors="replace") if found else ""

    def children(self, node):
        for i in range(max(0, self.call("get_child_count", node))):
            if child := self.call("get_child_at_index", node, i):
                yield child

    def place(self, node):
        component = self.spi.atspi_accessible_get_component_iface(ctypes.c_void_p(node))
        if not component:
            return None
        rect = self.spi.atspi_component_get_extents(ctypes.c_void_p(component), WINDOW_COORDINATES, None)
        return [rect[0].x, rect[0].y, rect[0].width, rect[0].height] if rect else None

    def everything(self, pid):
        desktop = self.spi.atspi_get_desktop(0)
        waiting = [app for app in self.children(desktop) if self.call("get_process_id", app) == pid]
        found = []
        while waiting and len(found) < MOST:
            node = waiting.pop(0)
            found.append([self.words("get_role_name", node), self.words("get_name", node), self.place(node)])
            waiting.extend(self.children(node))
        return found


if __name__ == "__main__":
    json.dump(Reader().everything(int(sys.argv[1])), sys.stdout)
