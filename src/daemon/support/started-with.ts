import type { StartArguments } from "../arguments.ts";
import { withoutSecrets } from "../without-secrets.ts";

/** Stands where a camera's address would tell its password: to be typed anew. Nothing on the disk is called so, for paths are told in full. */
const CAMERA = "CAMERA";

/**
 * The words that scripts/start was given, as it takes them from any folder. The data folder is not among them: it is told
 * whether it was given or not.
 */
export function startedWith({ camera, musicFolder, port, output, demo }: StartArguments): readonly string[] {
  return [
    ...(camera === null ? [] : ["--camera", withoutSecrets(camera) === camera ? camera : CAMERA]),
    ...(musicFolder === null ? [] : ["--music", musicFolder]),
    ...(port === null ? [] : ["--port", String(port)]),
    ...(output === null ? [] : ["--output", output]),
    ...(demo ? ["--demo"] : []),
  ];
}
