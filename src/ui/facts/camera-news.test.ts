import { expect, test } from "vitest";
import type { CameraState } from "../../protocol/state.ts";
import { CameraNews } from "./camera-news.ts";

const camera = { wanted: "on", watched: false, sensing: "expressions" } as CameraState;
const off: CameraState = { ...camera, wanted: "off" };

test("what the camera does is news once somebody has switched it and it is done, and each time", () => {
  const news = new CameraNews();
  expect(news.in(camera, "looking")).toBe("");
  expect(news.in(off, "closing")).toBe("");
  expect(news.in(off, "closed")).toBe("The camera is closed. No picture is stored.");
  expect(news.in(camera, "opening")).toBe("");
  expect(news.in(camera, "down")).toBe("The camera is not answering. No picture is stored.");
  // It answers by itself: that is told where all that is not right is.
  expect(news.in(camera, "looking")).toBe("The camera is not answering. No picture is stored.");
});
