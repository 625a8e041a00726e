# shellcheck shell=bash
# Node and npm: a person brings them, these lines only look.

# check_node: sets node_version, node_abi, node_arch and node_path, and adds what Debian's own Node needs to
# needed_packages.
check_node() {
  local get="Debian 13 has it as nodejs and npm; for others see https://nodejs.org/en/download"
  command -v node >/dev/null || fail "Node is not installed: install 20.19 or newer. $get"

  local facts
  facts=$(node -p '[process.versions.node, process.versions.modules, process.arch, process.execPath].join(" ")') ||
    fail "The node at $(command -v node) does not run: install Node 20.19 or newer. $get"
  read -r node_version node_abi node_arch node_path <<<"$facts"

  local major minor
  IFS=. read -r major minor _ <<<"$node_version"
  ((major > 22 || (major == 22 && minor >= 12) || (major == 20 && minor >= 19))) ||
    fail "Node $node_version at $node_path does not do: install 20.19 or newer (of 22, 22.12 or newer). $get"
  [[ $node_arch == x64 || $node_arch == arm64 ]] ||
    fail "Node here is built for $node_arch, and ONNX Runtime has 64-bit builds only: install a 64-bit system (on a Raspberry Pi: Raspberry Pi OS 64-bit)."
  command -v npm >/dev/null || fail "npm is not installed: it comes with Node from nodejs.org, and Debian has it as npm."

  # NodeSource's package and nodejs.org's archive hold the header files; Debian keeps them in a package apart.
  [[ -n $(node_headers) ]] || ! dpkg-query -S "$node_path" >/dev/null 2>&1 || needed_packages+=(libnode-dev)
}

# The folder that has include/node for this very Node, or nothing, and then node-gyp downloads it from nodejs.org.
node_headers() {
  local folder
  folder=$(dirname "$(dirname "$node_path")")
  ! grep -qs "^#define NODE_MAJOR_VERSION ${node_version%%.*}$" "$folder/include/node/node_version.h" || printf '%s' "$folder"
}
