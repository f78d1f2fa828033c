import * as l10n from "@vscode/l10n";
import type { PlacedEnvironment } from "../../../server/src/protocol/views.ts";
import type { Node } from "../explorer/node.ts";
import { withheld } from "../secrets/keptSecret.ts";
import { type ConnectionState, stateWords } from "./connectionState.ts";
import { safetyIcons, safetyOf, safetySentences, safetyWords } from "./safety.ts";

/** An environment, or a fact about it. */
export interface EnvironmentNode extends Node {
  readonly environment: PlacedEnvironment;
  readonly below: readonly EnvironmentNode[];
}

/** What is known besides mapwright.json. */
export interface Known {
  /** The name of the environment that is selected. */
  readonly selected: string | undefined;
  /** The secrets that are kept, by name, and the origins that each may be sent to. */
  readonly secrets: ReadonlyMap<string, readonly string[]>;
  readonly stateOf: (environment: PlacedEnvironment) => ConnectionState;
}

/** The environments, each with what there is to know before it is used. */
export function environmentNodes(environments: readonly PlacedEnvironment[], known: Known): readonly EnvironmentNode[] {
  return environments.map(environment => environmentNode(environment, known));
}

function environmentNode(environment: PlacedEnvironment, known: Known): EnvironmentNode {
  const { name, endpoint, secret } = environment;
  const safety = safetyOf(environment);
  const state = known.stateOf(environment);
  const isSelected = name === known.selected;
  const isTold = safety !== "sandbox" || state.kind !== "unknown";
  const words = [
    ...(isSelected ? [l10n.t("selected")] : []),
    safetyWords[safety],
    ...(isTold ? [stateWords(state)] : []),
    ...(safety === "sandbox" ? [] : [endpoint]),
  ];
  return {
    environment,
    id: name,
    label: name,
    description: words.join(" · "),
    tooltip: [name, safetySentences[safety], ...(state.kind === "failed" ? [state.reason] : [])].join("\n"),
    icon: state.kind === "failed" ? "error" : safetyIcons[safety],
    ...colourOf(state, safety === "writes"),
    context: ["mapwright.environment", safety, ...(secret === undefined ? [] : ["secret"])].join("."),
    opens: isSelected ? "expanded" : "collapsed",
    below: facts(environment, state, known),
  };
}

function colourOf({ kind }: ConnectionState, canBeWritten: boolean): { readonly colour?: string } {
  if (kind === "failed") return { colour: "list.errorForeground" };
  return canBeWritten ? { colour: "list.warningForeground" } : {};
}

function facts(environment: PlacedEnvironment, state: ConnectionState, { secrets }: Known): readonly EnvironmentNode[] {
  const { name, endpoint, secret, secretOrigins = [] } = environment;
  const safety = safetyOf(environment);
  const fact = (label: string, description: string, icon: string, command?: string): EnvironmentNode => ({
    environment,
    id: `${name}/${label}`,
    label,
    description,
    icon,
    context: "mapwright.environmentFact",
    ...(command !== undefined && { command }),
    below: [],
  });
  return [
    fact(
      l10n.t("Endpoint"),
      endpoint === "sandbox" ? l10n.t("embedded, on this machine") : endpoint,
      "globe",
      "mapwright.openEnvironment",
    ),
    fact(l10n.t("Writing"), safetySentences[safety], safetyIcons[safety], "mapwright.openEnvironment"),
    ...(secret === undefined
      ? []
      : [
          fact(
            l10n.t("Credentials"),
            ...credentials(secret, secretOrigins, secrets.get(secret)),
            "mapwright.setCredentials",
          ),
        ]),
    fact(l10n.t("Connection"), connectionFact(state), connectionIcons[state.kind], "mapwright.testConnection"),
  ];
}

function credentials(
  secret: string,
  origins: readonly string[],
  kept: readonly string[] | undefined,
): readonly [words: string, icon: string] {
  if (kept === undefined) return [l10n.t("secret “{0}” is not kept yet", secret), "warning"];
  const missing = withheld(origins, kept);
  if (missing.length === 0) return [l10n.t("secret “{0}” is kept", secret), "key"];
  return [l10n.t("secret “{0}” is kept, but was not given for {1}", secret, missing.join(", ")), "warning"];
}

function connectionFact(state: ConnectionState): string {
  return state.kind === "failed" ? `${stateWords(state)}: ${state.reason}` : stateWords(state);
}

const connectionIcons: Readonly<Record<ConnectionState["kind"], string>> = {
  unknown: "question",
  testing: "sync",
  connected: "pass",
  failed: "error",
};
