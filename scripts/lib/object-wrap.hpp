// Included before every C++ file of better-sqlite3.
//
// Since Node 24.19, node::ObjectWrap takes off a cleanup hook when it is destroyed, and that aborts the process
// wherever the garbage collector runs while no script does ("Assertion failed: (env) != nullptr", hooks.cc).
// better-sqlite3 12 builds on it; 13 does not, but needs Node 22. Without the hook it is the ObjectWrap of all
// the Nodes before.
#include <node.h>

#define AddEnvironmentCleanupHook(isolate, hook, self) static_cast<void>(0)
#define RemoveEnvironmentCleanupHook(isolate, hook, self) static_cast<void>(0)
#include <node_object_wrap.h>
#undef AddEnvironmentCleanupHook
#undef RemoveEnvironmentCleanupHook
