import * as l10n from "@vscode/l10n";
import type { InlayHint } from "vscode-languageserver-types";
import { lineEnd } from "../../language/lines.ts";
import type { Span } from "../../language/text.ts";
import type { AttributeMapping } from "../../model/configuration.ts";
import { type ProvmapDocument, placeOf } from "../../model/document.ts";
import type { LiveSample, SampledMapping } from "./liveSample.ts";
import { clipped, valueText, verdictText } from "./words.ts";

/** The longest label, in characters, and the longest that editors show whole; the tooltip has all of it. */
const longest = 100;
const longestShown = 40;

/** A text behind an offset, and the assumptions that it rests on. */
interface Note {
  readonly behind: number;
  readonly text: string;
  readonly assumed?: readonly string[];
}

/** At the end of the lines that the span touches: what each mapping, filter and attribute mapping gives for the sample. */
export function liveHints(document: ProvmapDocument, within: Span, live: LiveSample): InlayHint[] {
  return notes(document, live)
    .filter(({ behind }) => within.start <= behind && behind <= within.end)
    .map(note => ({
      position: endOf(document, note.behind),
      label: clipped(note.text, longest),
      paddingLeft: true,
      ...tooltipOf(note),
    }));
}

function tooltipOf({ text, assumed = [] }: Note): Pick<InlayHint, "tooltip"> {
  const whole = text.length > longestShown || assumed.length > 0 ? [text] : [];
  const lines = [...whole, ...assumed.map(sentence => l10n.t`Assumption: ${sentence}`)];
  return lines.length === 0 ? {} : { tooltip: lines.join("\n\n") };
}

/** Where there are no values, the first mapping says why. */
function notes(document: ProvmapDocument, live: LiveSample): readonly Note[] {
  if (live.kind === "values") return live.mappings.flatMap(mapping => mappingNotes(document, mapping, live.sample));
  const [first] = document.configuration.mappings;
  return first === undefined ? [] : [{ behind: first.name.span.end, text: l10n.t`no live values: ${live.message}` }];
}

function mappingNotes(document: ProvmapDocument, live: SampledMapping, sample: string): readonly Note[] {
  const { mapping, verdict, filters, values } = live;
  return [
    { behind: mapping.name.span.end, text: `${sample}: ${verdictText(verdict)}` },
    ...mapping.filters.flatMap(({ name, clauses }, index) => {
      const judged = filters[index];
      return [
        { behind: name.span.end, text: judged?.passed ? l10n.t("passes") : l10n.t("fails") },
        ...clauses.map((clause, place) => ({
          behind: document.language === "provmap" ? clause.span.end : clause.attribute.span.end,
          text: clauseText(judged?.clauses[place]),
        })),
      ];
    }),
    ...mapping.attributeMappings.flatMap((attributeMapping, index) => {
      const value = values[index];
      if (value === undefined) return [];
      const { assumed } = value;
      const said = valueText(value);
      const text = `→ ${assumed.length > 0 ? l10n.t`${said} (assumed)` : said}`;
      return { behind: lastOf(document, attributeMapping), text, assumed };
    }),
  ];
}

function clauseText(judged: SampledMapping["filters"][number]["clauses"][number] | undefined): string {
  if (judged === undefined) return "";
  return judged.passed ? l10n.t`passes: ${judged.reason}` : l10n.t`fails: ${judged.reason}`;
}

/** Where an attribute mapping ends; in JSON, the string in it that says what flows. */
function lastOf({ language }: ProvmapDocument, { span, source, target }: AttributeMapping): number {
  if (language === "provmap") return span.end;
  return "expression" in source ? source.expression.span.end : target.span.end;
}

/** The end of the line, unless there is more on it than what closes or ends something, or a comment. */
function endOf(document: ProvmapDocument, offset: number): InlayHint["position"] {
  const { fileText, lineStarts } = document;
  const place = placeOf(document, offset);
  const start = lineStarts[place.line] ?? 0;
  const end = lineEnd(fileText, lineStarts, place.line);
  const rest = fileText.slice(start + place.character, end);
  return /^["\s,{}\])]*(?:\/\/.*)?$/.test(rest) ? { line: place.line, character: end - start } : place;
}
