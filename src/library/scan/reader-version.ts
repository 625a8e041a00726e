/** Raised when more is read from files than before, or otherwise: what was read by another version is read again, once. */
export const readerVersion = 6;
