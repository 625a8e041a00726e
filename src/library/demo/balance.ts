import type { Layer, Note, Piece } from "./piece.ts";
import { sampleRate } from "./voices.ts";

const layers: readonly Layer[] = ["lead", "chords", "bed", "bass", "drums"];

/**
 * A gain for each layer, such that the layers stand to one another as the piece's levels say, whatever plays in them:
 * a flute and a plucked string at the same gain are far from equally loud. Goes by the energy of the notes.
 */
export function balance(
  { levels }: Piece,
  notes: readonly Note[],
  soundOf: (note: Note) => Float32Array,
): Record<Layer, number> {
  const energies = new Map<Float32Array, number>();
  const energyOf = (sound: Float32Array): number => {
    const known = energies.get(sound) ?? audibleEnergy(sound);
    energies.set(sound, known);
    return known;
  };
  const seconds = Math.max(1, ...notes.map(({ atSeconds }) => atSeconds));
  const gainOf = (layer: Layer): number => {
    const energy = notes
      .filter((note) => note.layer === layer)
      .reduce((sum, note) => sum + note.gain ** 2 * energyOf(soundOf(note)), 0);
    const power = energy / (seconds * sampleRate);
    return power > 0 ? (0.2 * 10 ** (levels[layer] / 20)) / Math.sqrt(power) : 0;
  };
  return Object.fromEntries(layers.map((layer) => [layer, gainOf(layer)])) as Record<Layer, number>;
}

/** Without what lies below 90 Hz, which small speakers don't give and ears hardly count. */
function audibleEnergy(sound: Float32Array): number {
  const low = 1 - Math.exp((-2 * Math.PI * 90) / sampleRate);
  let below = 0;
  let energy = 0;
  for (const sample of sound) {
    below += low * (sample - below);
    energy += (sample - below) ** 2;
  }
  return energy;
}
