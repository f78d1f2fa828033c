import * as z from "zod/mini";
import { openSession } from "../session.ts";
import { locate } from "./locate.ts";
import { subject } from "./subject.ts";
import { tool } from "./tool.ts";

/** `mapwright preview` as a tool: a dry run, whatever the environment allows. */
export const previewUser = tool({
  name: "mapwright_preview_user",
  title: "Preview a user's provisioning",
  description:
    "Shows what provisioning one user would do, without doing it: scope with every clause, match, action, each attribute's old and new value with the reason, and the exact SCIM requests. The target is asked with reading requests; nothing is ever written.",
  input: z.object({
    ...subject,
    environment: z
      .optional(z.string())
      .check(z.describe('An environment of mapwright.json; the embedded sandbox, "sandbox", if left out.')),
  }),
  run: async ({ file, user, mapping, environment }, surroundings) => {
    const path = await locate(file, surroundings);
    const text = surroundings.textOf?.(path);
    const session = await openSession({
      ...surroundings,
      file: path,
      ...(text !== undefined && { text }),
      ...(environment !== undefined && { environment }),
    });
    const { signal } = surroundings;
    return session.run({
      user,
      provision: false,
      ...(mapping !== undefined && { mapping }),
      ...(signal !== undefined && { signal }),
    });
  },
});
