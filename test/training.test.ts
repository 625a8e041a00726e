import { execFile, execFileSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { root } from "./running-daemon.ts";

// models/training is Python's, and so are its tests; whoever changes it hears of them with all others.

const python = process.env.PYTHON ?? "/usr/bin/python3";
const training = join(root, "models/training");

function has(...modules: string[]): boolean {
  try {
    execFileSync(python, ["-c", `import ${modules.join(", ")}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const said = (error: { stderr?: string }): never => {
  throw new Error(error.stderr?.slice(-4_000) ?? String(error));
};

test.skipIf(!has("torch", "numpy", "onnx", "cv2", "matplotlib"))(
  "the training's own tests pass (skipped without python3-torch, -onnx, -opencv and -matplotlib)",
  async () => {
    const { stderr } = await promisify(execFile)(python, ["-m", "unittest", "discover", training], {
      env: { ...process.env, OMP_NUM_THREADS: "1", PYTHONDONTWRITEBYTECODE: "1" },
      maxBuffer: 16 * 2 ** 20,
    }).catch(said);
    console.log(stderr.trim().split("\n").slice(-3).join(" "));
    expect(stderr).toMatch(/Ran \d{2,} tests[\s\S]*\nOK/);
  },
);

test.skipIf(!has("onnx"))("rounding needs nothing but the package onnx (skipped without it)", () => {
  const alone = ["torch", "cv2", "matplotlib", "onnxruntime"].map((name) => `sys.modules["${name}"] = None`);
  const program = `import sys; ${alone.join("; ")}; sys.path.insert(0, ${JSON.stringify(training)}); import quantise`;
  execFileSync(python, ["-B", "-c", program], { stdio: "pipe" });
});
