import * as l10n from "@vscode/l10n";
import type { SignatureHelp } from "vscode-languageserver-types";
import { findFunctionIgnoringCase } from "../functions/index.ts";
import { parameterIndex, signatureOf } from "../functions/signature.ts";
import type { Call, Expression } from "../language/expression/tree.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { argumentIndex, isInArguments } from "./argumentIndex.ts";
import { cursorAt } from "./cursorAt.ts";

/** The function whose argument the cursor is in, and which of its parameters that argument is. */
export function signatureHelp(document: ProvmapDocument, offset: number): SignatureHelp | undefined {
  const cursor = cursorAt(document, offset);
  const call = cursor.kind === "Source" ? callAround(cursor.path, offset) : undefined;
  const definition = call && findFunctionIgnoringCase(call.name);
  if (call === undefined || definition === undefined) return undefined;
  const { label, parameters } = signatureOf(definition);
  return {
    signatures: [
      {
        label,
        documentation: { kind: "markdown", value: l10n.t(definition.summary) },
        parameters: parameters.map(({ parameter, start, end }) => ({
          label: [start, end],
          documentation: { kind: "markdown", value: l10n.t(parameter.summary) },
        })),
      },
    ],
    activeSignature: 0,
    activeParameter: parameterIndex(definition, argumentIndex(call, offset)) ?? parameters.length,
  };
}

function callAround(path: readonly Expression[], offset: number): Call | undefined {
  return path.findLast((node): node is Call => node.kind === "Call" && isInArguments(node, offset));
}
