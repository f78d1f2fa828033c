import type { AttributeFact } from "../catalogue/attribute.ts";
import type { OperatorFact } from "../catalogue/operators.ts";
import type { PropertyFact, WordFact } from "../catalogue/properties.ts";
import type { Parameter } from "../functions/definition.ts";
import type { DocumentedFunction } from "../functions/documentedFunctions.ts";
import type { Span } from "../language/text.ts";

/** A piece of the text that stands for something of which facts are known. */
export type Subject =
  | { readonly kind: "Function"; readonly fact: DocumentedFunction; readonly span: Span }
  | { readonly kind: "Parameter"; readonly fact: Parameter; readonly of: string; readonly span: Span }
  | { readonly kind: "Attribute"; readonly fact: AttributeFact; readonly span: Span }
  | { readonly kind: "Operator"; readonly fact: OperatorFact; readonly span: Span }
  | { readonly kind: "Property"; readonly fact: PropertyFact; readonly span: Span }
  /** In the person's language already. */
  | { readonly kind: "Word"; readonly fact: WordFact; readonly span: Span };
