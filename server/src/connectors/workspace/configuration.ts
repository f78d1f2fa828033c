import * as l10n from "@vscode/l10n";
import * as z from "zod/mini";
import { endpointProblem } from "../scim/endpoint.ts";

/** An object with these members and no others; the message of a wrong one lists them. */
function members<T extends z.core.$ZodShape>(shape: T) {
  const known = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: issue =>
      issue.code === "unrecognized_keys"
        ? l10n.t`has the unknown member "${issue.keys.join('", "')}": correct it to one of ${known}, or remove it`
        : l10n.t`must be an object with the members ${known}`,
  });
}

function word<const T extends readonly [string, ...string[]]>(words: T) {
  return z.enum(words, { error: () => l10n.t`must be one of "${words.join('", "')}"` });
}

const text = z.string({ error: () => l10n.t("must be a text in double quotes") });
const flag = z.boolean({ error: () => l10n.t("must be true or false") });

function wholeNumber(least: number, most: number) {
  return z
    .number({ error: () => l10n.t("must be a number") })
    .check(
      z.int({ error: () => l10n.t("must be a whole number") }),
      z.gte(least, { error: () => l10n.t`must be ${least} or more` }),
      z.lte(most, { error: () => l10n.t`must be ${most} or less` }),
    );
}

const endpoint = z.string({ error: () => l10n.t('must be "sandbox" or an address in double quotes') }).check(
  z.refine(value => value === "sandbox" || endpointProblem(value) === undefined, {
    error: issue => endpointProblem(String(issue.input)),
  }),
);

const address = text.check(
  z.refine(value => endpointProblem(value) === undefined, { error: issue => endpointProblem(String(issue.input)) }),
);

/** What needs which other members, and what a person is to add. */
const authentication = members({
  type: word(["bearer", "basic", "none", "oauth"]),
  secret: z.exactOptional(text),
  user: z.exactOptional(text),
  tokenEndpoint: z.exactOptional(address),
  clientId: z.exactOptional(text),
  scope: z.exactOptional(text),
  clientAuthentication: z.exactOptional(word(["client_secret_post", "client_secret_basic"])),
}).check(
  z.refine(({ type, secret }) => type === "none" || secret !== undefined, {
    error: () => l10n.t('needs a secret: add "secret" with the name it is kept under'),
  }),
  z.refine(({ type, tokenEndpoint }) => type !== "oauth" || tokenEndpoint !== undefined, {
    error: () => l10n.t('needs a token endpoint: add "tokenEndpoint" with the address that gives out access tokens'),
  }),
  z.refine(({ type, clientId }) => type !== "oauth" || clientId !== undefined, {
    error: () => l10n.t('needs a client: add "clientId" with the identifier that the token endpoint knows'),
  }),
);

const limits = members({
  requestsPerSecond: z.exactOptional(wholeNumber(1, 1000)),
  connections: z.exactOptional(wholeNumber(1, 16)),
  secondsToConnect: z.exactOptional(wholeNumber(1, 300)),
  secondsToAnswer: z.exactOptional(wholeNumber(1, 300)),
  secondsOfSilence: z.exactOptional(wholeNumber(1, 300)),
  secondsInAll: z.exactOptional(wholeNumber(1, 3600)),
});

const wire = members({
  flag: z.exactOptional(word(["none", "aadOptscim062020"])),
  memberBatch: z.exactOptional(wholeNumber(1, 100)),
  groupMarkerSchema: z.exactOptional(flag),
  otherEmailPrimary: z.exactOptional(word(["absent", "false"])),
  loneChange: z.exactOptional(word(["path", "value"])),
  singleRole: z.exactOptional(word(["text", "path"])),
  referenceForm: z.exactOptional(word(["id", "object"])),
  clearedValue: z.exactOptional(word(["kept", "text", "null"])),
  flagInUrl: z.exactOptional(flag),
});

const environment = members({
  endpoint,
  authentication: z.exactOptional(authentication),
  write: z.exactOptional(flag),
  mode: z.exactOptional(word(["lenient", "strict"])),
  data: z.exactOptional(text),
  seed: z.exactOptional(text),
  testConnection: z.exactOptional(flag),
  verify: z.exactOptional(flag),
  certificateAuthority: z.exactOptional(text),
  limits: z.exactOptional(limits),
  wire: z.exactOptional(wire),
});

/** What `mapwright.json` may hold. Each message says what must stand there, to follow the member's name. */
export const configurationSchema = members({
  $schema: z.exactOptional(text),
  directory: z.exactOptional(text),
  environments: z.exactOptional(
    z.record(z.string(), environment, { error: () => l10n.t("must be an object of environments by name") }),
  ),
  rules: z.exactOptional(
    z.record(z.string(), word(["error", "warning", "information", "off"]), {
      error: () => l10n.t("must be an object of levels by rule code"),
    }),
  ),
});

/** The content of `mapwright.json`, as written. */
export type WorkspaceConfiguration = z.infer<typeof configurationSchema>;
