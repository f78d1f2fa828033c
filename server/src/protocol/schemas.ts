export interface ImportSchemaParams {
  /** The schema of Microsoft Graph. */
  readonly schema: string;
  /** The `.provmap` file to write. */
  readonly provmap: string;
}

export type ImportSchemaAnswer =
  | {
      readonly kind: "imported";
      readonly mappings: number;
      /** How many attribute mappings and clauses only the schema has: comments stand for them. */
      readonly unsaid: number;
    }
  | { readonly kind: "refused"; readonly message: string };

export interface ExportSchemaParams {
  readonly provmap: string;
  /** The JSON file to write. */
  readonly schema: string;
}

export type ExportSchemaAnswer = { readonly kind: "exported" } | { readonly kind: "refused"; readonly message: string };
