import type { FastifyRequest } from "fastify";
import type { SecureAddress } from "../../../protocol/state.ts";

/** Pages that take nobody's passphrase, and what is no page. */
const forEverybody: ReadonlySet<string> = new Set(["index", "phone", "ws", "metrics"]);

/** The pages on which admins sign in: all but the kiosk's and the guests'. */
export function isForAdmins({ method, url }: FastifyRequest): boolean {
  const page = /^\/([a-z]+)(\.html)?(\?|$)/.exec(url)?.[1];
  return (method === "GET" || method === "HEAD") && page !== undefined && !forEverybody.has(page);
}

/** The appliance by HTTPS, under the name by which somebody asked for it. That name was looked at already (stranger.ts). */
export function secureWay(host: string | undefined, https: SecureAddress | null): string | null {
  const plain = `http://${host}`;
  return https === null || !URL.canParse(plain) ? null : `https://${new URL(plain).hostname}:${https.port}`;
}
