import { expect, test } from "vitest";
import { hidesCamera, restoreCommands, updateCommands } from "./upkeep-commands.ts";

const installed = { clone: null, dataFolder: "/var/lib/mien", startedWith: [] };
const clone = { clone: "/home/ada/mien", dataFolder: "/srv/mien-data", startedWith: [] };

test("an installed release is restored and updated by its own commands", () => {
  expect(restoreCommands("newest", installed)).toEqual([
    "sudo systemctl stop mien mien-safe",
    "sudo /opt/mien/current/scripts/restore newest",
    "sudo systemctl start mien",
  ]);
  expect(updateCommands(installed)).toEqual(["sudo /opt/mien/current/scripts/update mien-VERSION.tar.gz"]);
});

test("one whose unit names another data folder restores there", () => {
  const [, restore] = restoreCommands("newest", { ...installed, dataFolder: "/srv/mien" });
  expect(restore).toBe("sudo /opt/mien/current/scripts/restore newest --data /srv/mien");
});

test("a clone is restored and started with the data that it runs on, and updated by git", () => {
  expect(restoreCommands("mien-20261121-031500.db", clone)).toEqual([
    "cd /home/ada/mien",
    "scripts/restore mien-20261121-031500.db --data /srv/mien-data",
    "scripts/start --data /srv/mien-data",
  ]);
  expect(updateCommands(clone)).toEqual([
    "cd /home/ada/mien",
    "git pull",
    "scripts/start --data /srv/mien-data",
  ]);
});

test("a clone names the installed release's folder too, where it runs on that", () => {
  const [, restore] = restoreCommands("newest", { ...clone, dataFolder: "/var/lib/mien" });
  expect(restore).toBe("scripts/restore newest --data /var/lib/mien");
});

test("a clone is started again with all that it was started with, or another Mien would come up", () => {
  const startedWith = ["--music", "/srv/my music", "--port", "8080", "--demo"];
  const started = "scripts/start --data /srv/mien-data --music '/srv/my music' --port 8080 --demo";
  expect(restoreCommands("newest", { ...clone, startedWith }).at(-1)).toBe(started);
  expect(updateCommands({ ...clone, startedWith }).at(-1)).toBe(started);
});

test("what an installed release is started with its unit knows", () => {
  const startedWith = ["--output", "null", "--camera", "CAMERA"];
  expect(restoreCommands("newest", { ...installed, startedWith })).toEqual(
    restoreCommands("newest", installed),
  );
  expect(hidesCamera({ ...installed, startedWith })).toBe(false);
});

test("a camera's address that is not told has to be typed", () => {
  expect(hidesCamera({ ...clone, startedWith: ["--camera", "CAMERA"] })).toBe(true);
  expect(hidesCamera({ ...clone, startedWith: ["--camera", "/dev/video0"] })).toBe(false);
});

test.each([
  ["/home/ada/my music/mien", "'/home/ada/my music/mien'"],
  ["/srv/it's here", "'/srv/it'\\''s here'"],
  ["/srv/$HOME; ls", "'/srv/$HOME; ls'"],
  ["/srv/~mien", "'/srv/~mien'"],
  ["/srv/Café", "'/srv/Café'"],
])("a shell takes %s for one word, and for nothing else", (folder, word) => {
  const [, restore] = restoreCommands("newest", { ...clone, dataFolder: folder });
  expect(restore).toBe(`scripts/restore newest --data ${word}`);
});
