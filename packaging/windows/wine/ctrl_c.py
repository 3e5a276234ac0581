"""ctrl_c.py SECONDS COMMAND…: runs a command on a terminal, types Ctrl+C there after so many seconds, and gives what was said and,
on the error output, how long the command went on after it. Fails when it was done before, or went on for half a minute."""

import os
import pty
import select
import sys
import time

until = float(sys.argv[1])
child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[2], sys.argv[2:])

started = time.monotonic()
typed = None
said = b""
while True:
    now = time.monotonic()
    if typed is None and now - started > until:
        os.write(terminal, b"\x03")
        typed = now
    if typed is not None and now - typed > 30:
        sys.exit("it goes on")
    if select.select([terminal], [], [], 0.1)[0]:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        said += piece

sys.stdout.buffer.write(said)
if typed is None:
    sys.exit("it was done before")
print(f"{time.monotonic() - typed:.1f} s after Ctrl+C", file=sys.stderr)
