import { type QuickPickItem, QuickPickItemKind, type Uri, window, workspace } from "vscode";
import type { GalleryTemplateSummary, NewEndpoint } from "../../../server/src/protocol.ts";

const title = "New Application";

/** What an application is made from: a gallery template, or nothing but its own endpoint. */
export type Origin = GalleryTemplateSummary | "custom";

/** Lets the person choose what the application is made from. */
export async function askOrigin(templates: readonly GalleryTemplateSummary[]): Promise<Origin | undefined> {
  const picked = await window.showQuickPick<QuickPickItem & { readonly origin?: Origin }>(
    [
      { label: "Custom SCIM application", detail: "Its attributes are read from its endpoint.", origin: "custom" },
      { label: "gallery templates", kind: QuickPickItemKind.Separator },
      ...templates.map(template => ({
        label: template.name,
        description: template.connector === "SCIM" ? "" : connectorWords[template.connector],
        detail: `${template.objects.map(object => `${object}s`).join(" and ")} · tutorial of ${template.dated}`,
        origin: template,
      })),
    ],
    { title, placeHolder: "The application to provision", matchOnDescription: true, ignoreFocusOut: true },
  );
  return picked?.origin;
}

const connectorWords = {
  "SCIM 1.1": "SCIM 1.1: previews in the sandbox alone",
  proprietary: "no SCIM: previews in the sandbox alone",
} as const;

/** Asks for the application's name. */
export function askName(usual: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt: "The application's name, as Entra shows it.",
    value: usual,
    ignoreFocusOut: true,
    validateInput: text => (text.trim() === "" ? "Give it a name." : undefined),
  });
}

/** Asks for the tenant URL. Of a gallery application it may be left out: the answer is empty then. */
export function askTenantUrl(origin: Origin): Thenable<string | undefined> {
  const pattern = origin === "custom" ? undefined : origin.tenantUrl;
  const later = origin === "custom" ? "" : " Leave it empty to say it later.";
  return window.showInputBox({
    title,
    prompt: `The tenant URL, where the application's SCIM service listens.${later}`,
    placeHolder: pattern ?? "https://scim.example.com/scim",
    ignoreFocusOut: true,
    validateInput: text => {
      if (text === "") return origin === "custom" ? "Its attributes are read from there." : undefined;
      return URL.canParse(text) ? undefined : "Write an address that begins with https://.";
    },
  });
}

/** Lets the person choose how requests are authorized. */
export async function askAuthentication(): Promise<NewEndpoint["authentication"]> {
  const picked = await window.showQuickPick(
    [
      { label: "Secret token", detail: "Bearer authentication", type: "bearer" },
      { label: "User and password", detail: "Basic authentication: the secret is user:password", type: "basic" },
      { label: "None", detail: "The endpoint asks for nothing", type: "none" },
    ] as const,
    { title, placeHolder: "Admin credentials", ignoreFocusOut: true },
  );
  return picked?.type;
}

/** Lets the person choose who is provisioned. */
export async function askScope(): Promise<"assigned" | "all" | undefined> {
  const picked = await window.showQuickPick(
    [
      { label: "Assigned users and groups", detail: "Sync only assigned users and groups", scope: "assigned" },
      { label: "All users and groups", detail: "Narrow them down by scoping filters", scope: "all" },
    ] as const,
    { title, placeHolder: "Scope", ignoreFocusOut: true },
  );
  return picked?.scope;
}

/** The folder to write to: the only one without asking. */
export async function askFolder(): Promise<Uri | undefined> {
  const [first, ...others] = workspace.workspaceFolders ?? [];
  if (first === undefined || others.length === 0) return first?.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: "The folder of the new application" }))?.uri;
}
