"""What a screen reader sees, on a message bus of our own: windows that are told of it can be read and pressed by name."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class Eyes:
    """The bus, from the start of an attack to its end."""

    def __init__(self):
        launcher = next((path for path in LAUNCHERS if os.access(path, os.X_OK)), None)
        if not launcher or not shutil.which("dbus-daemon"):
            raise SystemExit("dbus-daemon and at-spi2-core are needed: tools/need.sh attack")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="evenkeel-eyes-"))
        configuration = self.folder / "bus.conf"
        configuration.write_text(CONFIGURATION.format(folder=self.folder), encoding="utf-8")
        daemon = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile", "--print-address"]
        self.bus = subprocess.Popen(daemon, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.environment = {
            "DBUS_SESSION_BUS_ADDRESS": self.bus.stdout.readline().strip(),
            "XDG_RUNTIME_DIR": str(self.folder),
            # There is nobody who would keep the settings below.
            "GSETTINGS_BACKEND": "memory",
        }
        self.launcher = subprocess.Popen(
            [launcher, "--launch-immediately", "--a11y=1", "--screen-reader=1"],
            env=os.environ | self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + 20
        while not self._works():
            if time.monotonic() > end or self.launcher.poll() is not None:
                raise SystemExit("the bus of screen readers does not come")
            time.sleep(0.2)

    def _works(self):
        return self._run(0) is not None

    def _run(self, pid):
        reader = pathlib.Path(__file__).with_name("access.py")
        try:
            found = subprocess.run(
                [sys.executable, reader, str(pid)], env=os.environ | self.environment, capture_output=True, text=True,
                check=False, timeout=20,
            )
        except subprocess.TimeoutExpired:
            return None
        return json.loads(found.stdout) if found.returncode == 0 and found.stdout else None

    def look(self, pid):
        """Everything in the window of a process, as (role, name, [x, y, width, height] in the window)."""
        return [tuple(node) for node in self._run(pid) or []]

    def end(self):
        for process in (self.launcher, self.bus):
            process.terminate()
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
