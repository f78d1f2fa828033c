import * as l10n from "@vscode/l10n";
import type { SandboxOwner, SandboxResource } from "../../../../server/src/protocol/views.ts";
import { count } from "../../counted.ts";
import { moreNode, type Node } from "../node.ts";

export type ResourceType = "User" | "Group";

/** What of the users or groups of a sandbox has come so far. */
export interface LoadedResources {
  readonly total: number;
  readonly resources: readonly SandboxResource[];
}

/** The users or the groups of a sandbox, one of them, or the row that shows more of them. */
export type SandboxNode = Node & { readonly type: ResourceType } & (
    | { readonly kind: "list" | "more" }
    | { readonly kind: "resource"; readonly resource: SandboxResource }
  );

/** The row above the users or groups, with how many there are. */
export function resourceList(type: ResourceType, { total }: LoadedResources): SandboxNode {
  return {
    kind: "list",
    type,
    id: type,
    label: type === "User" ? l10n.t("Users") : l10n.t("Groups"),
    description: count(total),
    icon: type === "User" ? "person" : "organization",
    context: "mapwright.sandboxList",
    ...(total > 0 && { opens: type === "User" ? "expanded" : "collapsed" }),
  };
}

/** The resources that have come so far. One that is disabled says so. */
export function resourceNodes(type: ResourceType, { total, resources }: LoadedResources): readonly SandboxNode[] {
  const nodes = resources.map(resource => resourceNode(type, resource));
  if (nodes.length >= total) return nodes;
  const more = { ...moreNode(`${type}/more`, nodes.length, total), command: "mapwright.showMoreOfSandbox" };
  return [...nodes, { ...more, kind: "more", type }];
}

function resourceNode(type: ResourceType, resource: SandboxResource): SandboxNode {
  const { id, name, displayName, active } = resource;
  const description = [active ? "" : l10n.t("disabled"), displayName].filter(Boolean).join(" · ");
  return {
    kind: "resource",
    type,
    resource,
    id: `${type}/${id}`,
    label: name,
    ...(description !== "" && { description }),
    tooltip: [name, displayName, active ? undefined : l10n.t("disabled"), id].filter(Boolean).join("\n"),
    icon: active ? (type === "User" ? "account" : "organization") : "circle-slash",
    context: "mapwright.resource",
    command: "mapwright.openResource",
  };
}

/** The question before a sandbox is put back, and what becomes of its content. */
export function resetQuestion({ application, environment }: SandboxOwner): {
  readonly question: string;
  readonly detail: string;
} {
  return {
    question: l10n.t(
      "Reset the sandbox of {0} in the environment “{1}”?",
      application || l10n.t("this file"),
      environment,
    ),
    detail: l10n.t(
      "Everything that was provisioned into it is gone; what its seed holds is there again. A job that ran is to be restarted.",
    ),
  };
}
