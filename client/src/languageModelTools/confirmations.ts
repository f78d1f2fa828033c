import * as l10n from "@vscode/l10n";
/** What a person is asked before a language model uses a tool, and what stands there while it runs. */
export interface Confirmation {
  readonly invocationMessage: string;
  readonly confirmationMessages: { readonly title: string; readonly message: string };
}

type Input = Readonly<Record<string, unknown>>;

/** By the name of the tool, as package.json has it. */
export const confirmations: Readonly<Record<string, (input: Input) => Confirmation>> = {
  mapwright_evaluate_expression: ({ expression }) => ({
    invocationMessage: l10n.t("Evaluating an expression"),
    confirmationMessages: {
      title: l10n.t("Evaluate an expression?"),
      message: l10n.t("{0} is evaluated on this machine. Nothing is sent anywhere.", quoted(expression)),
    },
  }),
  mapwright_check_file: ({ file }) => ({
    invocationMessage: l10n.t("Checking {0}", quoted(file)),
    confirmationMessages: {
      title: l10n.t("Check a file?"),
      message: l10n.t("{0} is read and checked on this machine. Nothing is sent anywhere.", quoted(file)),
    },
  }),
  mapwright_preview_user: ({ file, user, environment = "sandbox" }) => ({
    invocationMessage: l10n.t("Previewing {0}", quoted(user)),
    confirmationMessages: {
      title: l10n.t("Preview a user?"),
      message: l10n.t(
        "The provisioning of {0} by {1} is tried as a dry run. The environment {2} is asked with reading requests, with its credentials; nothing is written. The model sees the user's attributes and the account that the target has.",
        quoted(user),
        quoted(file),
        quoted(environment),
      ),
    },
  }),
  mapwright_explain_scope: ({ file, user }) => ({
    invocationMessage: l10n.t("Explaining the scope of {0}", quoted(user)),
    confirmationMessages: {
      title: l10n.t("Explain a user's scope?"),
      message: l10n.t(
        "The scope of {0} in {1} is judged on this machine. Nothing is sent anywhere. The model sees the attributes that the filters read.",
        quoted(user),
        quoted(file),
      ),
    },
  }),
};

/** What a model gave, on one line and of bounded length. */
function quoted(given: unknown): string {
  const text = String(given ?? "").replaceAll(/\s+/g, " ");
  return `“${text.length > 200 ? `${text.slice(0, 200)}…` : text}”`;
}
