/** What a person is asked before a language model uses a tool, and what stands there while it runs. */
export interface Confirmation {
  readonly invocationMessage: string;
  readonly confirmationMessages: { readonly title: string; readonly message: string };
}

type Input = Readonly<Record<string, unknown>>;

/** By the name of the tool, as package.json has it. */
export const confirmations: Readonly<Record<string, (input: Input) => Confirmation>> = {
  mapwright_evaluate_expression: ({ expression }) => ({
    invocationMessage: "Evaluating an expression",
    confirmationMessages: {
      title: "Evaluate an expression?",
      message: `${quoted(expression)} is evaluated on this machine. Nothing is sent anywhere.`,
    },
  }),
  mapwright_check_file: ({ file }) => ({
    invocationMessage: `Checking ${quoted(file)}`,
    confirmationMessages: {
      title: "Check a file?",
      message: `${quoted(file)} is read and checked on this machine. Nothing is sent anywhere.`,
    },
  }),
  mapwright_preview_user: ({ file, user, environment = "sandbox" }) => ({
    invocationMessage: `Previewing ${quoted(user)}`,
    confirmationMessages: {
      title: "Preview a user?",
      message: `The provisioning of ${quoted(user)} by ${quoted(file)} is tried as a dry run. The environment ${quoted(environment)} is asked with reading requests, with its credentials; nothing is written. The model sees the user's attributes and the account that the target has.`,
    },
  }),
  mapwright_explain_scope: ({ file, user }) => ({
    invocationMessage: `Explaining the scope of ${quoted(user)}`,
    confirmationMessages: {
      title: "Explain a user's scope?",
      message: `The scope of ${quoted(user)} in ${quoted(file)} is judged on this machine. Nothing is sent anywhere. The model sees the attributes that the filters read.`,
    },
  }),
};

/** What a model gave, on one line and of bounded length. */
function quoted(given: unknown): string {
  const text = String(given ?? "").replaceAll(/\s+/g, " ");
  return `“${text.length > 200 ? `${text.slice(0, 200)}…` : text}”`;
}
