/** Grows when thumbnails are made in another way: then all of them are made again. */
export const coverVersion = "1";

/** Sides of the squares that pictures fit in: one for grids and lists, one for the song that plays. */
export const coverSides = { small: 160, large: 640 } as const;

export type CoverSize = keyof typeof coverSides;
export const coverSizes = Object.keys(coverSides) as CoverSize[];
