#!/bin/sh
# Installs Chromium where there is none and that is possible. Never fails: without it the browser tests are skipped.
for name in chromium chromium-browser google-chrome-stable google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
[ -n "${EVIDENCEKB_BROWSER:-}" ] && exit 0

as_root=""
if [ "$(id -u)" != 0 ]; then
  as_root="sudo -n"
  $as_root true 2>/dev/null || as_root=none
fi
if command -v apt-get >/dev/null 2>&1 && [ "$as_root" != none ]; then
  echo "Installing Chromium for the tests of the site ..."
  export DEBIAN_FRONTEND=noninteractive
  { timeout 300 $as_root apt-get update -qq && timeout 900 $as_root apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 </dev/null
fi
command -v chromium >/dev/null 2>&1 || echo "NO BROWSER: Chromium is not here and could not be installed; the tests that need it will be skipped." >&2
exit 0
