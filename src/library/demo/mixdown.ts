import { balance } from "./balance.ts";
import { drum } from "./drums.ts";
import type { Note, Piece, VoiceName } from "./piece.ts";
import { reverberate } from "./reverb.ts";
import { lengthOf, score } from "./score.ts";
import * as sustained from "./sustained.ts";
import * as struck from "./voices.ts";
import { sampleRate, type Voice } from "./voices.ts";

const voices: Readonly<Record<VoiceName, Voice>> = {
  piano: struck.piano,
  marimba: struck.marimba,
  vibraphone: struck.vibraphone,
  bell: struck.bell,
  electricPiano: struck.electricPiano,
  plucked: struck.plucked,
  flute: struck.flute,
  pad: sustained.pad,
  strings: sustained.strings,
  staccato: sustained.staccato,
  brass: sustained.brass,
  synthPluck: sustained.synthPluck,
  cello: sustained.cello,
  bass: sustained.bass,
  deepBass: sustained.deepBass,
  pulseBass: sustained.pulseBass,
};

/** Sounds of many players: one ear hears them a moment later than the other, which makes them wide. */
const wide = new Set<string>(["pad", "strings", "electricPiano", "synthPluck", "brass"]);
const widthSamples = Math.round(0.011 * sampleRate);
const fadeSeconds = 3.5;

/** Two channels of a whole piece, with its room and its ending, at whatever level they came out. */
export function mixdown(piece: Piece): [Float32Array, Float32Array] {
  const samples = Math.ceil(lengthOf(piece) * sampleRate);
  const dry: [Float32Array, Float32Array] = [new Float32Array(samples), new Float32Array(samples)];
  const send: [Float32Array, Float32Array] = [new Float32Array(samples), new Float32Array(samples)];
  const sounds = new Map<string, Float32Array>();
  const notes = score(piece);
  const gains = balance(piece, notes, (note) => soundOf(note, sounds));
  for (const note of notes)
    addNote(dry, send, { ...note, gain: note.gain * gains[note.layer] }, soundOf(note, sounds));
  const [roomLeft, roomRight] = reverberate(send[0], send[1], piece.room);
  finish(dry[0], roomLeft, piece);
  finish(dry[1], roomRight, piece);
  return dry;
}

/** Chords come back again and again: each pitch and length is made once. */
function soundOf({ voice, note, seconds }: Note, sounds: Map<string, Float32Array>): Float32Array {
  const length = Math.max(0.05, Math.round(seconds * 20) / 20);
  const key = note === 0 ? voice : `${voice} ${note} ${length}`;
  let sound = sounds.get(key);
  if (!sound) {
    const make = voices[voice as VoiceName] as Voice | undefined;
    sound = make ? make(440 * 2 ** ((note - 69) / 12), length) : drum(voice as Parameters<typeof drum>[0]);
    sounds.set(key, sound);
  }
  return sound;
}

function addNote(
  [dryLeft, dryRight]: [Float32Array, Float32Array],
  [sendLeft, sendRight]: [Float32Array, Float32Array],
  { voice, atSeconds, gain, pan, send }: Note,
  sound: Float32Array,
): void {
  const start = Math.round(atSeconds * sampleRate);
  // Equal power from left to right.
  const angle = ((pan + 1) * Math.PI) / 4;
  const left = gain * Math.cos(angle);
  const right = gain * Math.sin(angle);
  const late = wide.has(voice) ? widthSamples : 0;
  const end = Math.min(sound.length, dryLeft.length - start - late);
  for (let n = 0; n < end; n++) {
    const sample = sound[n] ?? 0;
    const at = start + n;
    dryLeft[at] = (dryLeft[at] ?? 0) + left * sample;
    dryRight[at + late] = (dryRight[at + late] ?? 0) + right * sample;
    sendLeft[at] = (sendLeft[at] ?? 0) + send * left * sample;
    sendRight[at] = (sendRight[at] ?? 0) + send * right * sample;
  }
}

/** Adds the room, takes off what is too low to hear, softens the top and fades the end, in place. */
function finish(channel: Float32Array, room: Float32Array, { room: { gain }, brightness }: Piece): void {
  const low = 1 - Math.exp((-2 * Math.PI * 28) / sampleRate);
  const high = 1 - Math.exp((-2 * Math.PI * brightness) / sampleRate);
  const fade = Math.floor(fadeSeconds * sampleRate);
  let rumble = 0;
  let soft = 0;
  for (let n = 0; n < channel.length; n++) {
    const sample = (channel[n] ?? 0) + gain * (room[n] ?? 0);
    rumble += low * (sample - rumble);
    soft += high * (sample - rumble - soft);
    const left = channel.length - n;
    channel[n] = left < fade ? soft * (0.5 - 0.5 * Math.cos((Math.PI * left) / fade)) : soft;
  }
}
