/** What can be chosen for letters that were typed, and how many of the letters it stands for. */
export interface Candidates {
  characters: readonly string[];
  letters: number;
}

/** Characters for the longest syllable that the letters begin with; none where they begin with no syllable yet. */
export function candidatesFor(letters: string, table: Readonly<Record<string, string>>): Candidates {
  for (let count = Math.min(6, letters.length); count > 0; count--) {
    const characters = table[letters.slice(0, count).toLowerCase()];
    if (characters !== undefined) return { characters: characters.split(" "), letters: count };
  }
  return { characters: [], letters: 0 };
}
