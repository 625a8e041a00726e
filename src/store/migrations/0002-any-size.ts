/** What a library of any size and a DJ's picks need. */
export const anySize = `
ALTER TABLE tracks ADD COLUMN bpm REAL;
ALTER TABLE tracks ADD COLUMN isrc TEXT;
`;
