#!/usr/bin/env bash
# need.sh SET… : sees to it that the system has what a make target needs, by apt on Debian and its kin.
#
# As root it installs at once. Otherwise it asks first where somebody can answer, and in CI it uses sudo if sudo asks nothing.
# Status 0: all is there, or was installed, or this system has no apt (then it says what seems to be missing).
# Status 1: something is missing and stays missing; it says what to type.
set -euo pipefail

# A probe is a program, a shared library (*.so.N), or a path with patterns, where `|` means or.
# The window opens its libraries while it runs, so no compiler or linker would ask for them. Pictures in tests are drawn by a
# Vulkan that needs no graphics card, so that they are the same everywhere.
table() {
  cat <<'END'
build     cc                                      gcc
build     /usr/include/stdlib.h                   libc6-dev
window    libEGL.so.1                             libegl1
window    libGL.so.1                              libgl1
window    /usr/lib/*/dri/*_dri.so|/usr/lib/*/libgallium-*.so|/usr/lib/*/libEGL_nvidia.so.0  libgl1-mesa-dri
window    libX11.so.6                             libx11-6
window    libX11-xcb.so.1                         libx11-xcb1
window    libXcursor.so.1                         libxcursor1
window    libXi.so.6                              libxi6
window    libXrandr.so.2                          libxrandr2
window    libxkbcommon.so.0                       libxkbcommon0
window    libxkbcommon-x11.so.0                   libxkbcommon-x11-0
window    libwayland-client.so.0                  libwayland-client0
window    libwayland-egl.so.1                     libwayland-egl1
display   Xvfb                                    xvfb
display   openbox                                 openbox
display   xdotool                                 xdotool
display   import                                  imagemagick
pictures  libvulkan.so.1                          libvulkan1
pictures  /usr/share/vulkan/icd.d/lvp_icd*.json   mesa-vulkan-drivers
report    pdfinfo                                 poppler-utils
report    qpdf                                    qpdf
bus       dbus-daemon                             dbus-daemon
print     /usr/sbin/cupsd                         cups
print     /usr/sbin/lpadmin                       cups-client
print     /usr/lib/cups/backend/cups-pdf          printer-driver-cups-pdf
print     /usr/libexec/xdg-desktop-portal         xdg-desktop-portal
print     /usr/libexec/xdg-desktop-portal-gtk     xdg-desktop-portal-gtk
print     /usr/libexec/at-spi-bus-launcher        at-spi2-core
print     /usr/lib/python3/dist-packages/pyatspi  python3-pyatspi
print     gdbus                                   libglib2.0-bin
print     xdg-open                                xdg-utils
print     pdftoppm                                poppler-utils
print     ps2pdf                                  ghostscript
data      python3                                 python3
data      /usr/lib/python3*/ensurepip             python3-venv
data      java                                    default-jre-headless
licences  jq                                      jq
cross     /usr/bin/rustc                          rustc-web
cross     /usr/bin/cargo                          cargo-web
cross     /usr/lib/rustlib/src/rust/library/std/Cargo.toml  rust-web-src
windows   x86_64-w64-mingw32-gcc                  gcc-mingw-w64-x86-64-posix
windows   x86_64-w64-mingw32-windres              binutils-mingw-w64-x86-64
windows   makensis                                nsis
wine      wine                                    wine
wine      wrestool                                icoutils
wine      fc-list                                 fontconfig
wine      script                                  bsdutils
wine      /usr/lib/wine/wine64                    wine64
wine      pdftotext                               poppler-utils
wine      xprop                                   x11-utils
macos     python3                                 python3
package   dpkg-shlibdeps                          dpkg-dev
package   lintian                                 lintian
package   desktop-file-validate                   desktop-file-utils
package   appstreamcli                            appstream
package   update-mime-database                    shared-mime-info
package   man                                     man-db
debian    debootstrap                             debootstrap
debian    xprop                                   x11-utils
flatpak   flatpak-builder                         flatpak-builder
icons     rsvg-convert                            librsvg2-bin
icons     icotool                                 icoutils
icons     png2icns                                icnsutils
attack    python3                                 python3
attack    libXtst.so.6                            libxtst6
attack    libatspi.so.0                           libatspi2.0-0
attack    /usr/libexec/at-spi-bus-launcher         at-spi2-core
attack    dbus-daemon                             dbus-daemon
wayland   sway                                    sway
wayland   swaybg                                  swaybg
wayland   weston                                  weston
wayland   grim                                    grim
wayland   wl-copy                                 wl-clipboard
wayland   setpriv                                 util-linux
wayland   python3                                 python3
wayland   Xvfb                                    xvfb
wayland   openbox                                 openbox
wayland   import                                  imagemagick
wayland   libXtst.so.6                            libxtst6
wayland   libatspi.so.0                           libatspi2.0-0
wayland   /usr/libexec/at-spi-bus-launcher        at-spi2-core
wayland   dbus-daemon                             dbus-daemon
orca      /usr/bin/orca                           orca
orca      python3                                 python3
orca      Xvfb                                    xvfb
orca      openbox                                 openbox
orca      libXtst.so.6                            libxtst6
orca      libatspi.so.0                           libatspi2.0-0
orca      /usr/libexec/at-spi-bus-launcher        at-spi2-core
orca      dbus-daemon                             dbus-daemon
torture   strace                                  strace
fuzz      c++                                     g++
form      node                                    nodejs
form      npm                                     npm
form      age                                     age
browsers  chromium                                chromium
browsers  firefox-esr                             firefox-esr
browsers  zbarimg                                 zbar-tools
browsers  pdftotext                               poppler-utils
lint      shellcheck                              shellcheck
END
}

is_there() {
  local probe=$1 pattern
  case $probe in
    /*)
      while read -r -d '|' pattern; do
        compgen -G "$pattern" >/dev/null && return 0
      done <<<"$probe|"
      return 1 ;;
    *.so.*) [[ $libraries == *[[:space:]]"$probe "* ]] ;;
    *) command -v "$probe" >/dev/null ;;
  esac
}

# May the packages be installed with sudo?
allowed() {
  command -v sudo >/dev/null || return 1
  if [ -t 0 ]; then
    read -r -p "Evenkeel needs ${packages[*]}. Install with sudo apt-get? [Y/n] " answer
    [[ $answer =~ ^([Yy].*)?$ ]]
  else
    [ -n "${CI:-}" ] && sudo -n true 2>/dev/null
  fi
}

[ "$(uname)" = Linux ] || exit 0
libraries=$("$(command -v ldconfig || echo /sbin/ldconfig)" -p 2>/dev/null || true)

packages=()
while read -r name probe package; do
  [[ " $* " == *" $name "* ]] || continue
  is_there "$probe" || packages+=("$package")
done < <(table)
[ ${#packages[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "This seems to be missing (by its Debian names): ${packages[*]}" >&2
  exit 0
fi

install=(apt-get install --yes --no-install-recommends "${packages[@]}")
as_root=()
if [ "$(id -u)" != 0 ]; then
  as_root=(sudo)
  if ! allowed; then
    printf 'Missing. To install it, type:\n  sudo %s\n' "${install[*]}" >&2
    exit 1
  fi
fi

echo "Installing ${packages[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# A list that cannot be refreshed is not the end: the packages may be there all the same.
"${as_root[@]}" apt-get update >"$log" 2>&1 || true
if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}" >>"$log" 2>&1 </dev/null; then
  tail -n 15 "$log" >&2
  printf 'That failed. The command was:\n  %s\n' "${as_root[*]:+sudo }${install[*]}" >&2
  exit 1
fi
