import type { BrowserContext, Request } from "playwright-core";

/** What the kiosk's page fetches, in bytes as they went over the line. */
export interface PageBytes {
  /** Script and style that the page names: without them it shows nothing. */
  named: number;
  /** Script and style that come after the first paint, before a finger does. */
  later: number;
  fonts: number;
  /** As the daemon sent the scripts: `gzip`, `br`, or none. */
  encodings: readonly string[];
}

export interface Fetched {
  path: string;
  kind: string;
  bytes: number;
  encoding: string;
}

export async function measureBytes(context: BrowserContext, url: string): Promise<PageBytes> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  try {
    await devtools.send("Network.clearBrowserCache");
    const requests: Request[] = [];
    page.on("requestfinished", (request) => requests.push(request));
    const answer = await page.goto(url, { waitUntil: "networkidle" });
    await page.getByTestId("title").first().waitFor();
    const document = (await answer?.text()) ?? "";
    return bytesOf(document, await Promise.all(requests.map(fetched)));
  } finally {
    await page.close();
  }
}

async function fetched(request: Request): Promise<Fetched> {
  const [response, { responseBodySize }] = await Promise.all([request.response(), request.sizes()]);
  const encoding = (await response?.headerValue("content-encoding")) ?? "none";
  const path = new URL(request.url()).pathname;
  // What comes from a cache has the size of its headers, taken from nothing.
  if (responseBodySize < 0) throw new Error(`${path} did not go over the line: its size is unknown.`);
  return { path, kind: request.resourceType(), bytes: responseBodySize, encoding };
}

/** `document` is the page itself: what it names is asked for at once. */
export function bytesOf(document: string, all: readonly Fetched[]): PageBytes {
  const code = all.filter(({ kind }) => kind === "script" || kind === "stylesheet");
  const sum = (of: readonly Fetched[]): number => of.reduce((bytes, one) => bytes + one.bytes, 0);
  const isNamed = ({ path }: Fetched): boolean =>
    document.includes(`"${path}"`) || document.includes(`".${path}"`);
  return {
    named: sum(code.filter(isNamed)),
    later: sum(code.filter((one) => !isNamed(one))),
    fonts: sum(all.filter(({ kind }) => kind === "font")),
    encodings: [...new Set(code.map(({ encoding }) => encoding))].toSorted(),
  };
}
