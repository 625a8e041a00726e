/** Fields of protocol buffers: https://protobuf.dev/programming-guides/encoding */
const varint = (value: number): Buffer => {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
};
const number = (field: number, value: number): Buffer => Buffer.concat([varint(field << 3), varint(value)]);
const bytes = (field: number, value: Buffer | string): Buffer =>
  Buffer.concat([varint((field << 3) | 2), varint(Buffer.byteLength(value)), Buffer.from(value)]);
const message = (field: number, ...parts: Buffer[]): Buffer => bytes(field, Buffer.concat(parts));

const FLOAT = 1;
const tensor = (name: string, dims: readonly number[], values: readonly number[]): Buffer =>
  message(
    5,
    ...dims.map((dim) => number(1, dim)),
    number(2, FLOAT),
    bytes(8, name),
    bytes(9, Buffer.from(Float32Array.from(values).buffer)),
  );
const valueInfo = (field: number, name: string, dims: readonly (number | string)[]): Buffer => {
  const shape = dims.map((dim) => message(1, typeof dim === "number" ? number(1, dim) : bytes(2, dim)));
  return message(field, bytes(1, name), message(2, message(1, number(1, FLOAT), message(2, ...shape))));
};
const node = (op: string, inputs: readonly string[], output: string): Buffer =>
  message(1, ...inputs.map((input) => bytes(1, input)), bytes(2, output), bytes(4, op));

/**
 * For tests: an ONNX file of a net so small that its answers can be worked out by hand. `logits[c]` is the sum of
 * `weights[c]` times the pixels; weights are the pixels' index and its factor.
 */
export function tinyOnnx(options: {
  side: number;
  input: string;
  output: string;
  weights: readonly Readonly<Record<number, number>>[];
}): Buffer {
  const { side, input, output, weights } = options;
  const pixels = side * side;
  const matrix = Array.from({ length: pixels }, (_, pixel) => weights.map((row) => row[pixel] ?? 0)).flat();
  return Buffer.concat([
    number(1, 8),
    message(
      7,
      node("Flatten", [input], "flat"),
      node("MatMul", ["flat", "weights"], output),
      bytes(2, "tiny"),
      tensor("weights", [pixels, weights.length], matrix),
      valueInfo(11, input, ["n", 1, side, side]),
      valueInfo(12, output, ["n", weights.length]),
    ),
    message(8, bytes(1, ""), number(2, 13)),
  ]);
}
