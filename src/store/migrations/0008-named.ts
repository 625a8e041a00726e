/** Whether somebody lets every page say that a song is for them, and why: nobody does until they say so. */
export const named = "ALTER TABLE people ADD COLUMN named INTEGER NOT NULL DEFAULT 0;";
