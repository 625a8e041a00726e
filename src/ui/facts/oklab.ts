/** A colour in OKLab (Ottosson, 2020): lightness 0 to 1, and two axes around 0. */
export type Oklab = readonly [lightness: number, a: number, b: number];
/** Gamma-encoded sRGB, each channel from 0 to 1. */
export type Srgb = readonly [red: number, green: number, blue: number];

export function oklch(lightness: number, chroma: number, hueDegrees: number): Oklab {
  const hue = (hueDegrees * Math.PI) / 180;
  return [lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)];
}

/** The nearest sRGB colour of the same hue and lightness: chroma gives way until it fits. */
export function toSrgb([lightness, a, b]: Oklab): Srgb {
  for (let share = 1; share > 0; share -= 0.01) {
    const linear = toLinear([lightness, a * share, b * share]);
    if (linear.every((channel) => channel >= -0.0005 && channel <= 1.0005)) return encode(linear);
  }
  return encode(toLinear([lightness, 0, 0]));
}

/** Relative luminance, 0 to 1, as WCAG 2 defines it. */
export function luminance(colour: Srgb): number {
  const [red, green, blue] = colour.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2 contrast, 1 to 21. */
export function contrast(one: Srgb, other: Srgb): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((x, y) => x - y) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

export function hex(colour: Srgb): string {
  return `#${colour
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

function toLinear([lightness, a, b]: Oklab): Srgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function encode(linear: Srgb): Srgb {
  return linear.map((channel) => {
    const c = Math.min(1, Math.max(0, channel));
    return c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055;
  }) as unknown as Srgb;
}
