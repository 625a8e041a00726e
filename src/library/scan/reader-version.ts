/** Raised when more is read from files than before: what was read by another version is read again, once. */
export const readerVersion = 5;
