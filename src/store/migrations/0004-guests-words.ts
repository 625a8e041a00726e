/** A guest's block ends by itself; the owner's, null, holds until it is taken back. */
export const guestsWords = `
ALTER TABLE tracks ADD COLUMN blocked_until INTEGER;
ALTER TABLE blocked_artists ADD COLUMN blocked_until INTEGER;
`;
