#!/bin/sh
# check-order.sh PROGRAM - the system calls of a save come in the right order
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu

program=$1
echo '1..2'

skip_all () {
  echo "ok 1 - a_new_file_is_written_synced_renamed_synced # SKIP $1"
  echo "ok 2 - an_old_file_is_written_synced_renamed_synced # SKIP $1"
  exit 0
}

command -v strace >/dev/null 2>&1 || skip_all 'strace is not installed'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
strace -o "$dir/trial" true 2>/dev/null || skip_all 'tracing is not permitted here'

# Reads the trace: the part is written, synced, renamed to the document, and
# then the folder is synced; the document itself is never opened for writing,
# and the program is not faster than the disk.
cat >"$dir/order.awk" <<'AWK'
function complain(text) { print "# " text; bad = 1 }
/openat\(/ && /O_CREAT/ && /\.duthao-part"/ { part = $NF; next }
/openat\(/ && /plan\.duthao"/ && /O_(WRONLY|RDWR|TRUNC)/ { complain("the document is opened for writing: " $0) }
/openat\(/ && /O_DIRECTORY/ && !/O_NONBLOCK/ { folder = $NF; next }
/(write|pwrite64)\(/ && part != "" && index($0, "(" part ",") { if (synced) complain("written after the sync"); written = 1; next }
/f(data)?sync\(/ && part != "" && index($0, "(" part ")") { if (!written) complain("synced before it was written"); synced = 1; next }
/rename.*\.duthao-part".*plan\.duthao"/ { if (!synced) complain("renamed before the sync"); renamed = 1; next }
/fsync\(/ && folder != "" && index($0, "(" folder ")") { if (!renamed) complain("the folder is synced too early"); confirmed = 1; next }
/unlink.*plan\.duthao"/ { complain("the document is removed: " $0) }
END {
  if (!written || !synced || !renamed || !confirmed)
    complain("seen: written " written+0 ", synced " synced+0 ", renamed " renamed+0 ", folder synced " confirmed+0)
  exit bad
}
AWK

status=0
for case in '1 - a_new_file' '2 - an_old_file'; do
  strace -o "$dir/trace" -e trace=open,openat,creat,write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,truncate,ftruncate \
    "$program" "$dir/plan.duthao"
  if awk -f "$dir/order.awk" "$dir/trace"; then
    echo "ok ${case}_is_written_synced_renamed_synced"
  else
    echo "not ok ${case}_is_written_synced_renamed_synced"
    sed 's/^/# /' "$dir/trace"
    status=1
  fi
done
exit $status
