import * as z from "zod/mini";
import { checkFiles } from "../checkFiles.ts";
import { locate } from "./locate.ts";
import { tool } from "./tool.ts";

/** `mapwright check` as a tool: every mistake in a file. */
export const checkFile = tool({
  name: "mapwright_check_file",
  title: "Check a provisioning configuration",
  description:
    "Reports every mistake in a .provmap file or in a synchronization schema of Microsoft Graph that can be found without running it: code, severity, message with remedy, place, documentation page and fixes. Use it after every change of such a file.",
  input: z.object({ file: z.string().check(z.describe("The path of the .provmap or JSON file.")) }),
  run: async ({ file }, surroundings) => {
    const path = await locate(file, surroundings);
    return checkFiles([path], surroundings.textOf);
  },
});
