import type { TextDocument } from "vscode";

/** True for JSON that may be a schema of Microsoft Graph; whether it is one, the language server knows. */
export function isSchema(document: Pick<TextDocument, "languageId" | "getText">): boolean {
  const isJson = document.languageId === "json" || document.languageId === "jsonc";
  return isJson && document.getText().includes('"synchronizationRules"');
}
