import * as l10n from "@vscode/l10n";
import type { Word } from "../../language/text.ts";
import { apiExpressionsOf } from "../../model/graph/definitionDetails.ts";
import { usedObjects } from "../../model/graph/writeDeclarations.ts";
import { inJson } from "../fixes.ts";
import { isHumanResourcesToDirectory, isHumanResourcesToEntra } from "../jobs.ts";
import { hrManagersPage } from "../pages.ts";
import type { Report, Rule } from "../rule.ts";

/** What a connector of human resources finds managers by. */
interface Shipped {
  readonly template: RegExp;
  readonly system: string;
  readonly anchor: string;
  readonly reference: string;
  readonly apiExpression: string;
}

const shipped: readonly Shipped[] = [
  {
    template: /^workday/i,
    system: "Workday",
    anchor: "WID",
    reference: "ManagerReference",
    apiExpression:
      "wd:Worker/wd:Worker_Data/wd:Management_Chain_Data/wd:Worker_Supervisory_Management_Chain_Data[position()=1]/wd:Management_Chain_Data[last()=position()]/wd:Manager_Reference/wd:ID[@wd:type='WID']/text()",
  },
  {
    template: /^successfactors/i,
    system: "SuccessFactors",
    anchor: "personIdExternal",
    reference: "manager",
    apiExpression: "$.employmentNav.results[0].userNav.manager.empInfo.personIdExternal",
  },
];

/** A manager is found by the anchor that the connector ships, and by the path to the manager's anchor. */
export const managerAnchorChanged: Rule = {
  code: "manager-anchor-changed",
  severity: "warning",
  source: `${hrManagersPage}#prerequisites-for-successful-manager-update`,
  check: (report, { template }) => {
    const isInbound = isHumanResourcesToEntra(template) || isHumanResourcesToDirectory(template);
    const expected = isInbound ? shipped.find(each => each.template.test(template ?? "")) : undefined;
    if (expected === undefined) return {};
    return {
      ObjectDeclaration({ side, attributes }) {
        if (side !== "source") return;
        for (const { name, flags } of attributes) {
          if (flags.some(({ text }) => text === "anchor")) checkAnchor(report, name, expected);
        }
      },
      Schema(schema) {
        const sources = usedObjects(schema).filter(({ side }) => side === "source");
        for (const definition of sources.flatMap(each => each.definitions).flatMap(({ attributes }) => attributes)) {
          const { name, anchor } = definition;
          if (anchor && name !== undefined) checkAnchor(report, name, expected);
          if (name?.text !== expected.reference) continue;
          for (const path of apiExpressionsOf(schema.json, definition)) checkPath(report, path, expected);
        }
      },
    };
  },
};

function checkAnchor(report: Report, { text, span }: Word, { system, anchor }: Shipped): void {
  if (text === anchor) return;
  report(span, l10n.t`${system} finds managers by the anchor '${anchor}': with '${text}' in its place none is found.`);
}

function checkPath(report: Report, { text, span }: Word, { system, reference, apiExpression }: Shipped): void {
  if (text.replaceAll(/\s/g, "") === apiExpression) return;
  const message = l10n.t`This is not the path by which ${system} gives '${reference}' the anchor of the manager: restore the one that the connector ships.`;
  report(span, message, inJson(l10n.t("Restore the path"), [{ span, text: apiExpression }]));
}
