import { rm } from "node:fs/promises";
import { startCodeServer } from "./host/codeServer.ts";
import { calmSettings } from "./host/settings.ts";
import { copySample, stagedExtension } from "./host/stage.ts";

/** `npm run workbench`: VS Code with the extension of this checkout and a copy of the sample, in the browser, until interrupted. */
const [extensions, folder] = await Promise.all([stagedExtension(), copySample()]);
const server = await startCodeServer(extensions, calmSettings);
process.stdout.write(`${server.origin}/?folder=${folder}\n`);

const stop = async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
};
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
