import { Type } from "typebox";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Guests");

/** What guests may do with their own phones. */
export const guestSettings = {
  guestPage: setting(
    {
      title: "Page for guests' phones",
      help: "On, the screen shows a code that phones in the same network open: what plays, songs to ask for, a vote to skip. It takes the setting openToNetwork as well. Off, no phone of a guest can do anything.",
    },
    Type.Boolean({ default: false }),
  ),
  guestRequests: setting(
    {
      title: "Songs by phone",
      help: "Whether guests may ask for songs on their phones. What waits is kept in memory: it outlives a restart of Mien, but not one of the machine.",
    },
    Type.Boolean({ default: true }),
  ),
  guestVotes: setting(
    { title: "Votes by phone", help: "Whether phones may vote to skip the song that plays." },
    Type.Boolean({ default: true }),
  ),
  guestWaiting: setting(
    {
      title: "Songs waiting per guest",
      help: "So many songs of one guest wait at once. Guests have their turns one after another, however much each asks for, and no artist waits twice.",
      unit: "songs",
    },
    Type.Integer({ default: 2, minimum: 1, maximum: 10 }),
  ),
  guestHourly: setting(
    {
      title: "Songs per guest and hour",
      help: "So many songs may a guest ask for within an hour. What they take back does not count.",
      unit: "songs",
    },
    Type.Integer({ default: 6, minimum: 1, maximum: 60 }),
  ),
  guestSpacing: setting(
    {
      title: "Songs between two of guests' phones",
      help: "So many songs play after one that a phone asked for, before the next such one: those that suit the room, and the turns of people who are signed in. 0 lets no song that Mien chose go before what somebody waits for; people who are signed in have their turns in between all the same.",
      unit: "songs",
    },
    Type.Integer({ default: 1, minimum: 0, maximum: 10 }),
  ),
  guestVoteShare: setting(
    {
      title: "Share that skips a song",
      help: "Of the phones that have the page open and in sight, so many must want another song: 0.5 is half of them.",
    },
    Type.Number({ default: 0.5, minimum: 0.1, maximum: 1 }),
  ),
  guestVoteLeast: setting(
    {
      title: "Least number that skips a song",
      help: "Fewer phones never skip one. Where more than one phone is there, it always takes two.",
      unit: "phones",
    },
    Type.Integer({ default: 2, minimum: 1, maximum: 50 }),
  ),
  guestPhones: setting(
    {
      title: "Phones at once",
      help: "More phones are asked to wait. The appliance's own screen always has its place.",
      unit: "phones",
    },
    Type.Integer({ default: 250, minimum: 1, maximum: 1_000 }),
  ),
  guestPhonesPerAddress: setting(
    {
      title: "Phones per address",
      help: "So many phones may come from one address of the network, at once and as new ones within an hour. Each private tab is one, so this is how many votes and turns one person can have at most. Raise it where the guests' network hides all phones behind one address.",
      unit: "phones",
    },
    Type.Integer({ default: 6, minimum: 1, maximum: 1_000 }),
  ),
  guestCodeAtRest: setting(
    {
      title: "Code always on the screen",
      help: "On, the code for phones is on the screen while nobody touches it, too.",
    },
    Type.Boolean({ default: false }),
  ),
};
