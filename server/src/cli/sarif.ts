import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import packageJson from "../../../package.json" with { type: "json" };
import type { CheckReport, FileFix, FileProblem, Range } from "../session/checkReport.ts";
import { type DocumentedRule, documentedRules } from "../validation/documentedRules.ts";
import { functionsPage, mappingsPage, schemaPage } from "../validation/pages.ts";
import type { Severity } from "../validation/rule.ts";

/** What a SARIF log says of a rule. Mistakes of the syntax are rules there too. */
type Facts = Pick<DocumentedRule, "code" | "severity" | "source" | "summary"> &
  Partial<Pick<DocumentedRule, "bad" | "good">>;

const syntax: readonly Facts[] = [
  { code: "expr-syntax", severity: "error", source: `${functionsPage}#syntax-overview`, summary: "Expressions parse." },
  { code: "provmap-syntax", severity: "error", source: mappingsPage, summary: "The statements of a file parse." },
  { code: "json-syntax", severity: "error", source: schemaPage, summary: "The JSON of a schema parses." },
];

const facts: readonly Facts[] = [...syntax, ...documentedRules];
const indexes = new Map(facts.map(({ code }, index) => [code, index]));
const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "note" };

/**
 * What was found as a SARIF 2.1.0 log (docs.oasis-open.org/sarif/sarif/v2.1.0): every rule with its metadata, every problem
 * with its region and its fixes. Files below `folder`, an absolute path, are named relative to it, as %SRCROOT%.
 */
export function sarifLog({ problems }: CheckReport, folder: string): object {
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Mapwright", semanticVersion: packageJson.version, rules: facts.map(descriptor) } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { uri: baseUri(folder) } },
        invocations: [{ executionSuccessful: true }],
        results: problems.map(problem => result(problem, folder)),
      },
    ],
  };
}

function descriptor({ code, severity, source, summary, good, bad }: Facts): object {
  return {
    id: code,
    shortDescription: { text: escaped(summary) },
    help: { text: escaped(summary) },
    helpUri: source,
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: ["provisioning"],
      "problem.severity": severity === "information" ? "recommendation" : severity,
      ...(good !== undefined && { good, bad }),
    },
  };
}

function result(problem: FileProblem, folder: string): object {
  const { file, code, severity, message, fixes, related = [] } = problem;
  const artifactLocation = artifact(file, folder);
  const location = (range: Range) => ({ physicalLocation: { artifactLocation, region: region(range) } });
  return {
    ruleId: code,
    ruleIndex: indexes.get(code),
    level: levels[severity],
    message: { text: escaped(message) },
    locations: [location(problem)],
    ...(related.length > 0 && {
      relatedLocations: related.map(place => ({ ...location(place), message: { text: escaped(place.message) } })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map(fix => fixOf(fix, artifactLocation)) }),
  };
}

function fixOf({ title, edits }: FileFix, artifactLocation: object): object {
  const replacements = edits.map(({ text, ...range }) => ({
    deletedRegion: region(range),
    ...(text !== "" && { insertedContent: { text } }),
  }));
  return { description: { text: escaped(title) }, artifactChanges: [{ artifactLocation, replacements }] };
}

function region({ line, column, endLine, endColumn }: Range): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A URI relative to the folder; an absolute one for a file that lies elsewhere. */
function artifact(file: string, folder: string): object {
  const { href } = pathToFileURL(resolve(folder, file));
  const base = baseUri(folder);
  return href.startsWith(base) ? { uri: href.slice(base.length), uriBaseId: "%SRCROOT%" } : { uri: href };
}

function baseUri(folder: string): string {
  return `${pathToFileURL(folder).href.replace(/\/$/, "")}/`;
}

/** Braces are placeholders in the messages of a log, and brackets before parentheses links (sections 3.11.5 and 3.11.6). */
function escaped(text: string): string {
  return text.replace(/[{}]/g, "$&$&").replace(/\[(?=[^\]]*\]\()/g, "\\[");
}
