/** What folders of faces are called, one expression a line; the first is FER-2013's word. */
const SYNONYMS = [
  ["angry", "anger", "ang", "an", "mad", "furious"],
  ["disgust", "disgusted", "disgusting", "dis", "di"],
  ["fear", "fearful", "feared", "afraid", "scared", "fea", "fe", "af"],
  ["happy", "happiness", "joy", "joyful", "smile", "smiling", "hap", "ha"],
  ["sad", "sadness", "sorrow", "unhappy", "sa"],
  ["surprise", "surprised", "astonished", "sur", "su"],
  ["neutral", "neutrality", "natural", "expressionless", "neu", "ne"],
] as const;

/** Words that say nothing: `happy_faces`, `Anger images`. */
const FILLERS = new Set([
  "face",
  "faces",
  "image",
  "images",
  "img",
  "picture",
  "pictures",
  "photo",
  "photos",
  "expression",
  "expressions",
  "emotion",
]);

/**
 * Where the class that a folder's name means stands among the model's; null for one that it doesn't have. Case and
 * numbers before or behind don't matter (`0_Angry`); two expressions in a name are none.
 */
export function classOfFolder(folder: string, classes: readonly string[]): number | null {
  const words = folder.toLowerCase().match(/\p{Letter}+/gu) ?? [];
  const telling = words.filter((word) => !FILLERS.has(word));
  const [word] = telling;
  if (word === undefined || telling.length > 1) return null;
  const names = classes.map((name) => name.toLowerCase());
  const itself = names.indexOf(word);
  if (itself >= 0) return itself;
  const alike: readonly string[] = SYNONYMS.find((line) => (line as readonly string[]).includes(word)) ?? [];
  const at = names.findIndex((name) => alike.includes(name));
  return at < 0 ? null : at;
}
