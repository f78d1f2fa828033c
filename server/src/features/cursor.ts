import type { Expression } from "../language/expression/tree.ts";
import type {
  ApplicationBlock,
  AttributeDeclaration,
  AttributeMappingStatement,
  AttributesBlock,
  Block,
  ClauseStatement,
  ExpectBlock,
  MappingBlock,
  Property,
  TestBlock,
  TestEntry,
} from "../language/provmap/tree.ts";
import type { Word } from "../language/text.ts";
import type { ObjectMapping } from "../model/configuration.ts";
import type { Enumeration } from "../model/graph/enumerations.ts";

/** The place of a cursor in the structure of a file, which may be half typed there: what stands, or may stand, at it. */
export type Cursor =
  | { readonly kind: "TopLevel" }
  | { readonly kind: "Header"; readonly block: Block }
  | { readonly kind: "Member"; readonly block: ApplicationBlock | MappingBlock | TestBlock }
  | { readonly kind: "PropertyValue"; readonly block: ApplicationBlock | MappingBlock; readonly property: Property }
  | { readonly kind: "EntryValue"; readonly block: TestBlock; readonly entry: TestEntry }
  | { readonly kind: "Target"; readonly block: MappingBlock; readonly statement: AttributeMappingStatement }
  | {
      readonly kind: "Source";
      readonly mapping: ObjectMapping | undefined;
      /** Where the text of the source may begin. */
      readonly start: number;
      /** From the root to the innermost node at the cursor; empty where nothing is written yet. */
      readonly path: readonly Expression[];
    }
  | { readonly kind: "Modifier"; readonly block: MappingBlock; readonly statement: AttributeMappingStatement }
  | { readonly kind: "ClauseStart"; readonly block: MappingBlock }
  | { readonly kind: "Clause"; readonly block: MappingBlock; readonly clause: ClauseStatement }
  | { readonly kind: "Declaration"; readonly block: AttributesBlock; readonly declaration: AttributeDeclaration }
  | { readonly kind: "Expectation"; readonly block: TestBlock; readonly expectation: ExpectBlock }
  | { readonly kind: "Comment"; readonly comment: Word }
  | SchemaName
  | { readonly kind: "Nothing" };

/** A string of a Graph schema that is a name, and what it names. */
export interface SchemaName {
  readonly kind: "SchemaName";
  readonly name: Word;
  readonly of:
    | { readonly kind: "sourceAttribute" | "targetAttribute"; readonly mapping: ObjectMapping }
    | { readonly kind: "operator"; readonly mapping: ObjectMapping; readonly attribute: string }
    | { readonly kind: "enumeration"; readonly enumeration: Enumeration }
    | { readonly kind: "directory" | "object"; readonly names: readonly string[] };
}
