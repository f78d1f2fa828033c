import { fileURLToPath } from "node:url";

/** The checkout. */
export const root = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");

/** What test runs download and build; not part of the repository. */
export const cache = `${root}/.vscode-test`;
