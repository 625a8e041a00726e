import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import websocket from "@fastify/websocket";
import Fastify, { type FastifyBaseLogger, type FastifyError } from "fastify";
import { type MountedDrive, removableDrives } from "../../library/upload/drives.ts";
import { StoreError } from "../../store/store.ts";
import type { Appliance } from "../appliance.ts";
import { Sticks } from "../people/sticks.ts";
import { LogLines } from "../support/log-lines.ts";
import { UpdateDesk, type UpdateService } from "../upkeep/update-desk.ts";
import { guardRoutes } from "./guard/guard.ts";
import { keepPlaces } from "./guard/kept-places.ts";
import { endSlowBodies } from "./guard/slow-body.ts";
import { strangerFault } from "./guard/stranger.ts";
import { tellCodes } from "./refusal-code.ts";
import { backupRoutes } from "./routes/backups.ts";
import { cameraRoutes } from "./routes/camera.ts";
import { copyRoutes } from "./routes/copies.ts";
import { correctionRoutes } from "./routes/corrections.ts";
import { correctionsFileRoutes } from "./routes/corrections-file.ts";
import { coverRoutes } from "./routes/covers.ts";
import { figureRoutes } from "./routes/figures.ts";
import { guestRoutes } from "./routes/guest.ts";
import { healthRoutes } from "./routes/health.ts";
import { historyRoutes } from "./routes/history.ts";
import { libraryRoutes } from "./routes/library.ts";
import { meRoutes } from "./routes/me.ts";
import { modelRoutes } from "./routes/model.ts";
import { moodPlaylistRoutes } from "./routes/mood-playlist.ts";
import { myExportRoutes } from "./routes/my-export.ts";
import { mySongsRoutes } from "./routes/my-songs.ts";
import { notFound } from "./routes/not-found.ts";
import { outputRoutes } from "./routes/outputs.ts";
import { pageRoutes } from "./routes/pages.ts";
import { peopleRoutes } from "./routes/people.ts";
import { playsReportRoutes } from "./routes/plays-report.ts";
import { readerRoutes } from "./routes/readers.ts";
import { type Restart, restartRoutes } from "./routes/restart.ts";
import { sessionRoutes } from "./routes/session.ts";
import { settingsRoutes } from "./routes/settings.ts";
import { setupRoutes } from "./routes/setup.ts";
import { stateRoutes } from "./routes/state.ts";
import { supportRoutes } from "./routes/support.ts";
import { updateRoutes } from "./routes/update.ts";
import { uploadRemovalRoutes } from "./routes/upload-removal.ts";
import { uploadRoutes } from "./routes/uploads.ts";
import { schemaSentence } from "./schema-sentence.ts";
import { phoneSocket } from "./sockets/phone-socket.ts";
import { socketRoutes } from "./sockets/socket.ts";
import { tapRoutes } from "./sockets/taps.ts";

/** Nothing that a page sends is larger. */
const BODY_BYTES = 64 * 1024;
const MESSAGE_BYTES = 4 * 1024;

/** Whoever sends the head or the body of a request more slowly than this keeps a connection to no purpose. */
const REQUEST_MS = 10_000;

export interface ServerOptions {
  appliance: Appliance;
  pagesFolder: string;
  logger: FastifyBaseLogger;
  /** Of the log; none unless told. */
  lines?: LogLines;
  /** What it was started with; nothing unless told. */
  startedWith?: readonly string[];
  /** Null, and unless told, where nothing starts Mien again. */
  restart?: Restart;
  /** Null, and unless told, where nothing updates Mien when a page asks for it. */
  updateService?: UpdateService | null;
  /** What is plugged in; the kernel tells unless another says it. */
  drives?: () => Promise<readonly MountedDrive[]>;
}

export type Server = Awaited<ReturnType<typeof makeServer>>;

/** The appliance's only door: pages, REST and the socket, behind the checks that hold for all of them. */
export async function makeServer({
  appliance,
  pagesFolder,
  logger,
  lines = new LogLines(),
  startedWith = [],
  restart = null,
  updateService = null,
  drives = removableDrives,
}: ServerOptions) {
  // Requests are no events of the house: only what goes wrong is logged.
  const server = Fastify({
    loggerInstance: logger.child({}, { level: "warn" }),
    bodyLimit: BODY_BYTES,
    schemaErrorFormatter: schemaSentence,
    // Of bodies by the hook below: a big file takes as long as it takes.
    requestTimeout: 0,
    http: { headersTimeout: REQUEST_MS },
    // A stop has three seconds in all; pages come back by themselves.
    forceCloseConnections: true,
  })
    .withTypeProvider<TypeBoxTypeProvider>()
    .setValidatorCompiler(TypeBoxValidatorCompiler);

  server.addHook("onRequest", async (request, reply) => {
    const fault = strangerFault(
      request.headers.host,
      request.headers.origin,
      appliance.settings.current.hostNames,
      request.protocol === "https",
    );
    if (fault) return reply.code(403).send({ error: fault });
  });
  tellCodes(server);
  endSlowBodies(server, REQUEST_MS);
  keepPlaces(server.server, { phonesPerAddress: () => appliance.settings.current.guestPhonesPerAddress });
  server.addHook("onSend", async (_request, reply) => {
    reply.headers({
      "content-security-policy":
        "default-src 'self'; script-src 'self'; object-src 'none'; img-src 'self' data:; style-src 'self'; style-src-attr 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      "x-content-type-options": "nosniff",
      // Another web site can't take covers and pages into its own, nor tell from them what is here.
      "cross-origin-resource-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "x-frame-options": "DENY",
      "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
      "referrer-policy": "no-referrer",
    });
  });
  const { people, setup, settings, store } = appliance;
  await guardRoutes(server, { people, https: () => appliance.https });
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof StoreError) return reply.code(503).send({ error: error.message });
    const status = error.statusCode ?? (error.validation ? 400 : 500);
    if (status < 500) return reply.code(status).send({ error: error.message });
    request.log.error({ err: error, route: request.routeOptions.url }, "request failed");
    return reply.code(status).send({ error: "Something went wrong here; the log says what." });
  });
  server.setNotFoundHandler(notFound(pagesFolder));

  await server.register(websocket, {
    options: { maxPayload: MESSAGE_BYTES },
    preClose: (done) => {
      for (const socket of server.websocketServer.clients) socket.terminate();
      done();
    },
    // A page that breaks the protocol, or its network: its own affair, and no stack in the log.
    errorHandler: (error, socket, request) => {
      request.log.warn({ code: (error as NodeJS.ErrnoException).code }, "a page's connection broke");
      socket.terminate();
    },
  });
  await server.register(socketRoutes, { appliance });
  await server.register(phoneSocket, { guests: appliance.guests, settings: () => settings.current });
  await server.register(guestRoutes, { guests: appliance.guests, settings: () => settings.current });
  await server.register(stateRoutes, { appliance });
  await server.register(healthRoutes, { appliance });
  await server.register(cameraRoutes, { appliance });
  await server.register(historyRoutes, { appliance });
  await server.register(modelRoutes);
  await server.register(supportRoutes, {
    ...{ appliance, lines, startedWith, isService: restart !== null },
  });
  const { dataFolder } = appliance;
  const desk = new UpdateDesk({ dataFolder, service: updateService, log: logger });
  await server.register(restartRoutes, { restart, desk });
  await server.register(backupRoutes, { appliance, restart, desk });
  await server.register(updateRoutes, { desk });
  await server.register(setupRoutes, { people, setup, https: () => appliance.https });
  await server.register(sessionRoutes, { people });
  await server.register(tapRoutes, { people });
  await server.register(meRoutes, { people, tables: store.people });
  const sticks = new Sticks({ drives, ownFolders: () => appliance.ownFolders });
  await server.register(myExportRoutes, { people, sticks });
  await server.register(mySongsRoutes, {
    ...{ people, tables: store.people },
    unwanted: (track, by) => appliance.programme.skips.unwanted(track, { kind: "person", id: by }),
  });
  await server.register(peopleRoutes, { people, isHome: () => settings.current.stands === "home" });
  await server.register(readerRoutes, { cards: appliance.cards, people });
  await server.register(libraryRoutes, { appliance });
  await server.register(coverRoutes, { appliance });
  await server.register(correctionRoutes, { appliance });
  await server.register(correctionsFileRoutes, { appliance });
  await server.register(moodPlaylistRoutes, { appliance });
  await server.register(playsReportRoutes, { appliance });
  await server.register(figureRoutes, { appliance });
  await server.register(uploadRoutes, { appliance });
  await server.register(uploadRemovalRoutes, { appliance });
  await server.register(outputRoutes);
  await server.register(copyRoutes, { appliance });
  await server.register(settingsRoutes, { appliance });
  await server.register(pageRoutes, { folder: pagesFolder });
  return server;
}
