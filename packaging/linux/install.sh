#!/bin/sh
# install.sh [uninstall] : installs Evenkeel for one person, without root, below ~/.local (data in $XDG_DATA_HOME where that is
# set), or takes it away again. It removes what it has made, file by file, and never what the person or the program wrote.
set -eu

from=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin
doc=$data/doc/evenkeel
# One path a line, in the order in which they were made; folders end with a slash.
made=$doc/installed

fail() {
  echo "$1" >&2
  exit 1
}

# folder PATH : makes it and what is missing above, and writes that down.
folder() {
  [ -d "$1" ] && return
  folder "$(dirname -- "$1")"
  mkdir -- "$1"
  printf '%s/\n' "$1" >>"$list"
}

# put FROM TO [MODE]
put() {
  folder "$(dirname -- "$2")"
  # Never into a file that runs or is read: the new one takes its place.
  cp -- "$1" "$2.new"
  chmod "${3:-644}" "$2.new"
  mv -f -- "$2.new" "$2"
  printf '%s\n' "$2" >>"$list"
}

# What desktops gather from the files in a folder is made again, or goes with the last of them.
refresh() {
  if [ -d "$data/mime" ]; then
    if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" || true; fi
    if [ -z "$(ls -A "$data/mime/packages" 2>/dev/null)" ]; then
      for gathered in XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version; do
        rm -f -- "$data/mime/$gathered"
      done
      rmdir -- "$data/mime/application" 2>/dev/null || true
    fi
  fi
  if [ -d "$data/applications" ]; then
    if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" || true; fi
    if [ "$(ls -A "$data/applications")" = mimeinfo.cache ]; then rm -f -- "$data/applications/mimeinfo.cache"; fi
  fi
  # Without a cache of the icons, desktops look into the folders.
  if [ -e "$data/icons/hicolor/icon-theme.cache" ] && command -v gtk-update-icon-cache >/dev/null; then
    gtk-update-icon-cache -q -t -f "$data/icons/hicolor" || true
  fi
}

# Removes the files that are in the list; then the folders, unless something else is in them by now.
remove() {
  lines=$(cat -- "$1")
  printf '%s\n' "$lines" | while IFS= read -r path; do
    case $path in */) ;; *) rm -f -- "$path" ;; esac
  done
  rm -f -- "$1"
  [ "${2:-}" = "" ] || return 0
  refresh
  printf '%s\n' "$lines" | sed '1!G;h;$!d' | while IFS= read -r path; do
    case $path in */) rmdir -- "$path" 2>/dev/null || true ;; esac
  done
}

uninstall() {
  [ -e "$made" ] || fail "Evenkeel is not installed below $data."
  remove "$made"
  echo "Evenkeel is removed. Your audits, and the settings in ~/.config/evenkeel and $data/evenkeel, are still there."
}

missing() {
  libraries=$( (ldconfig -p || /sbin/ldconfig -p) 2>/dev/null) || return 0
  for library in libGL.so.1 libEGL.so.1 libX11.so.6 libX11-xcb.so.1 libXcursor.so.1 libXi.so.6 libXrandr.so.2 \
    libwayland-client.so.0 libwayland-egl.so.1 libxkbcommon.so.0 libxkbcommon-x11.so.0; do
    case $libraries in *"$library "*) ;; *) printf ' %s' "$library" ;; esac
  done
}

install_here() {
  [ -x "$from/bin/evenkeel" ] || fail "There is no program in $from/bin. Call the install.sh of the folder that you unpacked."
  "$from/bin/evenkeel" --version >/dev/null || fail "The program does not run on this system: see README.txt."
  case $bin in *[\"\`\$\\]*) fail "The path of your home folder has a character that menu entries cannot hold: $bin" ;; esac

  list=$(mktemp)
  trap 'rm -f "$list"' EXIT
  # Over an older version: its files go, its folders stay and stay written down.
  if [ -e "$made" ]; then
    grep '/$' "$made" >>"$list" || true
    remove "$made" keep-folders
  fi
  folder "$doc"
  put "$from/bin/evenkeel" "$bin/evenkeel" 755
  # With the whole path, since the desktop may not look into ~/.local/bin.
  command=$(printf '%s' "$bin/evenkeel" | sed 's/%/%%/g; s/[&|]/\\&/g')
  (cd "$from/share" && find . -type f | sort) | sed 's|^\./||' >"$list.files"
  while IFS= read -r file; do
    case $file in
      *.desktop)
        sed "s|^Exec=evenkeel|Exec=\"$command\"|" "$from/share/$file" >"$list.entry"
        put "$list.entry" "$data/$file" ;;
      *) put "$from/share/$file" "$data/$file" ;;
    esac
  done <"$list.files"
  rm -f -- "$list.files" "$list.entry"
  put "$from/install.sh" "$doc/install.sh" 755
  cp -- "$list" "$made"
  refresh

  echo "Evenkeel is installed: it is in the menu of your desktop, and opens .evenkeel files."
  case :$PATH: in *:"$bin":*) ;; *) echo "To call it in a terminal: $bin/evenkeel (that folder is not in your PATH)." ;; esac
  echo "To remove it: '$doc/install.sh' uninstall"
  lacking=$(missing)
  [ -z "$lacking" ] || echo "These libraries seem to be missing:$lacking"
}

case ${1:-} in
  "") install_here ;;
  uninstall | --uninstall) uninstall ;;
  *) fail "usage: $0 [uninstall]" ;;
esac
