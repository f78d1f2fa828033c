import * as l10n from "@vscode/l10n";
import { findFunctionIgnoringCase, functions } from "../functions/index.ts";
import { findConnectFunction } from "./connectFunctions.ts";
import { didYouMean, offer } from "./didYouMean.ts";

/** What is said of a function that application provisioning does not have. */
export interface MissingFunction {
  /** `connectOnly`: Entra Connect has one of this name. */
  readonly kind: "connectOnly" | "unknown";
  /** Names the function and the remedy. */
  readonly message: string;
  /** The function to write in its place, where there is one that takes the same arguments or was likely meant. */
  readonly instead?: string;
}

/** Why there is no function of this name; undefined where there is one, whatever the case of its letters. */
export function missingFunction(name: string): MissingFunction | undefined {
  if (findFunctionIgnoringCase(name) !== undefined) return undefined;
  const connect = findConnectFunction(name);
  if (connect === undefined) return unknown(name);
  return {
    kind: "connectOnly",
    message: l10n.t`'${connect.name}' is a function of Entra Connect, not of application provisioning; ${l10n.t(connect.substitute)}.`,
    ...(connect.renamed !== undefined && { instead: connect.renamed }),
  };
}

function unknown(name: string): MissingFunction {
  const meant = didYouMean(name, functionNames);
  const message = l10n.t`Unknown function '${name}'.` + offer(meant);
  return { kind: "unknown", message, ...(meant !== undefined && { instead: meant }) };
}

const functionNames = functions.map(({ name }) => name);
