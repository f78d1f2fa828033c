import { startSandbox } from "../../../server/src/connectors/sandbox/startSandbox.ts";

/** The embedded SCIM service in a process of its own. Tells its address, and lives until its parent ends. */
const { url, token } = await startSandbox({});
process.stdout.write(`${JSON.stringify({ url, token })}\n`);
process.stdin.on("close", () => process.exit()).resume();
