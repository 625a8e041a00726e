import { piece } from "./make-piece.ts";
import type { Piece } from "./piece.ts";

/** The demo library: at least four pieces for each mood. */
export const pieces: readonly Piece[] = [
  piece(
    "elated",
    ["Confetti Weather", "Juniper Static", "Euphoric", "Nu-Disco", 2024],
    [60, "major", [1, 5, 6, 4], [4, 5, 3, 6]],
  ),
  piece(
    "elated",
    ["Bicycle Parade", "Otto and the Weathervanes", "Cheerful", "Ska", 2022],
    [62, "major", [1, 4, 2, 5], [6, 4, 1, 5]],
    {
      bpm: 126,
      lead: { voice: "brass", density: "medium", centre: 5, echo: false },
      chords: { voice: "plucked", pattern: "offbeat" },
      bed: null,
      bass: { pattern: "walk" },
      drums: { kick: "x.......x.o.....", snare: "....x.......x...", hat: "x.x.x.x.x.x.x.xo" },
    },
  ),
  piece(
    "elated",
    ["Lemonade Skyline", "Halfmoon Atlas", "Upbeat", "Synthpop", 2025],
    [65, "mixolydian", [1, 7, 4, 1], [4, 1, 7, 5]],
    {
      bpm: 116,
      lead: { voice: "bell" },
      chords: { voice: "synthPluck", pattern: "arpeggio" },
      bass: { pattern: "syncopated" },
    },
  ),
  piece(
    "elated",
    ["First Light Run", "Velvet Harbour", "Energetic", "House", 2023],
    [57, "lydian", [1, 2, 6, 4], [4, 2, 6, 5]],
    {
      bpm: 124,
      lead: { voice: "marimba", density: "busy", centre: 10, echo: true },
      chords: { voice: "electricPiano", pattern: "comp" },
      colour: 4,
    },
  ),
  piece(
    "content",
    ["Window Seat", "The Quiet Commute", "Pleasant", "Lounge", 2021],
    [60, "major", [1, 6, 2, 5], [4, 3, 2, 5]],
  ),
  piece(
    "content",
    ["Sunday Bread", "Otto and the Weathervanes", "Warm", "Folk", 2022],
    [55, "major", [1, 4, 6, 5], [6, 3, 4, 5]],
    {
      bpm: 96,
      beatsPerBar: 3,
      swing: 0,
      lead: { voice: "flute", centre: 9 },
      chords: { voice: "plucked", pattern: "strum" },
      bass: { pattern: "roots" },
      drums: { brush: "....o...o...", shaker: "o.o.o.o.o.o." },
      colour: 3,
    },
  ),
  piece(
    "content",
    ["Postcards Home", "Tamsin Oake", "Hopeful", "Soft Pop", 2024],
    [62, "major", [1, 3, 4, 5], [2, 5, 1, 6]],
    {
      bpm: 88,
      lead: { voice: "piano", centre: 4 },
      chords: { voice: "plucked", pattern: "broken" },
      bed: { voice: "strings", centre: 58 },
    },
  ),
  piece(
    "content",
    ["The Long Way Round", "Nine Lanterns", "Romantic", "Bossa Nova", 2023],
    [58, "major", [1, 2, 5, 1], [4, 7, 3, 6]],
    {
      bpm: 104,
      swing: 0,
      lead: { voice: "vibraphone", centre: 6 },
      chords: { voice: "plucked", pattern: "comp" },
      drums: { kick: "o.....o.o.....o.", tick: "x..x..x...x..x..", shaker: "oooooooooooooooo" },
      colour: 5,
    },
  ),
  piece(
    "calm",
    ["Tidepool", "Tamsin Oake", "Peaceful", "Ambient", 2023],
    [62, "lydian", [1, 2, 1, 5], [4, 1, 2, 6]],
  ),
  piece(
    "calm",
    ["Slow Lanterns", "Nine Lanterns", "Calm", "New Age", 2021],
    [60, "major", [1, 4, 6, 4], [2, 5, 4, 1]],
    {
      bpm: 58,
      lead: { voice: "bell", centre: 7 },
      chords: { voice: "piano", pattern: "arpeggio" },
    },
  ),
  piece(
    "calm",
    ["Moss Garden", "Mirel Vance", "Meditative", "Ambient", 2025],
    [57, "major", [1, 6, 4, 1], [4, 6, 2, 4]],
    {
      bpm: 54,
      lead: { voice: "flute", centre: 7 },
      chords: { voice: "vibraphone", pattern: "hold" },
    },
  ),
  piece(
    "calm",
    ["Under Soft Rain", "The Quiet Commute", "Relaxing", "Downtempo", 2022],
    [65, "major", [4, 1, 2, 6], [4, 5, 3, 6]],
    {
      bpm: 68,
      beatsPerBar: 3,
      lead: { voice: "electricPiano", centre: 3 },
      chords: { voice: "plucked", pattern: "arpeggio" },
    },
  ),
  piece(
    "gloomy",
    ["Empty Platform", "The Quiet Commute", "Melancholic", "Chamber Music", 2020],
    [57, "minor", [1, 6, 3, 7], [4, 1, 6, 5]],
  ),
  piece(
    "gloomy",
    ["November Letters", "Mirel Vance", "Sad", "Modern Classical", 2024],
    [62, "harmonic", [1, 4, 6, 5], [6, 4, 1, 5]],
    {
      bpm: 66,
      beatsPerBar: 3,
      lead: { voice: "piano", centre: 0 },
      chords: { pattern: "arpeggio", centre: 52 },
      bed: { voice: "strings", centre: 55 },
    },
  ),
  piece(
    "gloomy",
    ["Low Clouds", "Velvet Harbour", "Wistful", "Slowcore", 2021],
    [59, "dorian", [1, 7, 4, 1], [3, 7, 4, 5]],
    {
      bpm: 64,
      lead: { voice: "electricPiano", centre: 0 },
      chords: { voice: "plucked", pattern: "broken", centre: 54 },
      drums: { heart: "x.......o.......", brush: "........o......." },
    },
  ),
  piece(
    "gloomy",
    ["The Unlit Room", "Halfmoon Atlas", "Lonely", "Drone", 2022],
    [60, "minor", [1, 3, 6, 4], [6, 7, 1, 5]],
    {
      bpm: 52,
      lead: { voice: "flute", centre: -1 },
      chords: { voice: "pad", pattern: "hold", centre: 55 },
    },
  ),
  piece(
    "tense",
    ["Night Signal", "Juniper Static", "Suspenseful", "Techno", 2025],
    [57, "phrygian", [1, 2, 1, 7], [4, 2, 1, 2]],
    {
      bpm: 130,
      lead: { voice: "synthPluck", density: "busy", centre: 4, echo: true },
      drums: { kick: "x...x...x...x...", hat: "..x...x...x...xo", tick: "x..x..x...x..x.." },
    },
  ),
  piece(
    "tense",
    ["Closing Doors", "Nine Lanterns", "Tense", "Film Score", 2023],
    [60, "harmonic", [1, 6, 4, 5], [4, 1, 2, 5]],
  ),
  piece(
    "tense",
    ["Wire Walk", "Mirel Vance", "Restless", "Contemporary Classical", 2022],
    [62, "harmonic", [1, 2, 5, 1], [6, 2, 4, 5]],
    {
      bpm: 144,
      beatsPerBar: 3,
      lead: { voice: "piano", density: "busy", centre: 5 },
      drums: { tick: "x.o.x.o.x.o.", tom: "........x.xo" },
    },
  ),
  piece(
    "tense",
    ["Undertow", "Velvet Harbour", "Anxious", "Industrial Pop", 2024],
    [55, "phrygian", [1, 6, 2, 1], [1, 7, 6, 2]],
    {
      bpm: 138,
      lead: { voice: "strings", density: "sparse", centre: 7 },
      chords: { voice: "synthPluck", pattern: "cells" },
      drums: { kick: "x..x..x...x.x...", snare: "....x.......x...", tick: "xoxoxoxoxoxoxoxo" },
    },
  ),
  piece(
    "even",
    ["Crosswalk", "The Quiet Commute", "Neutral", "Minimal", 2021],
    [60, "dorian", [1, 4, 1, 7], [3, 7, 4, 5]],
  ),
  piece(
    "even",
    ["Paper Grid", "Juniper Static", "Steady", "Minimalism", 2022],
    [62, "mixolydian", [1, 7, 4, 5], [2, 4, 7, 1]],
    {
      bpm: 104,
      lead: { voice: "electricPiano", centre: 5 },
      chords: { voice: "synthPluck", pattern: "cells" },
    },
  ),
  piece(
    "even",
    ["Afternoon Office", "Otto and the Weathervanes", "Balanced", "Cool Jazz", 2023],
    [58, "dorian", [1, 4, 2, 5], [7, 3, 4, 5]],
    {
      bpm: 94,
      swing: 0.14,
      lead: { voice: "vibraphone", density: "medium", centre: 4 },
      chords: { voice: "piano", pattern: "comp" },
      bass: { pattern: "walk" },
      drums: { brush: "....x.......x...", hat: "x...x..ox...x..o" },
    },
  ),
  piece(
    "even",
    ["Measured Steps", "Halfmoon Atlas", "Moderate", "Electronica", 2024],
    [57, "mixolydian", [1, 5, 7, 4], [4, 1, 2, 7]],
    {
      bpm: 92,
      lead: { voice: "bell", centre: 6 },
      chords: { voice: "plucked", pattern: "arpeggio" },
      bass: { voice: "pulseBass", pattern: "syncopated" },
      drums: { kick: "o.......o.......", hat: "..o...o...o...o.", shaker: "o..oo..oo..oo..o" },
    },
  ),
];
