import { expect, test } from "vitest";
import { withoutSecrets } from "./without-secrets.ts";

test.each([
  ["http://guest:pa55@cam.local:8080/video", "http://cam.local:8080/video"],
  ["http://guest:p@5/5@cam.local/video", "http://cam.local/video"],
  ["rtsp://guest:pa55@cam.local/video", "rtsp://cam.local/video"],
  ["rtsp://cam.local:554/user=admin&password=pa55&channel=1", "rtsp://cam.local:554/…"],
  ["rtsp://cam.local/live/user=admin_password=pa55_1.sdp", "rtsp://cam.local/live/…"],
  // As a path is written once it was made absolute.
  ["/home/pi/rtsp:/guest:pa55@cam.local/video", "/home/pi/rtsp:/cam.local/video"],
  ["https://cam.local/video?user=guest&pwd=pa55", "https://cam.local/video"],
  [
    "Nobody answers at http://guest:pa55@cam.local/a?pwd=pa55 (ECONNREFUSED). Check it.",
    "Nobody answers at http://cam.local/a (ECONNREFUSED). Check it.",
  ],
])("%s is told as %s", (text, told) => {
  expect(withoutSecrets(text)).toBe(told);
});

test.each(["auto", "/dev/video0", "/music/me@home/what?", "http://cam.local:8080/video"])(
  "%s is told as it is",
  (text) => {
    expect(withoutSecrets(text)).toBe(text);
  },
);

test("a line of the log stays JSON, and loses no other field", () => {
  const line = JSON.stringify({ source: "http://guest:pa55@cam/v?p=1", kind: "mjpeg", msg: "me@home" });
  expect(JSON.parse(withoutSecrets(line))).toEqual({ source: "http://cam/v", kind: "mjpeg", msg: "me@home" });
});
