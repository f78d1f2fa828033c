import { l10n, window } from "vscode";
import type { ProvisioningResult } from "../../../server/src/protocol/previews.ts";
import { sourceAttributes } from "./sourceAttributes.ts";

/** Lets the person choose the source attributes that alone have changed; none for any others. */
export async function pickChanged(
  result: ProvisioningResult,
  before: readonly string[],
): Promise<readonly string[] | undefined> {
  const items = sourceAttributes(result).map(({ name, value }) => ({
    label: name,
    picked: before.includes(name),
    ...(value !== undefined && { description: value }),
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t("Changed Attributes"),
    placeHolder: l10n.t("The source attributes that alone have changed since the last cycle"),
    canPickMany: true,
    matchOnDescription: true,
  });
  return picked?.map(({ label }) => label);
}
