/** What the place is called becomes a setting like all others, so that it can be changed where they are. */
export const placeName = `
INSERT OR IGNORE INTO settings (name, value) SELECT 'placeName', json_quote(name) FROM place WHERE trim(name) <> '';
ALTER TABLE place DROP COLUMN name;
`;
