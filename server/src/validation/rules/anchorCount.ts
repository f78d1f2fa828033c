import * as l10n from "@vscode/l10n";
import type { JsonTree } from "../../language/graph/json.ts";
import type { ObjectDefinition } from "../../language/graph/tree.ts";
import type { Span, Word } from "../../language/text.ts";
import type { DeclaredAttribute } from "../../model/configuration.ts";
import { withoutFlag } from "../../model/graph/regenerate.ts";
import { usedObjects } from "../../model/graph/writeDeclarations.ts";
import { inJson, remove } from "../fixes.ts";
import { attributeDefinitionPage } from "../pages.ts";
import type { Report, Rule } from "../rule.ts";

/** The anchor is what an object is known by for ever. */
export const anchorCount: Rule = {
  code: "anchor-count",
  severity: "error",
  source: `${attributeDefinitionPage}#properties`,
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
          const message = l10n.t`'${anchor.text}' is the anchor of '${object.text}' already, and an object has one: keep one of the two.`;
          const fix = remove(withComma(attribute, flag), l10n.t("Remove the flag anchor"));
          report(flag.span, message, fix, { span: anchor.span, message: l10n.t("The anchor.") });
        }
      },
      Schema(schema) {
        for (const { definitions } of usedObjects(schema)) {
          for (const definition of definitions) checkDefinition(report, schema.json, definition);
        }
      },
    };
  },
};

/** An object that a schema defines has its anchor in the definition. */
function checkDefinition(report: Report, json: JsonTree, { name, attributes }: ObjectDefinition): void {
  const [anchor, ...others] = attributes.filter(attribute => attribute.anchor);
  if (name === undefined || attributes.length === 0) return;
  if (anchor === undefined) {
    const message = l10n.t`No attribute of '${name.text}' is its anchor: set 'anchor' of the one that identifies an object for ever.`;
    report(name.span, message);
  }
  for (const other of others) {
    const first = anchor?.name ?? name;
    const message = l10n.t`'${first.text}' is the anchor of '${name.text}' already, and an object has one: keep one of the two.`;
    const fix = inJson(l10n.t("Take the anchor from it"), withoutFlag(json, other, "anchor"));
    report(other.name?.span ?? other.span, message, fix, { span: first.span, message: l10n.t("The anchor.") });
  }
}

/** A flag with the comma in front of it. */
function withComma({ type, flags }: DeclaredAttribute, flag: Word): Span {
  const before = flags[flags.indexOf(flag) - 1] ?? type;
  return { start: before.span.end, end: flag.span.end };
}
