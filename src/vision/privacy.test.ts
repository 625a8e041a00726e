import { readdir, readlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ForkedVision } from "./forked-vision.ts";
import { makeFolder, photosFolder } from "./testing.ts";

test("looking at faces leaves no file behind: no picture, and none of a library's own", async () => {
  const folder = await makeFolder();
  // As on an appliance: without CI, which also keeps ONNX Runtime from collecting what is run.
  const environment = {
    CI: undefined,
    HOME: folder.path,
    TMPDIR: folder.path,
    XDG_CACHE_HOME: undefined,
    XDG_RUNTIME_DIR: folder.path,
    npm_config_cache: undefined,
  };
  const vision = new ForkedVision({ environment });
  vision.open({ source: photosFolder });
  await vision.until("faces were read", () =>
    vision.observations.some(({ detections }) => detections.some(({ reading }) => "probs" in reading)),
  );
  const held = await openFiles(vision.child.pid);
  await vision.kill();
  expect(await readdir(folder.path, { recursive: true })).toEqual([]);
  expect(held.filter((path) => /onnxruntime\.db|mat-debug|DeveloperTools/.test(path))).toEqual([]);
  await folder.remove();
});

async function openFiles(pid: number | undefined): Promise<string[]> {
  const descriptors = await readdir(`/proc/${pid}/fd`);
  return Promise.all(descriptors.map((name) => readlink(join(`/proc/${pid}/fd`, name)).catch(() => "gone")));
}
