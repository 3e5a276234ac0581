#!/usr/bin/env bash
# build.sh : makes the .deb and the .tar.gz in target/packages/, from the profile `dist`.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
export CARGO_TARGET_DIR=$target
packages=$target/packages
version=$(sed -n 's/^version = "\(.*\)"/\1/p;T;q' Cargo.toml)
# The packages of one commit do not differ by the hour in which they were made. Not exported to cargo: the libraries that ask
# for it would be built again with each commit.
made=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}

cargo_deb=3.8.0
tool=$target/tools/cargo-deb-$cargo_deb
if [ ! -x "$tool/bin/cargo-deb" ]; then
  cargo install --locked --root "$tool" --target-dir "$target/tools/build" "cargo-deb@$cargo_deb"
  rm -rf "$target/tools/build"
fi

cargo build --profile dist --locked
# Beside the program, since cargo-deb looks for the assets there.
stage=$target/dist/package
rm -rf "$stage"
packaging/linux/stage.sh "$stage/share"
mkdir -p "$packages"
rm -f "$packages"/evenkeel_*.deb "$packages"/evenkeel-*-linux-*.tar.gz

SOURCE_DATE_EPOCH=$made "$tool/bin/cargo-deb" deb --no-build --profile dist --locked --output "$packages/"

# The one for a single person: the same files, with their installer and the licences on top.
name=evenkeel-$version-linux-$(uname -m)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
install -D -m 755 "$target/dist/evenkeel" "$work/$name/bin/evenkeel"
install -m 755 packaging/linux/install.sh "$work/$name/install.sh"
install -m 644 LICENSE-MIT LICENSE-APACHE "$work/$name/"
glibc=$(dpkg-deb --field "$packages"/evenkeel_*.deb Depends | sed -n 's/.*libc6 (>= \([0-9.]*\)).*/\1/p')
sed "s/@GLIBC@/$glibc/" packaging/linux/README.txt >"$work/$name/README.txt"
cp -r "$stage/share" "$work/$name/share"
install -m 644 packaging/linux/copyright "$work/$name/share/doc/evenkeel/copyright"
mv "$work/$name/share/zsh/vendor-completions" "$work/$name/share/zsh/site-functions"
tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$made" --mode=u+rw,go+r-w,a+X \
  --directory "$work" "$name" | gzip -9n >"$packages/$name.tar.gz"

# Of whatever lies there, so that those of Windows count too.
(cd "$packages" && sha256sum evenkeel* >SHA256SUMS)
ls -l "$packages"
