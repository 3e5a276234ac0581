#!/usr/bin/env bash
# check.sh : are the packages in target/packages/, and what they are made from, as Debian and the desktops want them?
# A remark that is known has its reason below, or in lintian-overrides; any other one fails.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
id=org.evenkeel.Evenkeel
share=$target/dist/package/share
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# quiet WHAT COMMAND… : it has to succeed and to say nothing.
quiet() {
  local what=$1 said status=0
  shift
  said=$("$@" 2>&1) || status=$?
  if [ "$status" = 0 ] && [ -z "$said" ]; then
    echo "ok      $what"
  else
    echo "FAILED  $what (status $status)"
    [ -z "$said" ] || echo "$said"
    failed=$((failed + 1))
  fi
}

same_versions() {
  local cargo metainfo changelog
  cargo=$(sed -n 's/^version = "\(.*\)"/\1/p;T;q' Cargo.toml)
  metainfo=$(sed -n 's/.*<release version="\([^"]*\)".*/\1/p;T;q' packaging/linux/$id.metainfo.xml.in)
  changelog=$(sed -n '1s/^evenkeel (\(.*\)-[^-]*) .*/\1/p' packaging/linux/changelog)
  [ "$cargo" = "$metainfo" ] && [ "$cargo" = "$changelog" ] ||
    echo "Cargo.toml: $cargo, the newest release in the metainfo: $metainfo, the newest entry in the changelog: $changelog"
}

# The id is in the window and in people's files of settings by now, so that its capital letter stays. `developer` came with
# AppStream 1.0; the validator of Debian 12 is older.
metainfo() {
  local said status=0
  said=$(appstreamcli validate --pedantic --no-net "$1" 2>&1) || status=$?
  grep -E '^[EWIP]: ' <<<"$said" | grep -vE 'cid-contains-uppercase-letter|unknown-tag developer$' || true
  return $status
}
with_web() {
  sed 's|^@web||; s|@WEB@|https://evenkeel.example|' packaging/linux/$id.metainfo.xml.in >"$work/$id.metainfo.xml"
  sed -n 's|.*@WEB@/\(docs/.*\)</image>|\1|p' packaging/linux/$id.metainfo.xml.in | while read -r picture; do
    [ -e "$picture" ] || echo "There is no $picture."
  done
  metainfo "$work/$id.metainfo.xml"
}

mime() {
  mkdir -p "$work/mime/packages"
  cp "$share/mime/packages/$id.xml" "$work/mime/packages/"
  XDG_DATA_HOME=$work update-mime-database "$work/mime"
  grep -q ':application/x-evenkeel+json:\*\.evenkeel$' "$work/mime/globs2" || echo "The ending is not known."
}

pages() {
  local page
  for page in "$share"/man/man1/*.1.gz; do
    MANWIDTH=80 LC_ALL=C.UTF-8 man --warnings --local-file -Tutf8 -Z "$page" >/dev/null
  done
}

completions() {
  bash -n "$share/bash-completion/completions/evenkeel"
  if command -v zsh >/dev/null; then zsh -n "$share/zsh/vendor-completions/_evenkeel"; fi
  if command -v fish >/dev/null; then fish --no-execute "$share/fish/vendor_completions.d/evenkeel.fish"; fi
}

flatpak_manifest() {
  local manifest=packaging/flatpak/$id.yml
  # The lists of sources are made before a build; here any will do that is not empty.
  cp "$manifest" "$work/"
  echo '[{"type": "inline", "contents": "", "dest-filename": "none"}]' | tee "$work/cargo-sources.json" >"$work/cargo-sources-man.json"
  flatpak-builder --show-manifest "$work/$id.yml" >"$work/shown.json" || return 1
  sed -n '/"finish-args"/,/\]/p' "$work/shown.json" | tr -d ' ",' | grep '^--' >"$work/rights"
  printf '%s\n' --share=ipc --socket=wayland --socket=fallback-x11 --device=dri | diff - "$work/rights"
}

quiet "the versions agree" same_versions
quiet "the menu entry" desktop-file-validate "$share/applications/$id.desktop"
quiet "the description for software centres" metainfo "$share/metainfo/$id.metainfo.xml"
quiet "the same with a web address and pictures" with_web
quiet "the file type" mime
quiet "the man pages" pages
quiet "the completions of the shells" completions
if command -v flatpak-builder >/dev/null; then
  quiet "the Flatpak manifest, and that it asks for no network and no files" flatpak_manifest
else
  echo "skipped the Flatpak manifest: no flatpak-builder here"
fi
for deb in "$target"/packages/evenkeel_*.deb; do
  [ -e "$deb" ] || continue
  quiet "lintian: $(basename "$deb")" lintian --allow-root --pedantic --display-info --fail-on error,warning,info,pedantic "$deb"
done
[ $failed = 0 ] || { echo "$failed failed"; exit 1; }
