import FFT from "fft.js";
import { sampleRate } from "./ffmpeg-arguments.ts";

/**
 * The amplitudes of a sound's frequencies, from one window (Hann) to the next; a sine of amplitude 1 has 1 at its
 * place. The array is the same one each time.
 */
export function* spectra(sound: Float32Array, size: number, hop: number): Generator<Float32Array> {
  const fft = new FFT(size);
  const window = Float64Array.from(
    { length: size },
    (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / size),
  );
  const samples: number[] = new Array(size).fill(0);
  const complex: number[] = fft.createComplexArray();
  const amplitudes = new Float32Array(size / 2);
  // The window halves an amplitude, and the transform's two halves share it.
  const scale = 4 / size;
  for (let start = 0; start + size <= sound.length; start += hop) {
    for (let n = 0; n < size; n++) samples[n] = (sound[start + n] as number) * (window[n] as number);
    fft.realTransform(complex, samples);
    for (let bin = 0; bin < amplitudes.length; bin++) {
      const [real, imaginary] = [complex[2 * bin] as number, complex[2 * bin + 1] as number];
      // Math.hypot takes several times as long.
      amplitudes[bin] = scale * Math.sqrt(real * real + imaginary * imaginary);
    }
    yield amplitudes;
  }
}

/** Hertz from one place in such an array to the next. */
export const binWidth = (size: number): number => sampleRate / size;
