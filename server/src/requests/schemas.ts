import * as l10n from "@vscode/l10n";
import { pathOf } from "../editing/documents.ts";
import type {
  ExportSchemaAnswer,
  ExportSchemaParams,
  ImportSchemaAnswer,
  ImportSchemaParams,
} from "../protocol/schemas.ts";

/** The answers to the requests that read and write schemas of Microsoft Graph. None throws for what a file holds. */
export interface Schemas {
  readonly importSchema: (params: ImportSchemaParams) => Promise<ImportSchemaAnswer>;
  readonly exportSchema: (params: ExportSchemaParams) => Promise<ExportSchemaAnswer>;
}

/** Reads and writes schemas for an editor, in whose open documents `textOf` looks first. */
export function createSchemas(textOf: (uri: string) => string | undefined): Schemas {
  return {
    importSchema: ({ schema, provmap }) =>
      onDisk([schema, provmap], async ([from, to]) => {
        const { importInto } = await import("../session/schemaFiles.ts");
        const { mappings, unsaid } = await importInto(from, to);
        return { kind: "imported", mappings, unsaid } as const;
      }),
    exportSchema: ({ provmap, schema }) =>
      onDisk([provmap, schema], async ([from, to]) => {
        const { exportSchema } = await import("../session/schemaFiles.ts");
        const { writeText } = await import("../connectors/textFile.ts");
        await writeText(to, await exportSchema(from, textOf(provmap)));
        return { kind: "exported" } as const;
      }),
  };
}

type Paths = readonly [from: string, to: string];

async function onDisk<T>(
  uris: readonly [string, string],
  work: (paths: Paths) => Promise<T>,
): Promise<T | { readonly kind: "refused"; readonly message: string }> {
  const [from, to] = uris.map(pathOf);
  const { InputError } = await import("../connectors/inputError.ts");
  if (from === undefined || to === undefined) {
    return {
      kind: "refused",
      message: l10n.t("Schemas are read from the disk and written to it. Save the file there first."),
    };
  }
  try {
    return await work([from, to]);
  } catch (error) {
    if (error instanceof InputError) return { kind: "refused", message: error.message };
    throw error;
  }
}
