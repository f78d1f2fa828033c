import * as l10n from "@vscode/l10n";
import type {
  ApplicationOverview,
  ApplicationPart,
  Place,
  ProblemCounts,
} from "../../../../server/src/protocol/views.ts";
import { counted } from "../../counted.ts";
import type { Node } from "../node.ts";

/** An application, or a part of it. Commands take it for the mapping that they are about. */
export interface ApplicationNode extends Node {
  /** The file. */
  readonly uri: string;
  /** The name of the object mapping; absent for an application and its tests. */
  readonly mapping?: string;
  readonly place: Place;
  readonly below: readonly ApplicationNode[];
}

/** The scheme of the addresses by which parts are known to what gives them their badges: `?errors,warnings`. */
export const partScheme = "mapwright-part";

/** The applications with their object mappings, filters, attribute mappings and tests. `shorten` gives a file's path in the workspace. */
export function applicationNodes(
  applications: readonly ApplicationOverview[],
  shorten: (uri: string) => string,
): readonly ApplicationNode[] {
  return applications.map(({ uri, name, language, problems, parts }) => {
    const file = shorten(uri);
    const description = [problemWords(problems), name === undefined ? "" : file].filter(Boolean).join(" · ");
    return {
      id: uri,
      label: name ?? file,
      description,
      tooltip: `${file}\n${problemWords(problems) || l10n.t("No problems")}`,
      icon: language === "graph" ? "json" : "package",
      context: `mapwright.application.${language}`,
      opens: "collapsed",
      address: uri,
      uri,
      place: { line: 0, character: 0 },
      below: [
        ...parts.filter(({ kind }) => kind === "mapping").map((part, index) => partNode(part, uri, `${uri}#${index}`)),
        ...testsNode(parts, uri),
      ],
    };
  });
}

const icons: Readonly<Record<ApplicationPart["kind"], string>> = {
  mapping: "arrow-swap",
  filter: "filter",
  attributeMapping: "symbol-field",
  test: "beaker",
};

function partNode(part: ApplicationPart, uri: string, id: string, around?: string): ApplicationNode {
  const { kind, name, detail, isOff, place, problems, parts } = part;
  const mapping = kind === "mapping" ? name : around;
  const description = [problemWords(problems), isOff ? l10n.t("not enabled") : "", detail].filter(Boolean).join(" · ");
  const label = name === "" ? unnamed[kind] : name;
  return {
    id,
    label,
    ...(description !== "" && { description }),
    tooltip: [label, detail, problemWords(problems)].filter(Boolean).join("\n"),
    icon: isOff ? "circle-slash" : icons[kind],
    context: `mapwright.${kind}`,
    command: "mapwright.reveal",
    ...(parts.length > 0 && { opens: "collapsed" }),
    ...(problems.errors + problems.warnings > 0 && { address: badgeAddress(id, problems) }),
    uri,
    ...(mapping !== undefined && { mapping }),
    place,
    below: parts.map((inner, index) => partNode(inner, uri, `${id}/${index}`, mapping)),
  };
}

const unnamed: Readonly<Record<ApplicationPart["kind"], string>> = {
  mapping: l10n.t("Unnamed mapping"),
  filter: l10n.t("Unnamed filter"),
  attributeMapping: l10n.t("Unnamed attribute mapping"),
  test: l10n.t("Unnamed test"),
};

function testsNode(parts: readonly ApplicationPart[], uri: string): readonly ApplicationNode[] {
  const tests = parts.filter(({ kind }) => kind === "test");
  const [first] = tests;
  if (first === undefined) return [];
  const id = `${uri}#tests`;
  return [
    {
      id,
      label: l10n.t("Tests"),
      description: `${tests.length}`,
      tooltip: counted(tests.length, "test"),
      icon: "beaker",
      context: "mapwright.tests",
      opens: "collapsed",
      uri,
      place: first.place,
      below: tests.map((test, index) => partNode(test, uri, `${id}/${index}`)),
    },
  ];
}

function badgeAddress(id: string, { errors, warnings }: ProblemCounts): string {
  return `${partScheme}:/${encodeURIComponent(id)}?${errors},${warnings}`;
}

/** `1 error, 2 warnings`; nothing where there is neither. */
export function problemWords({ errors, warnings }: ProblemCounts): string {
  return [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
  ].join(", ");
}

/** How the badge of a part is, by its address: how many problems, and how bad. */
export function badgeOf(query: string): {
  readonly badge: string;
  readonly tooltip: string;
  readonly isError: boolean;
} {
  const [errors = 0, warnings = 0] = query.split(",").map(Number);
  const sum = errors + warnings;
  const tooltip = problemWords({ errors, warnings, information: 0 });
  return { badge: sum > 9 ? "9+" : `${sum}`, tooltip, isError: errors > 0 };
}
