/** The word of a tag, a playlist, a folder or a genre that says where a track stands. Filled as files are read again. */
export const wordsOfEvidence = "ALTER TABLE track_affects ADD COLUMN word TEXT;";
