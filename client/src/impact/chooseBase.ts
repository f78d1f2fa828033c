import { l10n, type Memento, type QuickPickItem, window } from "vscode";
import type { ImpactBase } from "../../../server/src/protocol/impact.ts";

interface BaseItem extends QuickPickItem {
  readonly base?: ImpactBase;
}

const head: BaseItem = {
  label: "HEAD",
  description: l10n.t("the last commit"),
  base: { kind: "revision", revision: "HEAD" },
};
const saved: BaseItem = {
  label: l10n.t("The saved file"),
  description: l10n.t("what was edited since"),
  base: { kind: "saved" },
};
const other: BaseItem = {
  label: l10n.t("A revision…"),
  description: l10n.t("a branch, a tag or a commit"),
  alwaysShow: true,
};

const key = "impact.revision";

/** Lets the person choose the version before; the revision of the last time is offered again. Undefined where they choose none. */
export async function chooseBase(memory: Memento): Promise<ImpactBase | undefined> {
  const last = memory.get<string>(key);
  const again: BaseItem[] = last
    ? [{ label: last, description: l10n.t("the revision of last time"), base: { kind: "revision", revision: last } }]
    : [];
  const picked = await window.showQuickPick<BaseItem>([head, saved, ...again, other], {
    title: l10n.t("Show Impact"),
    placeHolder: l10n.t("The version to compare with"),
    matchOnDescription: true,
  });
  if (picked === undefined || picked.base) return picked?.base;
  const typed = await window.showInputBox({
    title: l10n.t("Show Impact"),
    prompt: l10n.t("The revision to compare with"),
    placeHolder: "main, v1.2, HEAD~3",
    validateInput: text => (text.trim() === "" ? l10n.t("Name a branch, a tag or a commit.") : undefined),
  });
  if (typed === undefined) return undefined;
  const revision = typed.trim();
  await memory.update(key, revision);
  return { kind: "revision", revision };
}
