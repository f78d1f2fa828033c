import { l10n, type QuickPickItem, QuickPickItemKind, type Uri, window, workspace } from "vscode";
import type { GalleryTemplateSummary, NewEndpoint } from "../../../server/src/protocol/applications.ts";

const title = l10n.t("New Application");

/** What an application is made from: a gallery template, or nothing but its own endpoint. */
export type Origin = GalleryTemplateSummary | "custom";

/** Lets the person choose what the application is made from. */
export async function askOrigin(templates: readonly GalleryTemplateSummary[]): Promise<Origin | undefined> {
  const picked = await window.showQuickPick<QuickPickItem & { readonly origin?: Origin }>(
    [
      {
        label: l10n.t("Custom SCIM application"),
        detail: l10n.t("Its attributes are read from its endpoint."),
        origin: "custom",
      },
      { label: l10n.t("gallery templates"), kind: QuickPickItemKind.Separator },
      ...templates.map(template => ({
        label: template.name,
        description: template.connector === "SCIM" ? "" : connectorWords[template.connector],
        detail: `${objectWords(template.objects)} · ${l10n.t("tutorial of {0}", template.dated)}`,
        origin: template,
      })),
    ],
    { title, placeHolder: l10n.t("The application to provision"), matchOnDescription: true, ignoreFocusOut: true },
  );
  return picked?.origin;
}

const connectorWords = {
  "SCIM 1.1": l10n.t("SCIM 1.1: previews in the sandbox alone"),
  proprietary: l10n.t("no SCIM: previews in the sandbox alone"),
} as const;

function objectWords([first, ...others]: GalleryTemplateSummary["objects"]): string {
  if (others.length > 0) return l10n.t("Users and Groups");
  return first === "Group" ? l10n.t("Groups") : l10n.t("Users");
}

/** Asks for the application's name. */
export function askName(usual: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt: l10n.t("The application's name, as Entra shows it."),
    value: usual,
    ignoreFocusOut: true,
    validateInput: text => (text.trim() === "" ? l10n.t("Give it a name.") : undefined),
  });
}

/** Asks for the tenant URL. Of a gallery application it may be left out: the answer is empty then. */
export function askTenantUrl(origin: Origin): Thenable<string | undefined> {
  const pattern = origin === "custom" ? undefined : origin.tenantUrl;
  return window.showInputBox({
    title,
    prompt:
      origin === "custom"
        ? l10n.t("The tenant URL, where the application's SCIM service listens.")
        : l10n.t("The tenant URL, where the application's SCIM service listens. Leave it empty to say it later."),
    placeHolder: pattern ?? "https://scim.example.com/scim",
    ignoreFocusOut: true,
    validateInput: text => {
      if (text === "") return origin === "custom" ? l10n.t("Its attributes are read from there.") : undefined;
      return addressProblem(text);
    },
  });
}

/** Lets the person choose how requests are authorized, and asks for what that needs beside the secret. */
export async function askAuthentication(): Promise<
  Pick<NewEndpoint, "authentication" | "tokenEndpoint" | "clientId"> | undefined
> {
  const picked = await window.showQuickPick(
    [
      { label: l10n.t("Secret token"), detail: l10n.t("Bearer authentication"), type: "bearer" },
      {
        label: l10n.t("User and password"),
        detail: l10n.t("Basic authentication: the secret is user:password"),
        type: "basic",
      },
      {
        label: l10n.t("OAuth client credentials"),
        detail: l10n.t("OAuth 2.0: a client and its secret get access tokens"),
        type: "oauth",
      },
      { label: l10n.t("None"), detail: l10n.t("The endpoint asks for nothing"), type: "none" },
    ] as const,
    { title, placeHolder: l10n.t("Admin credentials"), ignoreFocusOut: true },
  );
  if (picked?.type !== "oauth") return picked && { authentication: picked.type };
  const tokenEndpoint = await askTokenEndpoint();
  const clientId = tokenEndpoint && (await askClient());
  return clientId === undefined
    ? undefined
    : { authentication: "oauth", ...(tokenEndpoint && { tokenEndpoint }), clientId };
}

function askTokenEndpoint(): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt: l10n.t("The token endpoint, which gives out the access tokens."),
    placeHolder: "https://login.example.com/oauth2/token",
    ignoreFocusOut: true,
    validateInput: addressProblem,
  });
}

function askClient(): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt: l10n.t("The client identifier, as the token endpoint knows it. Its secret is asked for next."),
    ignoreFocusOut: true,
    validateInput: text => (text.trim() === "" ? l10n.t("Give the client identifier.") : undefined),
  });
}

function addressProblem(text: string): string | undefined {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? "")
    ? undefined
    : l10n.t("Write an address that begins with https://.");
}

/** Lets the person choose who is provisioned. */
export async function askScope(): Promise<"assigned" | "all" | undefined> {
  const picked = await window.showQuickPick(
    [
      {
        label: l10n.t("Assigned users and groups"),
        detail: l10n.t("Sync only assigned users and groups"),
        scope: "assigned",
      },
      { label: l10n.t("All users and groups"), detail: l10n.t("Narrow them down by scoping filters"), scope: "all" },
    ] as const,
    { title, placeHolder: l10n.t("Scope"), ignoreFocusOut: true },
  );
  return picked?.scope;
}

/** The folder to write to: the only one without asking. */
export async function askFolder(): Promise<Uri | undefined> {
  const [first, ...others] = workspace.workspaceFolders ?? [];
  if (first === undefined || others.length === 0) return first?.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: l10n.t("The folder of the new application") }))?.uri;
}
