import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { uuidv7 } from "uuidv7";
import { Command } from "../../../protocol/messages.ts";
import type { Appliance } from "../../appliance.ts";
import { obey } from "../../commands.ts";
import { withoutDetails } from "../../told.ts";
import { Allowance } from "../guard/allowance.ts";
import { actorOf, commandRefusal } from "../guard/guard.ts";
import { isToldAll } from "../guard/told-all.ts";
import { commandSentence } from "../sockets/command-sentence.ts";

/** Of all programs together: each command waits for the one before it. */
const COMMANDS_PER_SECOND = 20;

/** The same snapshot as the socket's, and the same commands, for programs that ask now and then. */
export const stateRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  server.get("/api/state", async ({ who }) => {
    const { state } = appliance.publisher;
    return isToldAll(who) ? state : { ...state, health: withoutDetails(state.health) };
  });

  const allowance = new Allowance({ perSecond: COMMANDS_PER_SECOND, monotonic: () => performance.now() });
  server.post(
    "/api/commands",
    { schema: { body: Command }, attachValidation: true },
    async (request, reply) => {
      if (request.validationError !== undefined)
        return reply.code(400).send({ error: commandSentence(request.body) });
      const { body: command, who } = request;
      const refusal = commandRefusal(command, request, appliance.people);
      if (refusal !== null) return reply.code(403).send({ error: refusal });
      // Counted last: whoever may not takes nothing from those who may.
      if (allowance.take() > 0) return reply.code(429).send({ error: "Too many commands at once." });
      const reason = await obey(appliance, command, actorOf(who, { kind: "guest", sessionId: uuidv7() }));
      return reason ? reply.code(409).send({ error: reason }) : reply.code(204).send();
    },
  );
};
