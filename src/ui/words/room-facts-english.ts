import type { PlaceFacts, RoomFacts } from "./room-facts-words.ts";

const members =
  "Nobody has to register. Of those who do are kept: name and since when, what they chose, like and never want to hear, which songs they heard here, asked for or skipped, and where they are signed in; PIN and card only in a form that nobody can read. They can look at most of it at the screen, take all of it along as a file, and delete it.";
const phones =
  "Songs can be asked for by phone, without a name. Kept is that some guest asked for a song or skipped it, and nobody knows which one. What a phone waits for is forgotten within a day.";

const reads = ({ sensing, moodDays, phones: byPhone, home, photographs }: PlaceFacts): RoomFacts => ({
  lead: "The music in this room is chosen by how the room seems to feel. An automatic system estimates that from the faces that a camera sees.",
  sections: [
    {
      title: "What it does",
      points: [
        sensing === "smile"
          ? "It counts faces and tells from each whether somebody smiles, and nothing else."
          : "It counts faces and estimates which of seven expressions each shows, such as happy or sad. What a face shows is not what somebody feels, and the estimate is often wrong.",
        "It recognises nobody: no name, no age, no sex, no origin, and nobody is known again.",
        "Only the music follows from it. No decision about anybody does.",
      ],
    },
    {
      title: "What is kept, and what never",
      points: [
        "No picture and no face is stored, and none leaves this machine but for the moment described below. Each picture is gone as soon as it was read, in a fraction of a second.",
        `Kept are what was played and when, and for ${moodDays} days the room's mood with each song: two numbers for the whole room, and none for a person.`,
        ...(byPhone ? [phones] : []),
        members,
        "While the camera is being aimed, one person may see its picture for a short time; the screen says so, and nothing is kept of that either.",
      ],
    },
    ...(photographs
      ? []
      : [
          {
            title: "If you don't want it",
            points: [
              "Anybody may close the camera: touch the screen, then “Close camera”. It is closed at once, and the music goes on without it.",
              home ? "Or tell whoever lives here." : "Or tell somebody who works here.",
            ],
          },
        ]),
  ],
});

const readsNone = ({ forbidden, moodDays, phones: byPhone }: PlaceFacts): RoomFacts => ({
  lead: "The music in this room goes by the hours and by what people ask for. The music player can work with a camera, and here its camera stays off.",
  sections: [
    {
      title: "What it does",
      points: [
        "It looks at nobody here: no picture of anybody is taken, and nobody's face is read.",
        forbidden === "school"
          ? "In the EU nobody may infer from faces how pupils feel. So the camera can't be switched on while the player is set up for a school."
          : "In the EU nobody may infer from faces how staff feel. So the camera can't be switched on while the player is set up for a workplace.",
      ],
    },
    {
      title: "What is kept, and what never",
      points: [
        `Kept are what was played and when, and for ${moodDays} days the mood with each song that the hours or somebody's wish gave. No picture and no face is.`,
        ...(byPhone ? [phones] : []),
        members,
      ],
    },
  ],
});

export const factsInEnglish = (facts: PlaceFacts): RoomFacts =>
  facts.forbidden === null ? reads(facts) : readsNone(facts);
