import decode from "qr/decode.js";
import sharp from "sharp";

/** What the QR code on a picture of a page says, as a phone's camera would read it; throws where it can't be read. */
export async function codeIn(screenshot: Buffer): Promise<string> {
  const { data, info } = await sharp(screenshot).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decode({ data, width: info.width, height: info.height });
}
