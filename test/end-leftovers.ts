import { afterAll } from "vitest";
import { descendants } from "./processes.ts";

// A test that fails in its middle may leave an mpv, an ffmpeg or a whole daemon behind, which would take the cores from
// the tests after it. Called last of all, when each file has cleared away what is its own.
afterAll(() => {
  for (const { pid } of descendants(process.pid))
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      // It ended by itself between the look and this.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
});
