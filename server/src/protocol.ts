/** The names of the requests that Mapwright adds to the Language Server Protocol. */
export const methods = {
  /** client to server: PreviewParams -> PreviewAnswer. Cancellable. */
  preview: "mapwright/preview",
  /** client to server: MappingAtParams -> the name of the mapping at the place, or null. */
  mappingAt: "mapwright/mappingAt",
  /** client to server: RunTestsParams -> RunTestsAnswer. Cancellable. */
  runTests: "mapwright/runTests",
  /** client to server: TestFilesParams -> TestFilesAnswer. Runs nothing. */
  testFiles: "mapwright/testFiles",
  /** client to server: SaveAsTestParams -> SaveAsTestAnswer. Writes nothing: the client edits the document. */
  saveAsTest: "mapwright/saveAsTest",
  /** client to server: UsersParams -> UsersAnswer. */
  users: "mapwright/users",
  /** client to server: MembersParams -> MembersAnswer. */
  members: "mapwright/members",
  /** client to server: EnvironmentsParams -> EnvironmentsAnswer. */
  environments: "mapwright/environments",
  /** client to server: ImportSchemaParams -> ImportSchemaAnswer. Writes the `.provmap` file. */
  importSchema: "mapwright/importSchema",
  /** client to server: ExportSchemaParams -> ExportSchemaAnswer. Writes the JSON file. */
  exportSchema: "mapwright/exportSchema",
  /** client to server: nothing -> GalleryTemplatesAnswer. */
  galleryTemplates: "mapwright/galleryTemplates",
  /** client to server: TestEndpointParams -> TestEndpointAnswer. Cancellable. */
  testEndpoint: "mapwright/testEndpoint",
  /** client to server: NewApplicationParams -> NewApplicationAnswer. Writes the `.provmap` file and `mapwright.json`. Cancellable. */
  newApplication: "mapwright/newApplication",
  /** client to server: SetupParams -> SetupAnswer. */
  setup: "mapwright/setup",
  /** client to server: ToolParams -> ToolAnswer. Cancellable. */
  tool: "mapwright/tool",
  /** Notification from client to server: PinParams. The sample whose values are shown from now on. */
  pin: "mapwright/pin",
  /** server to client: SecretParams -> SecretAnswer. The value is never stored or logged. */
  secret: "mapwright/secret",
} as const;

export interface MappingAtParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

export interface PinParams {
  /** The id of a user or a group of the directory; null for none. A client may give the first in its initialization options, as `pinned`. */
  readonly sample: string | null;
}

/** A tool of language models, by the name that package.json gives it. */
export interface ToolParams {
  readonly name: string;
  /** As its schema says. */
  readonly input: unknown;
}

/** What a language model is told: JSON, or why there is none, in a sentence with the remedy. */
export type ToolAnswer =
  | { readonly kind: "result"; readonly result: unknown }
  | { readonly kind: "refused"; readonly message: string };

export interface SecretParams {
  readonly name: string;
  /**
   * What it is needed for, as origins such as `https://scim.example`: the endpoint; of OAuth the token endpoint, which is sent
   * the secret, and the endpoint, which is sent the access tokens that it buys.
   */
  readonly origins: readonly string[];
}

export interface SecretAnswer {
  /** Null where the client keeps none, and where it gives a reason. */
  readonly value: string | null;
  /** Why a secret that is kept is not given for these origins, with the remedy. Nothing else is used in its place. */
  readonly reason?: string;
}

/** The person's language: a text for each English one, as a bundle of `@vscode/l10n` has them. What is missing stays English. */
export type Translations = Readonly<Record<string, string>>;
