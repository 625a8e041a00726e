import { parseArgs } from "node:util";
import { pieces } from "./pieces.ts";
import { renderDemo } from "./render-demo.ts";

const { positionals } = parseArgs({ allowPositionals: true });
const [folder] = positionals;
if (folder === undefined || positionals.length > 1) {
  console.error("Usage: render-demo-main.js FOLDER   renders the demo music into FOLDER");
  process.exit(2);
}
try {
  const { rendered, kept } = await renderDemo({ folder, pieces, say: console.log });
  console.log(`${rendered} pieces rendered, ${kept} were there.`);
} catch (error) {
  console.error(`The demo music could not be rendered: ${(error as Error).message}`);
  process.exit(1);
}
