import type { AudioDevice } from "./audio-devices.ts";

/** Where its cable goes, as far as it is known. */
export type SpeakerKind = "hdmi" | "usb" | "bluetooth" | "headphones" | "analogue" | "optical" | null;

/** One that sound really comes out of, as somebody chooses it. */
export interface Speaker extends AudioDevice {
  kind: SpeakerKind;
}

/**
 * Of all that mpv lists, each output once: what a sound server offers, or else each card of ALSA's, by the name under
 * which it converts whatever it is given. Left out are plugins, and the other names of the same card.
 */
export function speakerList(devices: readonly AudioDevice[]): readonly Speaker[] {
  const auto = devices.filter(({ name }) => name === "auto").map((device) => ({ ...device, kind: null }));
  const served = servedOf(devices);
  const found = served.length > 0 ? served.map(ofServer) : cardsOf(devices);
  return [...auto, ...onceEach(found)];
}

/** PipeWire speaks PulseAudio's language too, and then mpv lists each of its speakers twice, by the same name. */
function servedOf(devices: readonly AudioDevice[]): readonly AudioDevice[] {
  const names = new Set(devices.map(({ name }) => name));
  return devices.filter(
    ({ name }) =>
      /^(pipewire|pulse)\/./.test(name) &&
      !name.endsWith(".monitor") &&
      !(name.startsWith("pulse/") && names.has(name.replace("pulse/", "pipewire/"))),
  );
}

const ofServer = (device: AudioDevice): Speaker => ({ ...device, kind: kindOf(device) });

interface Named extends AudioDevice {
  form: string;
  card: string;
}

/** By preference; each further device of a card's HDMI is a socket of its own. */
const FORMS = ["sysdefault", "hdmi", "default", "plughw", "hw"];

function cardsOf(devices: readonly AudioDevice[]): readonly Speaker[] {
  const named = devices.flatMap((device): Named[] => {
    const [, form, card] = /^alsa\/(\w+):CARD=([^,]+)/.exec(device.name) ?? [];
    return form === undefined || card === undefined || !FORMS.includes(form)
      ? []
      : [{ ...device, form, card }];
  });
  return [...new Set(named.map(({ card }) => card))].flatMap((card) => {
    const own = named.filter((each) => each.card === card);
    const form = FORMS.find((one) => own.some((each) => each.form === one));
    const isHdmiAlone = /hdmi/i.test(card);
    return own
      .filter((each) => each.form === form || (each.form === "hdmi" && !isHdmiAlone))
      .filter(
        (each, index, all) =>
          each.form === "hdmi" || all.findIndex((one) => one.form === each.form) === index,
      )
      .map(({ name, title }) => ({ name, title: cardTitle(title), kind: kindOf({ name, title }) }));
  });
}

/** Of `HDA Intel PCH, ALC269VC Analog/Default Audio Device` what stands before the stroke, and nothing twice. */
function cardTitle(title: string): string {
  const [device = title] = title.split("/");
  return [...new Set(device.split(", ").map((part) => part.trim()))].join(", ");
}

function kindOf({ name, title }: AudioDevice): SpeakerKind {
  const said = `${name} ${title}`;
  if (/hdmi|displayport/i.test(said)) return "hdmi";
  if (/bluez|bluetooth/i.test(said)) return "bluetooth";
  if (/usb/i.test(said)) return "usb";
  if (/headphone/i.test(said)) return "headphones";
  if (/iec958|s\/?pdif|optical|digital/i.test(said)) return "optical";
  return /analog/i.test(said) ? "analogue" : null;
}

/** Two that are called alike can't be told apart: those say by which name mpv knows them. */
function onceEach(speakers: readonly Speaker[]): readonly Speaker[] {
  const alike = (title: string) => speakers.filter((each) => each.title === title).length > 1;
  return speakers.map((each) =>
    alike(each.title) ? { ...each, title: `${each.title} (${shortName(each)})` } : each,
  );
}

const shortName = ({ name }: AudioDevice): string => name.replace(/^\w+\//, "");
