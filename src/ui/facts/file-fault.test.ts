import { afterEach, beforeAll, expect, test } from "vitest";
import { loadWords, useWords } from "../languages/tables.ts";
import { fileFault } from "./file-fault.ts";
import { refused } from "./refused.ts";

beforeAll(() => loadWords("de"));
afterEach(() => useWords("en"));

test("a fault of a file is said in the page's language, with what it names", () => {
  useWords("de");
  expect(fileFault("The folder /music can't be written (EACCES): check its permissions and its disk.")).toBe(
    "In den Ordner /music lässt sich nicht schreiben (EACCES): seine Rechte und sein Laufwerk prüfen.",
  );
  expect(
    fileFault(
      "There is room for 12 MB, and 340 MB are needed: make room, or name another disk in uploadFolder.",
    ),
  ).toContain("Platz ist für 12 MB, und 340 MB werden gebraucht");
});

test("what is wrong within a sentence is translated as well", () => {
  useWords("de");
  expect(fileFault("The file is empty: replace it.")).toBe("Die Datei ist leer: ersetzen.");
  expect(fileFault("a.mp3 has tags or an index that can't be read (no header).")).toBe(
    "a.mp3 hat unlesbare Tags oder einen unlesbaren Index (no header).",
  );
  expect(
    fileFault(
      "The drive was pulled out, or failed, after 3 of 12 files. What was copied is kept: connect it and copy again, it goes on there.",
    ),
  ).toContain("nach 3 von 12 Dateien");
  expect(fileFault("This is no corrections file: the columns valence, arousal are missing.")).toBe(
    "Das ist keine Korrekturdatei: die Spalten valence, arousal fehlen.",
  );
});

test("where a sentence speaks of the file without its name, the translation does too", () => {
  useWords("de");
  expect(fileFault("The file breaks off within its sound: it was cut short. Copy it again.")).toMatch(
    /^Die Datei bricht/,
  );
  expect(fileFault("Song.mp3 breaks off within its sound: it was cut short. Copy it again.")).toMatch(
    /^Song\.mp3 bricht/,
  );
});

test("a name may hold anything, and stays as it is", () => {
  useWords("de");
  const name = "$& {why} (1).*\n[live].mp3";
  expect(fileFault(`${name} is no file.`)).toBe(`${name} ist keine Datei.`);
});

test("the page's refusals know these sentences too, and leave others as they came", () => {
  expect(refused("The file is silent.")).toBe("The file is silent.");
  useWords("de");
  expect(refused("The file is silent.")).toBe("Die Datei enthält nur Stille.");
  expect(refused("The moon is down.")).toBe("The moon is down.");
});
