import { resolve } from "node:path";
import { parseArgs } from "node:util";

/** What the owner said on the command line. It outranks the settings for this one run. */
export interface StartArguments {
  camera: string | null;
  musicFolder: string | null;
  dataFolder: string | null;
  port: number | null;
  output: string | null;
  demo: boolean;
}

/** Answers the arguments, that only help is wanted, or one sentence that says which one is wrong and how it should be. */
export function readArguments(argv: readonly string[]): StartArguments | { error: string } | "help" {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(argv);
  } catch (error) {
    // What Node says of an unknown one goes on about arguments that begin with a dash, which Mien has none of.
    const [what = ""] = (error as Error).message.split(/\.?(?: To specify|$)/);
    return { error: `${what}. --help lists what can be given.` };
  }
  if (values.help) return "help";

  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
    return { error: `--port ${values.port} is no port: give a number from 0 to 65535.` };
  for (const [name, value] of Object.entries(values))
    if (value === "") return { error: `--${name} is empty: give it a value or leave it out.` };

  const scheme = values.camera?.match(/^([a-z][a-z\d+.-]*):\/\//i)?.[1];
  if (scheme !== undefined && !/^(https?|rtsp)$/i.test(scheme))
    return {
      error: `--camera ${scheme}:// is no kind of address that Mien can open: give rtsp://, http:// or https://.`,
    };

  return {
    camera: values.camera === undefined ? null : absoluteSource(values.camera),
    musicFolder: values.music === undefined ? null : resolve(values.music),
    dataFolder: values.data === undefined ? null : resolve(values.data),
    port,
    output: values.output ?? null,
    demo: values.demo ?? false,
  };
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    strict: true,
    allowPositionals: false,
    options: {
      camera: { type: "string" },
      music: { type: "string" },
      data: { type: "string" },
      port: { type: "string" },
      output: { type: "string" },
      demo: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  }).values;
}

/** A camera may be a word, an address or a place on the disk; only the last depends on the current folder. */
function absoluteSource(source: string): string {
  return source === "auto" || /^[a-z][a-z\d+.-]*:\/\//i.test(source) ? source : resolve(source);
}
