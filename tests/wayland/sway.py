"""sway without a screen: a compositor of its own for a test, with its keyboard and mouse."""

import json
import os
import pathlib
import subprocess
import time

from wire import Hands, socket_in

NOBODY = 65534
WIDTH, HEIGHT = 1400, 1000
CONFIGURATION = f"""xwayland disable
output HEADLESS-1 resolution {WIDTH}x{HEIGHT} position 0 0 background #336644 solid_color
default_border normal
default_floating_border normal
focus_follows_mouse no
for_window [app_id=".*"] floating enable
seat seat0 xcursor_theme default 24
"""
APP = '[app_id="org.evenkeel.Evenkeel"]'


class Sway:
    """From its start to its end."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(mode=0o700)
        configuration = self.folder / "config"
        configuration.write_text(CONFIGURATION, encoding="utf-8")
        environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "SWAYSOCK")} | {
            "XDG_RUNTIME_DIR": str(self.folder),
            "HOME": str(self.folder),
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
        }
        command = ["sway", "-c", str(configuration)]
        if os.getuid() == 0:
            # It refuses to run as root; whoever is root may use its sockets all the same.
            os.chown(self.folder, NOBODY, NOBODY)
            command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *command]
        with open(self.folder.with_suffix(".log"), "wb") as log:
            self.process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        self.display = socket_in(self.folder)
        self.socket = self._ipc()
        self.hands = Hands(self.display, WIDTH, HEIGHT)

    def _ipc(self):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            for path in self.folder.glob("sway-ipc.*.sock"):
                return path
            time.sleep(0.05)
        raise SystemExit("sway listens to nobody")

    def environment(self):
        """What a program has to know to show a window here, and only here."""
        return {"WAYLAND_DISPLAY": str(self.display), "XDG_RUNTIME_DIR": str(self.folder), "XDG_SESSION_TYPE": "wayland"}

    def say(self, *words):
        """Tells it something. True where it did so."""
        said = subprocess.run(
            ["swaymsg", "-s", str(self.socket), *words], capture_output=True, text=True, check=False, timeout=20
        )
        return said.returncode == 0

    def window(self):
        """Our window as sway knows it, or nothing."""
        asked = ["swaymsg", "-s", str(self.socket), "-t", "get_tree"]
        tree = json.loads(subprocess.run(asked, capture_output=True, text=True, check=True, timeout=20).stdout)
        waiting = [tree]
        while waiting:
            node = waiting.pop()
            if node.get("app_id") == "org.evenkeel.Evenkeel":
                return node
            waiting += node["nodes"] + node["floating_nodes"]
        return None

    def windows(self):
        """How many of our windows there are."""
        asked = ["swaymsg", "-s", str(self.socket), "-t", "get_tree"]
        return subprocess.run(asked, capture_output=True, text=True, check=True, timeout=20).stdout.count('"app_id": "org.evenkeel')

    def title(self):
        return (self.window() or {}).get("name") or ""

    def place(self):
        """Where the inside of our window begins on the screen."""
        node = self.window()
        return node["rect"]["x"] + node["window_rect"]["x"], node["rect"]["y"] + node["window_rect"]["y"]

    def size(self):
        """How large the inside is."""
        node = self.window()
        return node["window_rect"]["width"], node["window_rect"]["height"]

    def rescale(self, scale):
        """Makes the points of the screen finer."""
        self.say("output", "HEADLESS-1", "scale", str(scale))
        self.hands.width, self.hands.height = round(WIDTH / scale), round(HEIGHT / scale)

    def close(self):
        """Asks the window to close, as its button would."""
        self.say(APP, "kill")

    def picture(self, path):
        environment = os.environ | self.environment()
        subprocess.run(["grim", str(path)], env=environment, check=False, timeout=20, capture_output=True)

    def end(self):
        self.hands.end()
        self.process.terminate()
        self.process.wait()
