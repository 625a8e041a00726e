import { expect, test } from "vitest";
import { readM3u } from "./m3u.ts";

const read = (text: string | Buffer) => readM3u(Buffer.from(text), "/music/lists");

test.each([
  ["beside it", "song.mp3", "/music/lists/song.mp3"],
  ["below it", "Artist/song.mp3", "/music/lists/Artist/song.mp3"],
  ["above it", "../Artist/song.mp3", "/music/Artist/song.mp3"],
  ["from the top", "/media/stick/song.mp3", "/media/stick/song.mp3"],
  ["with Windows' slashes", "..\\Artist\\song.mp3", "/music/Artist/song.mp3"],
  ["as an address", "file:///music/A%20b/song.mp3", "/music/A b/song.mp3"],
  ["as the web writes it", "A%20b/song.mp3", "/music/lists/A b/song.mp3"],
  ["with a percent sign of its own", "100% live.mp3", "/music/lists/100% live.mp3"],
  ["with spaces around it", "  song.mp3\t", "/music/lists/song.mp3"],
])("a song %s is found", (_how, line, path) => {
  expect(read(`#EXTM3U\n#EXTINF:123,Somebody - A song\n${line}\n`).here).toContain(path);
});

test.each([
  ["D:\\Music\\Artist\\song.mp3", "/Music/Artist/song.mp3"],
  ["\\\\nas\\music\\Artist\\song.mp3", "//nas/music/Artist/song.mp3"],
  ["\\Artist\\song.mp3", "/Artist/song.mp3"],
  ["file:///C:/Music/song.mp3", "/Music/song.mp3"],
])("%s is on another machine, and known by how it ends", (line, path) => {
  expect(read(line)).toEqual({ title: null, here: [], elsewhere: [path] });
});

test("a playlist that Mien wrote names only the songs that a person placed", () => {
  const list =
    "#EXTM3U\r\n#PLAYLIST:calm\r\n#MIEN-PLAYLIST\r\n#EXTINF:1,A\r\na.mp3\r\n#MIEN-PLACED-BY-A-PERSON\r\n";
  const read = readM3u(Buffer.from(`${list}#EXTINF:1,B\r\nb.mp3\r\n#EXTINF:1,C\r\nc.mp3\r\n`), "/music");
  expect(read).toEqual({ title: "calm", here: ["/music/b.mp3"], elsewhere: [] });
});

test("of a long list of ours what a person placed counts, however many guesses come before it", () => {
  const list = `#MIEN-PLAYLIST\n${"a.mp3\n".repeat(12_000)}#MIEN-PLACED-BY-A-PERSON\n#EXTINF:1,B\nb.mp3\n`;
  expect(read(list).here).toEqual(["/music/lists/b.mp3"]);
});

test("radio addresses, comments and empty lines name no songs", () => {
  expect(read("#EXTM3U\n\nhttp://radio.example/stream\nrtsp://a/b\n# song.mp3\n").here).toEqual([]);
});

test("lines may end in any way", () => {
  expect(read("a.mp3\r\nb.mp3\rc.mp3\nd.mp3").here.length).toBe(4);
});

test.each([
  ["UTF-8", Buffer.from("Café.mp3")],
  ["UTF-8 with its mark", Buffer.from("\ufeffCafé.mp3")],
  ["Windows-1252", Buffer.from("Café.mp3", "latin1")],
  ["UTF-16", Buffer.from("\ufeffCafé.mp3", "utf16le")],
  ["UTF-16, most significant first", Buffer.from("\ufeffCafé.mp3", "utf16le").swap16()],
])("%s is read", (_name, bytes) => {
  expect(readM3u(bytes, "/m").here).toEqual(["/m/Café.mp3"]);
});

test("the title inside is told", () => {
  expect(read("#EXTM3U\n#PLAYLIST: Calm evening \na.mp3").title).toBe("Calm evening");
});

test("a list that was made to fill the memory gives no more than ten thousand songs", () => {
  expect(read("a.mp3\n".repeat(50_000)).here.length).toBe(10_000);
  expect(read(`${"x".repeat(5_000)}.mp3\nb.mp3\nwith\0zero.mp3`).here).toEqual(["/music/lists/b.mp3"]);
});
