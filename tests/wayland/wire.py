"""A keyboard and a mouse for a compositor that has none: a small Wayland client that speaks the protocols
`zwp_virtual_keyboard_v1` and `zwlr_virtual_pointer_v1`, which sway has. Both stay plugged in as real ones do; a program that is
started for each key would plug in a keyboard for each key."""

import array
import os
import pathlib
import socket
import struct
import tempfile
import time

DISPLAY, REGISTRY = 1, 2
KEYMAP = """xkb_keymap {
xkb_keycodes { include "evdev+aliases(qwerty)" };
xkb_types { include "complete" };
xkb_compat { include "complete" };
xkb_symbols { include "pc+us+inet(evdev)" };
};
"""
#: The codes of Linux for the keys of an American keyboard: each word begins at a code and goes on from there.
ROWS = {2: "1234567890-=", 16: "qwertyuiop[]", 30: "asdfghjkl;'`", 43: "\\zxcvbnm,./", 57: " "}
SHIFTED = dict(zip("!@#$%^&*()_+{}:\"~|<>?", "1234567890-=[];'`\\,./"))
CODES = {letter: first + i for first, letters in ROWS.items() for i, letter in enumerate(letters)}
CODES |= {
    "Escape": 1, "BackSpace": 14, "Tab": 15, "Return": 28, "F1": 59, "F6": 64, "Home": 102, "Up": 103, "Prior": 104,
    "Left": 105, "Right": 106, "End": 107, "Down": 108, "Next": 109, "Delete": 111, "comma": 51, "plus": 13, "minus": 12,
    "space": 57,
}
#: Their codes and their bits.
MODIFIERS = {"shift": (42, 1), "ctrl": (29, 4), "alt": (56, 8)}
LEFT_BUTTON = 0x110


def _string(text):
    raw = text.encode() + b"\0"
    return struct.pack("=I", len(raw)) + raw + b"\0" * (-len(raw) % 4)


class Hands:
    """The keyboard and the mouse."""

    def __init__(self, path, width, height):
        self.width, self.height = width, height
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.connect(str(path))
        self._last, self._unread = REGISTRY, b""
        self._globals = {}
        self._send(DISPLAY, 1, struct.pack("=I", REGISTRY))
        self._settle()
        seat = self._bind("wl_seat", 1)
        keyboards = self._bind("zwp_virtual_keyboard_manager_v1", 1)
        pointers = self._bind("zwlr_virtual_pointer_manager_v1", 1)
        self._keyboard = self._new()
        self._send(keyboards, 0, struct.pack("=II", seat, self._keyboard))
        with tempfile.TemporaryFile() as file:
            raw = KEYMAP.encode() + b"\0"
            file.write(raw)
            file.flush()
            self._send(self._keyboard, 0, struct.pack("=II", 1, len(raw)), file.fileno())
            self._settle()
        self._pointer = self._new()
        self._send(pointers, 0, struct.pack("=II", seat, self._pointer))
        self._settle()

    def _new(self):
        self._last += 1
        return self._last

    def _send(self, thing, request, body=b"", file=None):
        message = struct.pack("=II", thing, (len(body) + 8) << 16 | request) + body
        more = [] if file is None else [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [file]))]
        self._socket.sendmsg([message], more)

    def _bind(self, interface, version):
        if interface not in self._globals:
            raise SystemExit(f"this compositor has no {interface}")
        thing = self._new()
        body = struct.pack("=I", self._globals[interface]) + _string(interface) + struct.pack("=II", version, thing)
        self._send(REGISTRY, 0, body)
        return thing

    def _settle(self):
        """Waits until the compositor has acted on all that was sent."""
        callback = self._new()
        self._send(DISPLAY, 0, struct.pack("=I", callback))
        while True:
            thing, event, body = self._event()
            if thing == callback:
                return
            if thing == DISPLAY and event == 0:
                raise SystemExit(f"the compositor refused: {body!r}")
            if thing == REGISTRY and event == 0:
                name, size = struct.unpack_from("=II", body)
                self._globals[body[8 : 8 + size - 1].decode()] = name

    def _event(self):
        while len(self._unread) < 8 or len(self._unread) < struct.unpack_from("=I", self._unread, 4)[0] >> 16:
            more = self._socket.recv(65536)
            if not more:
                raise SystemExit("the compositor is gone")
            self._unread += more
        thing, word = struct.unpack_from("=II", self._unread)
        body, self._unread = self._unread[8 : word >> 16], self._unread[word >> 16 :]
        return thing, word & 0xFFFF, body

    @staticmethod
    def _now():
        return int(time.monotonic() * 1000) & 0xFFFFFFFF

    def _key(self, code, down):
        self._send(self._keyboard, 1, struct.pack("=III", self._now(), code, down))

    def _hold(self, bits):
        self._send(self._keyboard, 2, struct.pack("=IIII", bits, 0, 0, 0))

    def press(self, keys):
        """Presses and lets go, as `ctrl+shift+s`."""
        *held, last = keys.split("+") if keys != "+" else ["+"]
        bits = 0
        for name in held:
            self._key(MODIFIERS[name][0], 1)
            bits |= MODIFIERS[name][1]
        self._hold(bits)
        self._key(CODES[last], 1)
        self._key(CODES[last], 0)
        for name in reversed(held):
            self._key(MODIFIERS[name][0], 0)
        self._hold(0)
        self._settle()

    def type(self, words, pause=0.02):
        """Types what an American keyboard has."""
        for letter in words:
            if letter in SHIFTED or letter.isupper():
                self.press("shift+" + SHIFTED.get(letter, letter.lower()))
            else:
                self.press(letter)
            time.sleep(pause)

    def point(self, x, y):
        """Moves the mouse to a place of the screen."""
        body = struct.pack("=IIIII", self._now(), int(x), int(y), self.width, self.height)
        self._send(self._pointer, 1, body)
        self._send(self._pointer, 4)
        self._settle()

    def button(self, down):
        """Presses the left button, or lets it go."""
        self._send(self._pointer, 2, struct.pack("=III", self._now(), LEFT_BUTTON, down))
        self._send(self._pointer, 4)
        self._settle()

    def click(self, x, y):
        self.point(x, y)
        time.sleep(0.05)
        self.button(1)
        time.sleep(0.05)
        self.button(0)

    def scroll(self, steps):
        """Turns the wheel, down where positive."""
        for _ in range(abs(steps)):
            step = 15 if steps > 0 else -15
            self._send(self._pointer, 5, struct.pack("=I", 0))
            self._send(self._pointer, 7, struct.pack("=IIii", self._now(), 0, step * 256, step // 15))
            self._send(self._pointer, 4)
            self._settle()
            time.sleep(0.03)

    def end(self):
        """Unplugs both."""
        self._socket.close()


def socket_in(folder, patience=20.0):
    """The socket that a compositor makes in its folder, once it is there."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = [path for path in pathlib.Path(folder).glob("wayland-*") if not path.name.endswith(".lock")]
        if found and os.access(found[0], os.W_OK):
            return found[0]
        time.sleep(0.05)
    raise SystemExit("the compositor did not start")
