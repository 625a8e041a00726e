# shellcheck shell=bash
# better-sqlite3's addon: its authors' own build where that can be downloaded, else compiled here.

sqlite_addon="node_modules/better-sqlite3/build/Release/better_sqlite3.node"

ensure_sqlite() {
  ensure_addon sqlite "$sqlite_addon" \
    "$(package_version better-sqlite3)" fetch_or_compile_sqlite "SQLite's addon (1 minute on a PC, longer on a small board)"
}

# A ready-made one that was built with the hook that object-wrap.hpp leaves out is not taken.
fetch_or_compile_sqlite() {
  {
    (cd node_modules/better-sqlite3 && timeout 60 node ../prebuild-install/bin.js) &&
      loads "$sqlite_addon" &&
      ! grep -q RemoveEnvironmentCleanupHook "$sqlite_addon"
  } ||
    CXXFLAGS="-include $root/scripts/lib/object-wrap.hpp" node_gyp node_modules/better-sqlite3
}
