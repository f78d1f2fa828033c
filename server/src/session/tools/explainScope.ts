import * as z from "zod/mini";
import { conceal, redactedTexts } from "../../engine/redaction.ts";
import { judgeScope } from "../../engine/scope/scope.ts";
import { chooseMapping } from "../choose.ts";
import { openDocument } from "../openDocument.ts";
import { openUsers } from "../openUsers.ts";
import { refuseErrors } from "../refuse.ts";
import { scopeInFile } from "../resultInFile.ts";
import { locate } from "./locate.ts";
import { subject } from "./subject.ts";
import { tool } from "./tool.ts";

/** Whether a user is in scope and why, without any request to a target. */
export const explainScope = tool({
  name: "mapwright_explain_scope",
  title: "Explain why a user is in or out of scope",
  description:
    "Judges the scope of one user: whether the user is present and enabled, assigned, and passes the scoping filters, with the reason of every condition and clause. Sends nothing anywhere.",
  input: z.object(subject),
  run: async ({ file, user, mapping: name }, surroundings) => {
    const path = await locate(file, surroundings);
    const opened = await openDocument(path, surroundings.textOf?.(path));
    const { document, workspace } = opened;
    const { configuration } = document;
    const object = (await openUsers(workspace.directory, configuration.application?.name.text)).find(user);
    const mapping = chooseMapping(name, object, configuration);
    refuseErrors(mapping, opened);
    const { report, failure } = judgeScope(configuration.application?.scope ?? "assigned", mapping, object);
    const scope = scopeInFile(report, document.sourceMap);
    const explained = { mapping: mapping.name.text, ...scope, ...(failure !== undefined && { problem: failure }) };
    return conceal(explained, redactedTexts([], mapping, object));
  },
});
