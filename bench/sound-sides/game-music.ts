import { execFile } from "node:child_process";
import { access, mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import type { Half, Labelled } from "./labelled.ts";

const run = promisify(execFile);

/** Debian 12's names; 1.1 GB to download, and nothing of it is installed. */
export const packages = [
  "extremetuxracer-data",
  "flare-game",
  "frozen-bubble-data",
  "hedgewars-data",
  "hyperrogue-music",
  "lordsawar-data",
  "marsshooter-data",
  "singularity-music",
  "supertux-data",
  "trackballs-data",
  "unknown-horizons",
  "wesnoth-1.16-music",
];

/** Folders in the packages that hold the music. */
const folders = {
  etr: "extremetuxracer-data/usr/share/games/etr/music",
  bubble: "frozen-bubble-data/usr/share/games/frozen-bubble/snd",
  rogue: "hyperrogue-music/usr/share/hyperrogue/music",
  singularity: "singularity-music/usr/share/games/singularity/music",
  tux: "supertux-data/usr/share/games/supertux2/music",
  balls: "trackballs-data/usr/share/games/trackballs/music",
  wesnoth: "wesnoth-1.16-music/usr/share/games/wesnoth/1.16/data/core/music",
  flare: "flare-game/usr/share/games/flare/mods/fantasycore/music",
  hogs: "hedgewars-data/usr/share/games/hedgewars/Data/Music",
  lords: "lordsawar-data/usr/share/games/lordsawar/music",
  mars: "marsshooter-data/usr/share/games/marsshooter/audio/music",
  horizons: "unknown-horizons/usr/share/unknown-horizons/content/audio/music",
};

/** Their music is what is quoted; no composer is on both sides. */
const quotedGames: ReadonlySet<string> = new Set(["flare", "hogs", "lords", "mars", "horizons"]);

/** Downloads and unpacks what is not in the folder yet. */
export async function fetchGameMusic(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of packages) {
    if (await isThere(join(folder, name))) continue;
    // Told to download only: apt leaves the package in the folder, and the system as it is.
    await run("apt-get", ["download", name], { cwd: folder });
    const { stdout } = await run("sh", ["-c", 'ls "$0"_*.deb | tail -n 1', name], { cwd: folder });
    await run("dpkg-deb", ["-x", stdout.trim(), name], { cwd: folder });
  }
}

/** The labelled tracks that are in the folder. */
export async function gameMusic(folder: string): Promise<readonly Labelled[]> {
  const found: Labelled[] = [];
  for (const [game, file, valence, arousal, reason] of labels) {
    const path = join(folder, folders[game], `${file}.ogg`);
    if (await isThere(path))
      found.push({
        path,
        name: `${game}: ${basename(file)}`,
        valence,
        arousal,
        reason,
        forTuning: !quotedGames.has(game),
      });
  }
  return found;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * What each track's title, its tags and the place that its game gives it say of valence and arousal; null where they
 * say nothing. Written down before anything was heard or estimated. Tracks whose names say nothing are not here; two
 * of HyperRogue's were and had to go (caribbean, ocean), because their files' headers are damaged.
 */
const labels: readonly [keyof typeof folders, string, Half, Half, string][] = [
  ["etr", "calmrace-ks", null, "low", "named calm, for slow slopes"],
  ["etr", "credits1-cp", null, "low", "titled Credits Ballad"],
  ["etr", "race1-jt", null, "high", "a race"],
  ["etr", "spunkyrace-ks", "high", "high", "spunky: lively and plucky"],
  ["etr", "wonrace1-jt", "high", "high", "the race is won"],
  ["bubble", "frozen-mainzik-1p", "high", "high", "a cheerful, quick game for all ages"],
  ["bubble", "frozen-mainzik-2p", "high", "high", "the same game, two players against each other"],
  ["bubble", "introzik", "high", "high", "the same game's opening"],
  ["rogue", "hr-domina-hunting", null, "high", "the Hunting Grounds: being chased"],
  ["rogue", "hr3-graveyard", "low", "low", "a graveyard"],
  ["rogue", "hr3-hell", "low", "high", "hell"],
  ["rogue", "hr3-icyland", null, "low", "a frozen plain"],
  ["rogue", "hr3-motion", null, "high", "the Land of Eternal Motion"],
  ["rogue", "hr3-rlyeh", "low", null, "R'Lyeh, Lovecraft's sunken city of horror"],
  ["singularity", "A New Journey", "high", null, "setting out"],
  ["singularity", "Aberrations", "low", null, "things that are wrong"],
  ["singularity", "Enemy Unknown", "low", "high", "an enemy"],
  ["singularity", "Media Threat", "low", "high", "a threat"],
  ["singularity", "Nebula", null, "low", "a cloud in space"],
  ["singularity", "Through Space", null, "low", "drifting through space"],
  ["singularity", "lose/Chimes They Fade", "low", "low", "fading, after the game is lost"],
  [
    "singularity",
    "lose/March Thee to Dis",
    "low",
    null,
    "marched to the city of hell, after the game is lost",
  ],
  ["singularity", "win/Apex Aleph", "high", null, "the game is won"],
  ["tux", "antarctic/arctic_breeze", "high", null, "a breeze, a level of a cheerful game"],
  ["tux", "antarctic/arctic_cave", "low", null, "titled Eyes in the Deep"],
  ["tux", "antarctic/bossattack", "low", "high", "a boss attacks"],
  ["tux", "antarctic/chipdisko", "high", "high", "titled Chipdisko, to dance"],
  ["tux", "castle/darkforestkeep", "low", null, "a dark keep"],
  ["tux", "castle/fortress", "low", "high", "the enemy's fortress, the hardest level"],
  ["tux", "forest/clavelian_march", "high", "high", "a merry game's march"],
  ["tux", "forest/forest", "high", "high", "titled Forest Dance"],
  ["tux", "forest/forest3", "high", null, "titled Riding the Wind"],
  ["tux", "forest/forest-sprint", "high", "high", "a sprint through a sunny forest"],
  ["tux", "forest/ghostforest", "low", null, "ghosts"],
  ["tux", "forest/ghostforest2", "low", null, "ghosts"],
  ["tux", "forest/ghostforest_map", "low", null, "ghosts"],
  ["tux", "forest/shallow-green", "high", "low", "titled Forest Stroll"],
  ["tux", "forest/treeboss", "low", "high", "a fight with a boss"],
  ["tux", "misc/battle_theme", null, "high", "a battle"],
  ["tux", "misc/christmas_theme", "high", null, "Christmas"],
  ["tux", "misc/halloween_1", "low", null, "Halloween"],
  ["tux", "misc/theme", "high", "high", "the title tune of a cheerful game"],
  ["tux", "retro/fortress_old", "low", "high", "the enemy's fortress, the hardest level"],
  ["tux", "tropical/tropicalbreeze", "high", null, "titled Tropical Breeze"],
  ["balls", "crazy", null, "high", "titled Crazy"],
  ["balls", "eurovision", "high", "high", "titled Eurovision Winner"],
  ["balls", "tb_schizophrenia", "low", null, "titled Schizophrenia"],
  ["balls", "tb_sorrow", "low", "low", "titled Sorrow"],
  ["wesnoth", "battle", null, "high", "a battle"],
  ["wesnoth", "battle-epic", null, "high", "a battle"],
  ["wesnoth", "breaking_the_chains", null, "high", "slaves rise and break their chains"],
  ["wesnoth", "casualties_of_war", "low", "low", "mourning the dead of a war"],
  ["wesnoth", "defeat", "low", "low", "the battle is lost"],
  ["wesnoth", "defeat2", "low", "low", "the battle is lost"],
  ["wesnoth", "elf-land", "high", "low", "for scenes with an elvish feel: an idyll in the woods"],
  ["wesnoth", "elvish-theme", "high", "low", "the elves' theme: an idyll in the woods"],
  ["wesnoth", "frantic", "low", "high", "titled Frantic"],
  ["wesnoth", "frantic-old", "low", "high", "titled Frantic"],
  ["wesnoth", "into_the_shadows", "low", null, "into the shadows"],
  ["wesnoth", "love_theme", "low", "low", "for tragic love scenes, says its tag"],
  ["wesnoth", "northerners", "low", "high", "the theme of orcs and trolls"],
  ["wesnoth", "nunc_dimittis", null, "low", "Simeon's prayer to depart in peace"],
  ["wesnoth", "sad", "low", "low", "titled Sad"],
  ["wesnoth", "siege_of_laurelmor", "low", "high", "a siege"],
  ["wesnoth", "silvan_sanctuary", "high", "low", "a sanctuary in the woods"],
  ["wesnoth", "suspense", "low", "high", "suspense: Russell's tense and alarmed"],
  ["wesnoth", "the_city_falls", "low", null, "a city is lost"],
  ["wesnoth", "the_dangerous_symphony", "low", "high", "danger"],
  ["wesnoth", "the_deep_path", "low", null, "the way down into the dark"],
  ["wesnoth", "the_king_is_dead", "low", "low", "mourning a king"],
  ["wesnoth", "transience", "low", "low", "all things pass: wistful"],
  ["wesnoth", "traveling_minstrels", "high", "high", "minstrels play to dance"],
  ["wesnoth", "underground", "low", null, "for levels under ground, says its tag"],
  ["wesnoth", "vengeful", "low", "high", "Vengeful Pursuit, for intense scenarios, says its tag"],
  ["wesnoth", "victory2", "high", "high", "the battle is won"],
  ["wesnoth", "weight_of_revenge", "low", null, "revenge weighs heavily"],
  ["flare", "battle_theme", null, "high", "a battle"],
  ["flare", "boss_theme", "low", "high", "a fight with a boss"],
  ["flare", "cave_theme", "low", null, "a cave in a dark game"],
  ["flare", "dungeon_theme", "low", null, "a dungeon"],
  ["flare", "forest_theme", null, "low", "a forest to walk through"],
  ["flare", "safe_room_theme", "high", "low", "where nothing can happen"],
  ["flare", "town_theme", "high", null, "a town at peace"],
  ["flare", "unrest_theme", "low", null, "unrest"],
  ["flare", "wind_ambient", null, "low", "wind, ambient"],
  ["hogs", "Beach", "high", null, "a beach"],
  ["hogs", "EarthRise", null, "low", "the Earth seen from the Moon"],
  ["hogs", "Freeway", null, "high", "a motorway"],
  ["hogs", "Fruit", "high", null, "fruit, in a funny game"],
  ["hogs", "Golf", "high", null, "golf, in a funny game"],
  ["hogs", "Halloween", "low", null, "Halloween"],
  ["hogs", "Nature", "high", "low", "nature"],
  ["hogs", "Olympics", null, "high", "sport"],
  ["hogs", "hell", "low", "high", "hell"],
  ["hogs", "pirate", null, "high", "pirates"],
  ["hogs", "sdmusic", null, "high", "sudden death: the last minutes of a fight"],
  ["hogs", "underwater", null, "low", "under water"],
  ["lords", "battle", null, "high", "a battle"],
  ["lords", "defeat", "low", "low", "the war is lost"],
  ["lords", "victory", "high", "high", "the war is won"],
  ["mars", "02_orphanage", "low", "low", "an orphanage"],
  ["mars", "03_fear", "low", "high", "titled Fear: Russell's afraid"],
  ["mars", "06_-_Elveszett_Lelkek", "low", null, "Hungarian: lost souls"],
  ["mars", "07_-_Vermocsar", "low", null, "Hungarian: swamp of blood"],
  ["mars", "09_wings_of_cruelty", "low", "high", "cruelty"],
  ["mars", "10_farewell", "low", "low", "a farewell"],
  ["mars", "12_-_Misanthropia", "low", null, "hatred of mankind"],
  ["horizons", "Peer Gynt Suite No. 1, Op. 46 - I. Morning", "high", "low", "Grieg's Morning Mood"],
  ["horizons", "battle", null, "high", "a battle"],
  ["horizons", "goldenvalley", "high", null, "a golden valley"],
  ["horizons", "nightdream", null, "low", "a dream at night"],
  ["horizons", "seafight", null, "high", "a fight at sea"],
  ["horizons", "waves", null, "low", "waves"],
];
