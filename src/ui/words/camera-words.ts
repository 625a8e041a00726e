import { translated } from "../languages/tables.ts";

const english = {
  title: "Camera",
  picture: "What the camera sees",
  told: "Only you see this, while this page is open. It is stored nowhere, and the kiosk says that somebody looks.",
  starting: "Waiting for the first picture",
  noPicture: "There is no picture.",
  recording: "A recording has no pictures, only what was seen.",
  off: "The camera is closed: there is nothing to see.",
  closed:
    "Mien is closed now, so nobody is read and the camera rests. It is open only while you look here, and what it sees changes nothing.",
  forbidden: {
    workplace:
      "In a workplace the camera stays off: inferring the emotions of staff is forbidden in the EU (AI Act, Art. 5(1)(f)).",
    school:
      "In a school the camera stays off: inferring the emotions of pupils is forbidden in the EU (AI Act, Art. 5(1)(f)).",
  } as Readonly<Record<string, string>>,
  whereSet: "Where Mien stands is said in the settings.",

  faces: {
    title: "What is read",
    none: "No face is seen.",
    name: (number: number) => `Face ${number}`,
    quality: (share: string) => `picture quality ${share}`,
    unread: {
      "too-small": "Too small to read: move the camera nearer, or let it look at where people stand.",
      blurred: "Too blurred to read: more light, or a camera that is in focus.",
      turned: "Turned away.",
      unsure: "Not sure enough to say.",
    } as Readonly<Record<string, string>>,
    note: "What a face shows is not what somebody feels.",
    expressions: {
      angry: "Angry",
      disgust: "Disgusted",
      fear: "Afraid",
      happy: "Happy",
      sad: "Sad",
      surprise: "Surprised",
      neutral: "Neutral",
      smiling: "Smiling",
      notSmiling: "Not smiling",
    } as Readonly<Record<string, string>>,
  },

  zones: {
    title: "Parts that are not read",
    hint: "Draw a box on the picture over where staff stand, or over a mirror or a screen. It is black before anybody is looked for in it.",
    keys: "With the keyboard: arrow keys move a box, with Shift they size it, Delete takes it away.",
    one: (name: string) => `Box ${name}`,
    label: (name: string, left: string, right: string, top: string, bottom: string) =>
      `Box ${name}: from ${left} to ${right} across, from ${top} to ${bottom} down`,
    none: "Nothing is left out.",
    add: "Add a box",
    remove: (name: string) => `Remove box ${name}`,
    undo: "Undo",
    full: "There are 16 boxes: no more fit.",
    saved: "Saved.",
  },

  source: {
    title: "Source",
    devices: "Cameras at this machine",
    auto: "Whichever gives a picture",
    none: "No camera is plugged in.",
  },
  reading: "Detector and thresholds",
};

export type CameraWords = typeof english;

/** Every word of the camera page. */
export let cameraWords: CameraWords = english;

translated<CameraWords>(
  english,
  {
    de: () => import("../languages/de/camera.ts"),
    fr: () => import("../languages/fr/camera.ts"),
    es: () => import("../languages/es/camera.ts"),
    hi: () => import("../languages/hi/camera.ts"),
    ar: () => import("../languages/ar/camera.ts"),
    zh: () => import("../languages/zh/camera.ts"),
  },
  (table) => {
    cameraWords = table;
  },
);
