import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { uuidv7 } from "uuidv7";
import { Command } from "../../protocol/messages.ts";
import type { Appliance } from "../appliance.ts";
import { obey } from "../commands.ts";

/** The same snapshot as the socket's, and the same commands, for programs that ask now and then. */
export const stateRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  server.get("/api/state", async () => appliance.publisher.state);

  server.post("/api/commands", { schema: { body: Command } }, async (request, reply) => {
    const reason = await obey(appliance, request.body, { kind: "guest", sessionId: uuidv7() });
    return reason ? reply.code(409).send({ error: reason }) : reply.code(204).send();
  });
};
