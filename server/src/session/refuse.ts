import * as l10n from "@vscode/l10n";
import { InputError } from "../connectors/inputError.ts";
import type { Workspace, WorkspaceEnvironment } from "../connectors/workspace/loadWorkspace.ts";
import type { Span } from "../language/text.ts";
import type { ObjectMapping } from "../model/configuration.ts";
import { placeOf } from "../model/document.ts";
import type { Problem } from "../validation/rule.ts";
import type { OpenedDocument } from "./openDocument.ts";

/** Throws InputError for a mapping with an error in it: what it would do is not what the person wrote. */
export function refuseErrors({ name, span }: ObjectMapping, opened: OpenedDocument): void {
  const first = errorIn(span, opened);
  if (first === undefined) return;
  const { line, character } = placeOf(opened.document, first.span.start);
  throw new InputError(
    l10n.t`${opened.file}:${line + 1}:${character + 1}: ${first.message} Correct this first: the mapping "${name.text}" has an error.`,
  );
}

/** The first error in a part of a text. What cannot be read comes before what lacks because of it. */
export function errorIn({ start, end }: Span, { problems }: Pick<OpenedDocument, "problems">): Problem | undefined {
  const errors = problems.filter(
    ({ severity, span }) => severity === "error" && start <= span.start && span.start <= end,
  );
  return errors.find(({ code }) => code.endsWith("-syntax")) ?? errors[0];
}

/** Throws InputError for an environment that may not be written to. */
export function refuseReadOnly(name: string, { write }: WorkspaceEnvironment, { configurationFile }: Workspace): void {
  if (write) return;
  throw new InputError(
    l10n.t`The environment "${name}" is read-only, so nothing was provisioned. To allow it, add "write": true to it in ${configurationFile ?? "mapwright.json"}.`,
  );
}
