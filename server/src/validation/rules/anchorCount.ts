import type { Span, Word } from "../../language/text.ts";
import type { DeclaredAttribute } from "../../model/configuration.ts";
import { remove } from "../fixes.ts";
import { attributeDefinitionPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The anchor is what an object is known by for ever. */
export const anchorCount: Rule = {
  code: "anchor-count",
  severity: "error",
  source: `${attributeDefinitionPage}#properties`,
  summary: "One attribute of an object is its anchor.",
  bad: 'mapping "M" { source: User target: "Badge" serial <- [objectId] match 1 } attributes target "Badge" { serial: String, anchor number: String, anchor }',
  good: 'mapping "M" { source: User target: "Badge" serial <- [objectId] match 1 } attributes target "Badge" { serial: String, anchor number: String }',
  check: report => {
    const anchors = new Map<string, Word>();
    return {
      ObjectDeclaration({ side, object, attributes }) {
        for (const attribute of attributes) {
          const flag = attribute.flags.find(({ text }) => text === "anchor");
          if (flag === undefined) continue;
          const key = `${side} ${object.text}`;
          const anchor = anchors.get(key);
          anchors.set(key, anchor ?? attribute.name);
          if (anchor === undefined) continue;
          const message = `'${anchor.text}' is the anchor of '${object.text}' already, and an object has one: keep one of the two.`;
          const fix = remove(withComma(attribute, flag), "Remove the flag anchor");
          report(flag.span, message, fix, { span: anchor.span, message: "The anchor." });
        }
      },
    };
  },
};

/** A flag with the comma in front of it. */
function withComma({ type, flags }: DeclaredAttribute, flag: Word): Span {
  const before = flags[flags.indexOf(flag) - 1] ?? type;
  return { start: before.span.end, end: flag.span.end };
}
