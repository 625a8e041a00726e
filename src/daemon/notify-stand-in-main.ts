// For notify.test.ts: a daemon that does nothing but tell systemd about it, and hangs when it is told to.
import { Notify } from "./notify.ts";

let line = "first line\nWATCHDOG=trigger";
const notify = Notify.open({
  environment: process.env,
  pid: process.pid,
  status: () => line,
  log: { warn: console.error },
});

process.on("message", () => {
  process.send?.("hanging", () => {
    for (;;); // As a regular expression that has lost its way would.
  });
});
process.on("SIGTERM", () => {
  notify.stopping();
  notify.stop();
  process.disconnect();
});

// Last: whoever hears it may end this process at once.
notify.ready();
line = "second line";
