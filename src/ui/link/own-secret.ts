/**
 * What whoever is signed in on this page proves by that it is them, as the daemon said last. One for the page: they are
 * asked for it in many places.
 */
export const ownSecret = { isPin: false };
