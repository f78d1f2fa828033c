import { window } from "vscode";
import type { SandboxParams } from "../../../../server/src/protocol/views.ts";
import { counted } from "../node.ts";
import type { ViewServer } from "../viewServer.ts";
import { resetQuestion } from "./nodes.ts";

/** Puts a sandbox back to what its seed holds, once the person has agreed. True where that was done. */
export async function resetSandbox(sandbox: SandboxParams, server: ViewServer): Promise<boolean> {
  const page = await server.sandbox({ ...sandbox, type: "User", offset: 0, limit: 0 });
  if (page.kind === "refused") return tell(page.message);
  const { question, detail } = resetQuestion(page);
  if ((await window.showWarningMessage(question, { modal: true, detail }, "Reset")) !== "Reset") return false;
  const answer = await server.resetSandbox({ ...sandbox, environment: page.environment });
  if (answer.kind === "refused") return tell(answer.message);
  const held = `${counted(answer.users, "user")} and ${counted(answer.groups, "group")}`;
  void window.showInformationMessage(
    `The sandbox of ${answer.application || "this file"} was reset: it holds ${held}.`,
  );
  return true;
}

function tell(message: string): false {
  void window.showErrorMessage(message);
  return false;
}
