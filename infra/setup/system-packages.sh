#!/usr/bin/env bash
# Installs programs that some tests use, where one is missing and this machine lets us: Debian's apt-get, and root.
# Arguments: pairs of PACKAGE=COMMAND. Without root or apt-get it says what is missing and goes on: the tests decide whether that is a failure.
set -euo pipefail
missing=()
for pair in "$@"; do
  command -v "${pair#*=}" > /dev/null || missing+=("${pair%%=*}")
done
[ "${#missing[@]}" -eq 0 ] && exit 0
if ! command -v apt-get > /dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "missing, and cannot be installed here: ${missing[*]}" >&2
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get install -y --no-install-recommends "${missing[@]}" > /dev/null || { apt-get update > /dev/null && apt-get install -y --no-install-recommends "${missing[@]}" > /dev/null; }
