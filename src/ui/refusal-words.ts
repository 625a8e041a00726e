/**
 * What the daemon says when it refuses something on the kiosk, or how that begins: by its sentence a page knows the
 * reason, and says it in its own language.
 */
export const refusals = {
  touches: "Too many touches at once.",
  busy: "Too much is asked for at once: wait a moment.",
  closed: "It is closed: the music begins again by itself when it opens.",
  silent: "Nothing is playing.",
  changed: "These six have changed meanwhile. Choose one of those that are there now.",
  notWaiting: "This song is not waiting any more.",
  gone: "This song is not in the library any more.",
  fileAway: "The file of this song is not there at the moment.",
  explicit: "Explicit songs are not played here",
  tooLively: "This song is too lively for these quiet hours.",
  playing: "This song is playing already.",
  asked: "Somebody has asked for this song already: it comes soon.",
  noArtist: "This song names no artist.",
  nothingBack: "There is nothing to take back any more.",
  ownersOnly: "Only the owner can take this back.",
  wrong: "The name, or the PIN or passphrase, is wrong.",
  crowd: "Many want in at once: try again in a moment.",
  nameTaken: "Somebody here goes by that name: take another one.",
  nameEmpty: "A name needs a letter or a digit.",
  nameOdd: "The name has a character in it that can't be shown.",
  cardAgain: "Hold the card to the reader once more.",
  signIn: "Sign in first.",
  signInNamed: "Sign in with your name first.",
  admins: "This is for admins: sign in as one.",
  noPicture: "The camera gives no picture just now. Its health says why.",
  noRoom: "There is no room for more people: an admin can remove some.",
};

export type Refusals = typeof refusals;
