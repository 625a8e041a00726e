import type { ReaderCalls, WriterCalls } from "../threads/calls.ts";
import type { LastingThread } from "../threads/lasting-thread.ts";
import type { PeopleTables } from "./people-tables.ts";

/** People's tables in the daemon: hands each call to the worker that answers it. */
export function peopleFront(workers: {
  writer: LastingThread<WriterCalls>;
  reader: LastingThread<ReaderCalls>;
}): PeopleTables {
  const { writer, reader } = workers;
  return {
    all: () => reader.call("people"),
    add: (person) => writer.call("addPerson", person),
    change: (id, change) => writer.call("changePerson", id, change),
    remove: (id) => writer.call("removePerson", id),
    erase: () => writer.call("erase"),
    export: (id) => reader.call("exportPerson", id),
    tastes: (id) => reader.call("tastes", id),
    songs: (id) => reader.call("songsOf", id),
    setTaste: (id, track, taste) => writer.call("setTaste", id, track, taste),
    heard: (pickId, people) => writer.call("heardBy", pickId, people),
    history: (id, options) => reader.call("historyOf", id, options),
    forgetHistory: (id) => writer.call("forgetHistory", id),
    cards: () => reader.call("cards"),
    addCard: (card) => writer.call("addCard", card),
    removeCard: (id) => writer.call("removeCard", id),
    sessions: () => reader.call("sessions"),
    putSession: (session) => writer.call("putSession", session),
    removeSessions: (hashes) => writer.call("removeSessions", hashes),
    devices: () => reader.call("devices"),
    addDevice: (device, known) => writer.call("addDevice", device, known),
    removeDevice: (hash) => writer.call("removeDevice", hash),
  };
}
