import type { Span } from "../language/text.ts";
import type { AttributeMapping, ObjectMapping } from "../model/configuration.ts";

/** The mappings of a mapping's matching attributes, in the order of the text. */
export function matchingAttributes({ attributeMappings }: ObjectMapping): readonly AttributeMapping[] {
  return attributeMappings.filter(({ matchingPrecedence }) => matchingPrecedence !== undefined);
}

/** The place to speak of a matching precedence: where it is written, else the attribute. */
export function precedenceSpan({ writtenPrecedence, target }: AttributeMapping): Span {
  return writtenPrecedence?.span ?? target.span;
}

/** True where a number above 0 says when the attribute is asked for. */
export function hasPrecedence({ matchingPrecedence, writtenPrecedence }: AttributeMapping): boolean {
  return matchingPrecedence !== undefined && (writtenPrecedence === undefined || isPrecedence(writtenPrecedence.text));
}

/** True for the text of a whole number above 0. */
export function isPrecedence(text: string): boolean {
  return /^0*[1-9]\d*$/.test(text);
}
