import { l10n, window } from "vscode";
import type { SandboxParams } from "../../../../server/src/protocol/views.ts";
import { counted } from "../../counted.ts";
import type { ViewServer } from "../viewServer.ts";
import { resetQuestion } from "./nodes.ts";

/** Puts a sandbox back to what its seed holds, once the person has agreed. True where that was done. */
export async function resetSandbox(sandbox: SandboxParams, server: ViewServer): Promise<boolean> {
  const page = await server.sandbox({ ...sandbox, type: "User", offset: 0, limit: 0 });
  if (page.kind === "refused") return tell(page.message);
  const { question, detail } = resetQuestion(page);
  const reset = l10n.t("Reset");
  if ((await window.showWarningMessage(question, { modal: true, detail }, reset)) !== reset) return false;
  const answer = await server.resetSandbox({ ...sandbox, environment: page.environment });
  if (answer.kind === "refused") return tell(answer.message);
  const [users, groups] = [counted(answer.users, "user"), counted(answer.groups, "group")];
  const application = answer.application || l10n.t("this file");
  void window.showInformationMessage(
    l10n.t("The sandbox of {0} was reset: it holds {1} and {2}.", application, users, groups),
  );
  return true;
}

function tell(message: string): false {
  void window.showErrorMessage(message);
  return false;
}
