#!/usr/bin/env bash
# test-machines.sh [MACHINE…] : runs all tests on machines that differ in what tests must not rest on. Needs root, and a Debian 12
# to build on; status 0: all passed on all of them. What each said: target/machines/MACHINE.log, its pictures beside it.
#
# A machine is a Debian made by debootstrap, with a copy of this checkout and of the test programs that were built outside of it.
# The Debians are kept in target/machines, so that only the first run downloads them.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
results=$top/target/machines
PATH=$PATH:/usr/sbin:/sbin
# These Debians are made in a minute and thrown away: what is written to them need not be on the disk at once.
export DPKG_FORCE=unsafe-io

# What differs. Fonts: those that come along with a PDF reader, or thousands. Locale: `+` before it when it is generated. Home: in
# order, missing (HOME is not set), or one that nobody may write to. Desktop: a display that is not there, or a session's message bus
# with a portal on it.
machines() {
  cat <<'END'
debian-12-root    bookworm  root    many  LC_ALL=C            Pacific/Apia    022  missing    portal
debian-12-person  bookworm  person  few   LANG=de_DE.UTF-8    Asia/Kathmandu  077  read-only  display
debian-13-root    trixie    root    many  LC_ALL=C            Pacific/Apia    077  in-order   portal
debian-13-person  trixie    person  few   +LANG=de_DE.UTF-8   Asia/Kathmandu  077  in-order   none
END
}
fonts=(fonts-opensymbol fonts-noto-core fonts-noto-cjk)
portal=(xdg-desktop-portal xdg-desktop-portal-gtk dbus-daemon)

# In a Debian, as root.
inside() {
  local root=$1
  shift
  chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DPKG_FORCE=unsafe-io \
    DEBIAN_FRONTEND=noninteractive "$@"
}

# make SUITE FONTS : a Debian with what `make test` installs, and with few or many fonts.
make_debian() {
  local suite=$1 many=$2 root=$results/$1-$2 mirror
  [ ! -e "$root/made" ] || return 0
  echo "Making a Debian: $suite with $many fonts"
  rm -rf --one-file-system "$root"
  if [ "$many" = many ]; then
    make_debian "$suite" few
    cp -a "$results/$suite-few" "$root"
    rm "$root/made"
    mount -t proc proc "$root/proc"
    install_in "$root" "${fonts[@]}" "${portal[@]}"
  else
    mirror=$(awk '/^URIs/{print $2; exit}' /etc/apt/sources.list.d/debian.sources 2>/dev/null || true)
    debootstrap --variant=minbase --include=ca-certificates,locales,tzdata "$suite" "$root" "${mirror:-http://deb.debian.org/debian}" \
      >"$results/debootstrap.log" 2>&1 || { tail -n 5 "$results/debootstrap.log" >&2; return 1; }
    mount -t proc proc "$root/proc"
    cp "$top/tools/need.sh" "$root/root/"
    install_in "$root" # the lists of packages
    inside "$root" /root/need.sh pictures report bus torture
    inside "$root" useradd --create-home --shell /bin/bash person
  fi
  umount "$root/proc"
  touch "$root/made"
}

install_in() {
  local root=$1 file
  shift
  for file in /etc/resolv.conf /etc/hosts; do cp -L "$file" "$root/etc/"; done
  {
    inside "$root" apt-get update
    [ $# = 0 ] || inside "$root" apt-get install --yes --no-install-recommends "$@"
  } >"$results/apt.log" 2>&1 </dev/null || { tail -n 5 "$results/apt.log" >&2; return 1; }
}

# The test programs, by their paths.
programs() {
  cargo test --locked --no-run --message-format json 2>"$results/build.log" |
    sed -n 's/.*"executable":"\([^"]*\)".*/\1/p' | sort -u
}

# lay ROOT OWNER : a copy of the checkout at the same path, because tests know it by that, with what was built.
lay() {
  local root=$1 owner=$2
  mkdir -p "$root$top"
  git -C "$top" ls-files --cached --others --exclude-standard -z |
    tar -C "$top" --null --files-from=- --ignore-failed-read -cf - 2>/dev/null | tar -C "$root$top" -xf -
  printf '%s\0' "${built[@]#"$top"/}" | tar -C "$top" --null --files-from=- -cf - | tar -C "$root$top" -xf -
  mkdir -p "$root$top/target/tmp"
  inside "$root" chown -R "$owner:" "$top"
}

# What is run in the Debian, with the machine's ways.
run_tests() {
  local root=$1 owner=$2 language=$3 zone=$4 mask=$5 home=$6 desktop=$7 program
  local settings=("${language#+}" "TZ=$zone" PATH=/usr/local/bin:/usr/bin:/bin "CARGO_MANIFEST_DIR=$top" "USER=$owner") before=()
  [ "$home" = missing ] || settings+=("HOME=$(inside "$root" bash -c "echo ~$owner")")
  case $desktop in
    display) settings+=(DISPLAY=:99 WAYLAND_DISPLAY=wayland-99) ;;
    portal) before=(dbus-run-session --) ;;
  esac
  mount --rbind /dev "$root/dev"
  for program in "${built[@]}"; do
    case $program in */deps/*) ;; *) continue ;; esac
    echo "== $program"
    # With processes of their own, so that nothing that a test started is left.
    # shellcheck disable=SC2016
    unshare --mount --pid --fork --kill-child --mount-proc="$root/proc" chroot --userspec="$owner" "$root" \
      /usr/bin/env -i "${settings[@]}" bash -c 'cd "$1" && umask "$2" && shift 2 && exec "$@"' bash "$top" "$mask" "${before[@]}" "$program" </dev/null || failed=1
  done
  umount --recursive --lazy "$root/dev"
}

# One machine.
run_machine() {
  local machine=$1 suite=$2 owner=$3 many=$4 language=$5 zone=$6 mask=$7 home=$8 desktop=$9 root failed=0
  root=$results/$machine
  rm -rf --one-file-system "$root"
  cp -a "$results/$suite-$many" "$root"
  lay "$root" "$owner"
  case $language in
    +*) inside "$root" localedef -i de_DE -f UTF-8 de_DE.UTF-8 ;;
  esac
  if [ "$home" = read-only ]; then
    inside "$root" chown root: "/home/$owner"
    inside "$root" chmod 555 "/home/$owner"
  fi
  run_tests "$root" "$owner" "$language" "$zone" "$mask" "$home" "$desktop" >"$results/$machine.log" 2>&1 || failed=1
  rm -rf "$results/$machine-pictures"
  mkdir "$results/$machine-pictures"
  cp -r "$root$top"/target/screens* "$results/$machine-pictures/"
  "$top/tools/check-screens.sh" "$results/$machine-pictures/screens" >>"$results/$machine.log" 2>&1 || failed=1
  rm -rf --one-file-system "$root"
  return "$failed"
}

[ "$(id -u)" = 0 ] || { echo "This needs root: it makes Debians and runs the tests in them." >&2; exit 1; }
library=$(getconf GNU_LIBC_VERSION)
if [ "$(printf '%s\n' "${library#* }" 2.36 | sort -V | tail -n 1)" != 2.36 ]; then
  echo "What is built here ($library) does not run on a Debian 12 (glibc 2.36). Call this on one." >&2
  exit 1
fi
if [ "${EVENKEEL_MACHINES:-}" != inside ]; then
  "$top/tools/need.sh" build debian
  # Nothing of what is mounted from here on is seen outside, and nothing stays mounted whatever happens.
  EVENKEEL_MACHINES=inside exec unshare --mount --propagation private "$0" "$@"
fi
mkdir -p "$results"

echo "Building the tests"
cd "$top"
programs >"$results/built" || { tail -n 20 "$results/build.log" >&2; exit 1; }
mapfile -t built <"$results/built"
status=0
while read -r machine suite owner many rest; do
  [ $# = 0 ] || [[ " $* " == *" $machine "* ]] || continue
  make_debian "$suite" "$many" </dev/null
  start=$SECONDS said=passed
  # shellcheck disable=SC2086
  run_machine "$machine" "$suite" "$owner" "$many" $rest </dev/null || { said=FAILED; status=1; }
  printf '%-7s %-17s %-8s %-5s %s, %d s: %s\n' "$said" "$machine" "$owner" "$many" "$rest" $((SECONDS - start)) \
    "$(awk '/^test result/ {ok += $4; bad += $6} END {print ok + 0 " passed, " bad + 0 " failed"}' "$results/$machine.log")"
  [ "$said" = passed ] || sed -n 's/^test \(.*\) \.\.\. FAILED$/  \1/p' "$results/$machine.log"
done < <(machines)
exit "$status"
