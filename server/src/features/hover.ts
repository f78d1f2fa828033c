import type { Hover } from "vscode-languageserver-types";
import { signatureOf } from "../functions/signature.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { attributeText, attributeType, functionText, operatorText, parameterText, propertyText } from "./facts.ts";
import { liveExplanation } from "./live/liveExplanation.ts";
import type { LiveSample } from "./live/liveSample.ts";
import { rangeOf } from "./ranges.ts";
import type { Subject } from "./subject.ts";
import { subjectAt } from "./subjectAt.ts";

/**
 * Explains what is under the cursor: what an expression there gives for the sample, where there is one; a function or an
 * argument of it, an attribute, an operator, a property or what it may hold, another word of the language.
 */
export function hover(document: ProvmapDocument, offset: number, live?: LiveSample): Hover | undefined {
  const subject = subjectAt(document, offset);
  const explanation = live && liveExplanation(document, offset, live);
  const span = subject?.span ?? explanation?.span;
  if (span === undefined) return undefined;
  const texts = [explanation?.text, subject && factsText(subject)].filter(text => text !== undefined);
  return { contents: { kind: "markdown", value: texts.join("\n\n---\n\n") }, range: rangeOf(document, span) };
}

function factsText(subject: Subject): string {
  const [title, text] = explained(subject);
  return `\`\`\`provmap\n${title}\n\`\`\`\n\n${text}`;
}

function explained(subject: Subject): readonly [title: string, text: string] {
  switch (subject.kind) {
    case "Function":
      return [signatureOf(subject.fact).label, functionText(subject.fact)];
    case "Parameter":
      return [`${subject.of}: ${subject.fact.name}`, parameterText(subject.fact)];
    case "Attribute":
      return [`${subject.fact.name}: ${attributeType(subject.fact)}`, attributeText(subject.fact)];
    case "Operator":
      return [subject.fact.name, operatorText(subject.fact)];
    case "Property":
      return [`${subject.fact.name}:`, propertyText(subject.fact)];
    case "Word":
      return [subject.fact.word, subject.fact.description];
  }
}
