# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# Where Slipway is built: in the system itself where that is new enough, else in a Debian 13 root made once for it.
# Sourced by ../dev, which sets $top (the checkout) and $cache. The link build/root says which root it is; / is the
# system itself.

packages() { sed 's/#.*//' "$top/cmake/packages.txt" | xargs -n1 | LC_ALL=C sort; }

missing_packages() {
    local -x LC_ALL=C
    comm -23 <(packages) <(dpkg-query --show --showformat '${db:Status-Abbrev} ${Package}\n' | sed -n 's/^ii  *//p' | sort -u)
}

# A namespace in which mounts are ours: root's own, or one where an ordinary user stands in for root.
namespace=(unshare --mount)
((EUID == 0)) || namespace+=(--user --map-root-user --map-auto)

# Debian 13 and newer, and whatever else has apt and this Qt.
system_fits() {
    local qt
    command -v apt-get >/dev/null || return 1
    # shellcheck disable=SC1091
    (. /etc/os-release && [[ $ID == debian && ${VERSION_ID:-99} -ge 13 ]]) && return
    qt=$(apt-cache policy qt6-base-dev | sed -n 's/ *Candidate: \([0-9].*\)/\1/p')
    [[ $qt ]] && dpkg --compare-versions "$qt" ge 6.8
}

apt_install() {
    ((EUID == 0)) || die "Some packages are missing; install them as root: apt-get install --no-install-recommends $*"
    note "Installing $*"
    apt-get update -qq || note "Not all package lists could be read; going on with what there is"
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

check_namespace() {
    "${namespace[@]}" true 2>/dev/null && return
    ((EUID == 0)) && die "This machine does not let root make a mount namespace (a container needs --privileged); use Debian 13 or newer, where ./dev needs none."
    die "This machine does not let you make a user namespace: run ./dev as root, or allow it (the package uidmap, a line for $(id -un) in /etc/subuid and /etc/subgid, and user namespaces in the kernel)."
}

# A root gets its name only when it is whole. Whoever makes it holds the lock, and so does each of its children: should
# they outlive a killed ./dev, the next one waits for them, then starts over.
make_root() {
    check_namespace
    if ! command -v mmdebstrap >/dev/null; then
        command -v apt-get >/dev/null || die "Install mmdebstrap, with which ./dev makes a Debian 13 root to build in, or use Debian 13 or newer."
        apt_install mmdebstrap debian-archive-keyring
    fi
    note "Making a Debian 13 root to build in (once, some minutes): $1"
    "${namespace[@]}" rm -rf --one-file-system "$1.new"
    setpriv --pdeathsig KILL "${namespace[@]}" --fork --pid --mount-proc --kill-child mmdebstrap --mode=root --variant=minbase \
        --dpkgopt='path-exclude=/usr/share/doc/*' --include="$(packages | paste -sd,)" trixie "$1.new"
    sync --file-system "$1.new"
    mv "$1.new" "$1"
}

link_root() {
    ln -sfT "$1" "$top/build/root.$$"
    mv -fT "$top/build/root.$$" "$top/build/root"
}

ensure_root() {
    local name linked wanted
    name=trixie-$(packages | sha256sum | cut -c1-12)
    wanted=$cache/roots/$name
    linked=$(readlink "$top/build/root" || true)
    if [[ $linked == / ]]; then
        [[ $(missing_packages) ]] || return 0
    elif [[ ${linked##*/} == "$name" && -d $linked ]]; then
        return 0
    fi

    mkdir -p "$cache/roots" "$top/build"
    exec 8>"$wanted.lock"
    flock --nonblock 8 || { note "Waiting for another ./dev that prepares this machine" && flock 8; }
    if system_fits; then
        mapfile -t packages < <(missing_packages)
        ((${#packages[@]} == 0)) || apt_install "${packages[@]}"
        link_root /
    else
        [[ -d $wanted ]] || make_root "$wanted"
        link_root "$wanted"
    fi
    exec 8>&-
}

# What a command in the root knows of the caller's environment: no settings of theirs, no tokens.
environment() {
    local name
    printf '%s\0' PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        CCACHE_DIR="$cache/ccache" CCACHE_BASEDIR="$top" CCACHE_NOHASHDIR=1 \
        CCACHE_IGNOREOPTIONS='-DQT_TESTCASE_BUILDDIR=* -DQT_TESTCASE_SOURCEDIR=*' \
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime CCACHE_PCH_EXTSUM=1 \
        CLAZY_IGNORE_DIRS="$top/build/.*" NODE_EXTRA_CA_CERTS="${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}"
    for name in HOME TERM COLUMNS NO_COLOR CI SSL_CERT_FILE {http,https,no,all}_proxy {HTTP,HTTPS,NO,ALL}_PROXY; do
        [[ ! -v $name ]] || printf '%s\0' "$name=${!name}"
    done
}

# inside COMMAND…: runs it in the root, in the current folder, which is in the checkout.
inside() {
    local root set
    root=$(readlink "$top/build/root")
    mapfile -d '' -t set < <(environment)
    if [[ $root == / ]]; then
        env -i "${set[@]}" "$@"
    else
        "${namespace[@]}" bash "$top/cmake/enterroot.sh" "$root" "$top" "$cache" -- -i "${set[@]}" "$@"
    fi
}
