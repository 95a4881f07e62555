#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# enterroot.sh ROOT FOLDER… -- COMMAND…: runs COMMAND in ROOT, in the current folder, with the machine's own files in
# place. Needs a mount namespace of its own. FOLDERs are to be seen too, wherever they are.
set -eu

root=$1
shift

show() { # show PATH: what the machine has at PATH stands at PATH in the root as well
    [[ $1 -ef $root$1 ]] && return
    mkdir -p "$root$1"
    mount --rbind "$1" "$root$1"
}

for folder in /*; do
    case $folder in
    /bin | /boot | /etc | /lib* | /lost+found | /sbin | /usr | /var) ;; # the root's own
    *) [[ -d $folder && ! -L $folder ]] && show "$folder" ;;
    esac
done
while [[ $1 != -- ]]; do
    show "$1"
    shift
done
shift

for file in /etc/hosts /etc/resolv.conf; do
    [[ -e $file ]] || continue
    [[ -f $root$file && ! -L $root$file ]] || install -m 644 /dev/null "$root$file"
    mount --bind "$file" "$root$file"
done
# The authorities of the machine, with the files that their links lead to: Qt 6.8 looks through the whole current folder
# where a link leads nowhere.
for folder in /etc/ssl/certs /usr/share/ca-certificates /usr/local/share/ca-certificates; do
    [[ -d $folder && -d $root$folder ]] || continue
    mount --bind "$folder" "$root$folder"
    mount -o remount,bind,ro "$root$folder"
done

exec chroot "$root" /usr/bin/env --chdir="$PWD" "$@"
