// In the machine: prints the ids of those of these mpvs that sound. One that stands by is paused, or plays nothing.
import { readFileSync } from "node:fs";
import { connect } from "node:net";

for (const pid of process.argv.slice(2)) {
  const commandLine = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  const socket = commandLine.find((word) => word.startsWith("--input-ipc-server="))?.split("=")[1];
  if (!socket) continue;
  const mpv = connect(socket);
  const told = new Map();
  let text = "";
  mpv.setTimeout(2_000, () => mpv.destroy());
  mpv.on("error", () => undefined);
  mpv.on("data", (chunk) => {
    text += chunk;
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      const { request_id, data } = JSON.parse(line);
      if (request_id) told.set(request_id, data);
    }
    if (told.size === 2) mpv.destroy();
  });
  mpv.on("close", () => {
    if (told.get(1) === false && typeof told.get(2) === "number") console.log(pid);
  });
  mpv.write('{"command":["get_property","pause"],"request_id":1}\n');
  mpv.write('{"command":["get_property","time-pos"],"request_id":2}\n');
}
