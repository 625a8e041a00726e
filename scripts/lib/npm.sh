# shellcheck shell=bash
# npm packages, exactly as package-lock.json has them. No package's own install script runs: two of them
# would download or compile in the wrong way, and what has to be compiled is compiled by native.sh.

install_npm_packages() {
  local key
  key="$(hash_of package.json package-lock.json .npmrc) $node_arch"
  stamped npm "$key" && [[ -f node_modules/.package-lock.json ]] && return
  if node "$root/scripts/lib/npm-current.mjs"; then
    stamp npm "$key"
    return
  fi

  need_room 1500 "$root" "installing npm packages"
  say "Installing npm packages (about 1 minute) …"
  # dev packages too, whatever NODE_ENV says: the build needs some of them.
  logged npm npm ci --ignore-scripts --include=dev --prefer-offline --fetch-retry-mintimeout=1000 --no-audit --no-fund ||
    fail "Installing npm packages failed: $(why_npm_failed). More stands in $(log_of npm)."
  stamp npm "$key"
}

why_npm_failed() {
  local log="$logs/npm.log"
  if grep -q 'ENOTFOUND\|EAI_AGAIN\|ECONNREFUSED\|ECONNRESET\|ETIMEDOUT\|ENETUNREACH' "$log"; then
    printf "npm's registry can not be reached; check the network"
  elif grep -q ENOSPC "$log"; then
    printf 'the disk is full'
  elif grep -q 'EACCES\|EPERM' "$log"; then
    printf 'files here belong to another user, as after a start with sudo; run: sudo chown -R %s .' "$(id -un)"
  else
    printf '%s' "$(grep -m 1 'npm error\|npm ERR' "$log" || true)"
  fi
}

# The version of an installed package.
package_version() { sed -n 's/^ *"version": *"\(.*\)".*/\1/p' "node_modules/$1/package.json" | head -n 1; }
