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

# note PATH : writes down what is made, at once, so that whatever fails afterwards all of it can be removed.
note() {
  printf '%s\n' "$1" >>"$list"
  if [ -e "$made" ]; then printf '%s\n' "$1" >>"$made"; fi
}

# folder PATH : makes it and what is missing above.
folder() {
  [ -d "$1" ] && return
  folder "$(dirname -- "$1")"
  mkdir -- "$1" || fail "Nothing more is installed. '$from/install.sh' uninstall removes what was."
  note "$1/"
}

# put FROM TO [MODE]
put() {
  folder "$(dirname -- "$2")"
  note "$2"
  # Never into a file that runs or is read: the new one takes its place.
  if ! { cp -- "$1" "$2.new" && chmod "${3:-644}" "$2.new" && mv -f -- "$2.new" "$2"; }; then
    rm -f -- "$2.new"
    fail "$2 could not be written. What was there before is still there; '$from/install.sh' uninstall removes all that was installed."
  fi
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
  refresh
  printf '%s\n' "$lines" | sed '1!G;h;$!d' | while IFS= read -r path; do
    case $path in */) rmdir -- "$path" 2>/dev/null || true ;; esac
  done
}

uninstall() {
  # The copy that was installed knows where that was, whatever is set now.
  if [ -e "$from/installed" ]; then
    made=$from/installed
    data=$(dirname -- "$(dirname -- "$from")")
  fi
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

  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  list=$work/list old=$work/old
  : >"$list"
  : >"$old"
  if [ -e "$made" ]; then cp -- "$made" "$old"; fi
  folder "$doc"
  if ! [ -e "$made" ]; then cp -- "$list" "$made"; fi
  put "$from/bin/evenkeel" "$bin/evenkeel" 755
  # With the whole path, since the desktop may not look into ~/.local/bin.
  command=$(printf '%s' "$bin/evenkeel" | sed 's/%/%%/g; s/[&|]/\\&/g')
  (cd "$from/share" && find . -type f | sort) | sed 's|^\./||' >"$work/files"
  while IFS= read -r file; do
    case $file in
      *.desktop)
        sed "s|^Exec=evenkeel|Exec=\"$command\"|" "$from/share/$file" >"$work/entry"
        put "$work/entry" "$data/$file" ;;
      *) put "$from/share/$file" "$data/$file" ;;
    esac
  done <"$work/files"
  put "$from/install.sh" "$doc/install.sh" 755
  # Over an older version: what this one has not goes; its folders stay written down.
  while IFS= read -r path; do
    case $path in
      */) ;;
      *) grep -qxF -- "$path" "$list" || rm -f -- "$path" ;;
    esac
  done <"$old"
  { grep '/$' "$old" || true; } | cat - "$list" | awk '!seen[$0]++' >"$work/made"
  put "$work/made" "$made"
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
