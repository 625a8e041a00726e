import type { Excerpt } from "./excerpts.ts";

/** What is above half of it says nothing of tempo, key or mood, and less sound costs less work. */
export const sampleRate = 22_050;

/** The formats that the library takes. Without the list, a playlist with a song's name could have ffmpeg open anything. */
const formats = "mp3,flac,ogg,mov,wav";

/**
 * What a file may cost at most. A decoder that runs wild is ended by the kernel, whatever else goes on here. ffmpeg
 * takes 60 MB and 0.3 s for a song (x86-64), and room for its libraries.
 */
const limits = ["prlimit", "--as=1500000000", "--cpu=60", "--core=0"];
/** Seeing and playing come first: the lowest niceness, and the disk only when nobody else wants it. */
const politeness = ["ionice", "-c", "3", "nice", "-n", "19"];

/** Mono samples (32-bit floats) to the standard output, loudness as text (`lavfi.r128.…`) to file descriptor 3. */
export function ffmpegCommand(path: string, excerpts: readonly Excerpt[]): [string, ...string[]] {
  const inputs = excerpts.flatMap(({ from, seconds }) => [
    ...["-protocol_whitelist", "file", "-format_whitelist", formats, "-vn", "-sn", "-dn"],
    ...["-ss", from.toFixed(3), "-t", String(seconds), "-i", `file:${path}`],
  ]);
  const starts = excerpts.map((_, index) => `[${index}:a:0]`).join("");
  const graph = [
    `${starts}concat=n=${excerpts.length}:v=0:a=1`,
    `aresample=${sampleRate}`,
    "aformat=channel_layouts=mono",
    "ebur128=metadata=1",
    // The colon is an option's end to the filter, and a quotation mark's work to the graph.
    "ametadata=mode=print:file='pipe\\:3'",
    "aformat=sample_fmts=flt",
  ].join(",");
  const [first = "", ...rest] = [...limits, ...politeness];
  return [
    first,
    ...rest,
    ...["ffmpeg", "-nostdin", "-v", "error", "-nostats", "-threads", "1", ...inputs],
    ...["-filter_complex", graph, "-map_metadata", "-1", "-f", "f32le", "pipe:1"],
  ];
}
