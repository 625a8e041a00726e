/** By its first bytes: JPEG, PNG, GIF or WebP. sharp would also run SVG and other formats with far more code behind them. */
export function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return /^(\xff\xd8\xff|\x89PNG\r\n|GIF8|RIFF.{4}WEBP)/s.test(head);
}
