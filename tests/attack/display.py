"""Keys, clicks and looks at a display, straight through Xlib and XTest: a process for each key would be too late on a busy machine."""

import ctypes
import ctypes.util
import os
import subprocess
import time

_NAMES = {"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L"}
_SIGNS = {" ": "space", "-": "minus", "_": "underscore", ".": "period", "/": "slash"}
_SHIFTED = set("_ABCDEFGHIJKLMNOPQRSTUVWXYZ")


class _ClientMessage(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("pad", ctypes.c_long * 24),
    ]


def _library(name, fallback):
    return ctypes.CDLL(ctypes.util.find_library(name) or fallback)


class Display:
    """One connection to the display of `DISPLAY`."""

    def __init__(self):
        self._x = _library("X11", "libX11.so.6")
        self._test = _library("Xtst", "libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XInternAtom.restype = ctypes.c_ulong
        self._x.XKeysymToKeycode.restype = ctypes.c_ubyte
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._x.XGetImage.restype = ctypes.c_void_p
        self._x.XGetPixel.restype = ctypes.c_ulong
        # A window that was killed under a request is no end of ours.
        handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
        self._quiet = handler(lambda _display, _error: 0)
        self._x.XSetErrorHandler(self._quiet)
        opened = self._x.XOpenDisplay(None)
        if not opened:
            raise SystemExit("no display: tests/attack/run.sh starts one")
        self._d = ctypes.c_void_p(opened)
        self.root = self._x.XDefaultRootWindow(self._d)

    def _code(self, name):
        symbol = self._x.XStringToKeysym(_NAMES.get(name, name).encode())
        return self._x.XKeysymToKeycode(self._d, ctypes.c_ulong(symbol))

    def press(self, keys):
        """Presses and lets go, as `ctrl+shift+s`. Gives the moment of it, by the monotonic clock."""
        codes = [self._code(name) for name in keys.split("+")]
        at = time.monotonic()
        for code in codes:
            self._test.XTestFakeKeyEvent(self._d, ctypes.c_uint(code), 1, ctypes.c_ulong(0))
        for code in reversed(codes):
            self._test.XTestFakeKeyEvent(self._d, ctypes.c_uint(code), 0, ctypes.c_ulong(0))
        self._x.XSync(self._d, 0)
        return at

    def type(self, words, pause=0.02):
        """Types a path."""
        for letter in words:
            name = _SIGNS.get(letter, letter.lower())
            self.press("shift+" + name if letter in _SHIFTED else name)
            time.sleep(pause)

    def point(self, x, y):
        """Moves the mouse."""
        self._test.XTestFakeMotionEvent(self._d, -1, int(x), int(y), ctypes.c_ulong(0))
        self._x.XSync(self._d, 0)

    def hold(self, down):
        """Presses the left button of the mouse, or lets it go."""
        self._test.XTestFakeButtonEvent(self._d, ctypes.c_uint(1), int(down), ctypes.c_ulong(0))
        self._x.XSync(self._d, 0)

    def click(self, x, y):
        """Clicks. Gives the moment of it."""
        self.point(x, y)
        at = time.monotonic()
        for down in (1, 0):
            self._test.XTestFakeButtonEvent(self._d, ctypes.c_uint(1), down, ctypes.c_ulong(0))
        self._x.XSync(self._d, 0)
        return at

    def pixel(self, x, y):
        """The colour of one point of the screen, as (red, green, blue)."""
        planes = ctypes.c_ulong(0xFFFFFFFF)
        image = self._x.XGetImage(self._d, ctypes.c_ulong(self.root), int(x), int(y), 1, 1, planes, 2)
        if not image:
            return (0, 0, 0)
        value = self._x.XGetPixel(ctypes.c_void_p(image), 0, 0)
        self._x.XDestroyImage(ctypes.c_void_p(image))
        return (value >> 16 & 255, value >> 8 & 255, value & 255)

    def row(self, x, y, width):
        """How bright the points of a row are, 0 to 765."""
        planes = ctypes.c_ulong(0xFFFFFFFF)
        image = self._x.XGetImage(self._d, ctypes.c_ulong(self.root), int(x), int(y), width, 1, planes, 2)
        if not image:
            return []
        image = ctypes.c_void_p(image)
        values = [self._x.XGetPixel(image, i, 0) for i in range(width)]
        self._x.XDestroyImage(image)
        return [(value >> 16 & 255) + (value >> 8 & 255) + (value & 255) for value in values]

    def _atom(self, name):
        return ctypes.c_ulong(self._x.XInternAtom(self._d, name.encode(), 0))

    def _property(self, window, name):
        kind, size = ctypes.c_ulong(), ctypes.c_int()
        count, rest = ctypes.c_ulong(), ctypes.c_ulong()
        data = ctypes.c_void_p()
        status = self._x.XGetWindowProperty(
            self._d, ctypes.c_ulong(window), self._atom(name), ctypes.c_long(0), ctypes.c_long(4096), 0,
            ctypes.c_ulong(0), ctypes.byref(kind), ctypes.byref(size), ctypes.byref(count), ctypes.byref(rest),
            ctypes.byref(data),
        )
        if status != 0 or not data:
            return None
        if size.value == 32:
            found = list(ctypes.cast(data, ctypes.POINTER(ctypes.c_ulong))[: count.value])
        else:
            found = ctypes.string_at(data, count.value)
        self._x.XFree(data)
        return found

    def is_managed(self):
        """Whether there is a window manager."""
        return bool(self._property(self.root, "_NET_SUPPORTING_WM_CHECK"))

    def windows(self):
        """The windows that the window manager knows."""
        return self._property(self.root, "_NET_CLIENT_LIST") or []

    def window_of(self, pid):
        """The window of a process, or nothing yet."""
        return next((w for w in self.windows() if (self._property(w, "_NET_WM_PID") or [0])[0] == pid), None)

    def title(self, window):
        """The title of a window."""
        return (self._property(window, "_NET_WM_NAME") or b"").decode(errors="replace")

    def active(self):
        """The window that has the keys, by the window manager."""
        return (self._property(self.root, "_NET_ACTIVE_WINDOW") or [0])[0]

    def place(self, window):
        """Where the top left of a window is on the screen."""
        x, y, child = ctypes.c_int(), ctypes.c_int(), ctypes.c_ulong()
        self._x.XTranslateCoordinates(
            self._d, ctypes.c_ulong(window), ctypes.c_ulong(self.root), 0, 0,
            ctypes.byref(x), ctypes.byref(y), ctypes.byref(child),
        )
        return x.value, y.value

    def activate(self, window, patience=5.0):
        """Brings a window to the front. True when it has the keys."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            message = _ClientMessage(type=33, window=window, format=32)
            message.message_type = self._atom("_NET_ACTIVE_WINDOW").value
            # As a pager would: the window manager does not refuse it.
            message.data[0] = 2
            mask = ctypes.c_long(0x180000)
            self._x.XSendEvent(self._d, ctypes.c_ulong(self.root), 0, mask, ctypes.byref(message))
            self._x.XSync(self._d, 0)
            for _ in range(20):
                if self.active() == window:
                    # What was under way before may still take the keys away.
                    time.sleep(0.15)
                    if self.active() == window:
                        return True
                time.sleep(0.025)
        return False

    def iconify(self, window):
        """Puts a window out of sight."""
        self._x.XIconifyWindow(self._d, ctypes.c_ulong(window), 0)
        self._x.XSync(self._d, 0)

    def is_hidden(self, window):
        """Whether a window was put out of sight."""
        return self._atom("_NET_WM_STATE_HIDDEN").value in (self._property(window, "_NET_WM_STATE") or [])

    def picture(self, path):
        """Keeps what is on the screen, where ImageMagick is there."""
        try:
            subprocess.run(["import", "-window", "root", os.fspath(path)], check=False, timeout=20, capture_output=True)
        except (OSError, subprocess.TimeoutExpired):
            pass
