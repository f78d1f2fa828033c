import type { AttributeFact } from "../catalogue/attribute.ts";
import type { Expression } from "../language/expression/tree.ts";
import type { JsonTree } from "../language/graph/json.ts";
import type {
  AttributeMappingNode,
  FilterClauseNode,
  ObjectDefinition,
  ObjectMappingNode,
  SynchronizationSchema,
} from "../language/graph/tree.ts";
import type { Span, SyntaxProblem, Word } from "../language/text.ts";
import type { MappingTest } from "./mappingTest.ts";

/** The meaning of one provisioning configuration, whichever syntax it was written in. Spans point into that text. */
export interface Configuration {
  readonly application?: Application;
  /** The template of the provisioning job: the one that the application names, or that a schema is of. */
  readonly template?: string;
  readonly mappings: readonly ObjectMapping[];
  readonly declarations: readonly ObjectDeclaration[];
  readonly tests: readonly MappingTest[];
  /** The properties of every block as they were written, in the order of the text. */
  readonly propertyBlocks: readonly PropertyBlock[];
  /** The comments that turn rules off; none where the syntax has no comments. */
  readonly suppressions: readonly Suppression[];
  /** The Microsoft Graph schema that says all this; absent where a `.provmap` file does. */
  readonly schema?: SynchronizationSchema;
  readonly revision?: Revision;
}

/**
 * Of a Graph schema: stands for what is said outside of its object mappings and, of an object mapping, for that and for what
 * the mapping says. The same object in each version of a file in which that is the same.
 */
export type Revision = object;

/** The application and the settings of its provisioning job. */
export interface Application {
  readonly name: Word;
  readonly template?: Word;
  readonly provisioning: "automatic" | "manual";
  readonly endpoint?: Word;
  readonly authentication?: Authentication;
  readonly scope: "assigned" | "all";
  readonly notificationEmail?: Word;
  /** Accidental-deletion threshold: how many deletions and disablings a cycle may do. */
  readonly deleteThreshold?: number;
  readonly skipOutOfScopeDeletions: boolean;
  /** The Graph schema JSON beside the file. */
  readonly schema?: Word;
  readonly span: Span;
}

/** How the endpoint is addressed. The secret is a name, never a value. */
export interface Authentication {
  readonly type: "bearer" | "basic" | "none";
  readonly secret?: string;
}

/** Graph `objectMapping`: how objects of one kind flow. */
export interface ObjectMapping {
  readonly name: Word;
  /** The synchronization rule of the Graph schema that it belongs to. */
  readonly rule?: Word;
  readonly sourceObject: Word;
  readonly targetObject: Word;
  readonly enabled: boolean;
  /** Target object actions that are allowed. */
  readonly actions: TargetObjectActions;
  readonly filters: readonly ScopingFilter[];
  readonly attributeMappings: readonly AttributeMapping[];
  /** Every attribute that the source and the target object have: the catalogue's and the declared ones, by name. */
  readonly sourceAttributes: AttributeSet;
  readonly targetAttributes: AttributeSet;
  readonly inSchema?: InSchema<ObjectMappingNode>;
  /** The mistakes in its expressions, where each is a text of its own, as in a Graph schema. */
  readonly syntaxProblems?: readonly SyntaxProblem[];
  /** The whole mapping. */
  readonly span: Span;
  readonly revision?: Revision;
}

export interface TargetObjectActions {
  readonly create: boolean;
  readonly update: boolean;
  readonly delete: boolean;
}

/** The attributes of one object. `known` is false where neither catalogue nor file describe the object: then nothing can be called unknown. */
export interface AttributeSet {
  readonly known: boolean;
  readonly byName: ReadonlyMap<string, AttributeFact>;
  /** The definition of the object, where a directory of a Graph schema has one. */
  readonly inSchema?: InSchema<ObjectDefinition>;
}

/** What of a Graph schema says a thing, and the JSON in which it does. */
export interface InSchema<N> {
  readonly json: JsonTree;
  readonly node: N;
}

/** Graph `attributeMapping`: one target attribute and what flows into it. */
export interface AttributeMapping {
  readonly target: Word;
  readonly source: MappingSource;
  /** 1 and up, lowest first; absent on attributes that do not match. */
  readonly matchingPrecedence?: number;
  /** The precedence as it is written, empty where the number is missing. */
  readonly writtenPrecedence?: Word;
  /** Used on creation when the source gives null (customize-application-attributes, "Default value if null"). */
  readonly defaultValue?: string;
  /** The whole modifier that gives the default value, where the syntax has modifiers. */
  readonly defaultModifier?: Span;
  readonly flowType: FlowType;
  readonly flowBehavior: "FlowWhenChanged" | "FlowAlways";
  readonly inSchema?: InSchema<AttributeMappingNode>;
  readonly span: Span;
}

/**
 * Graph `attributeFlowType`. ObjectAddOnly is the portal's "Only during object creation", MultiValueAddOnly adds values to a
 * list, ValueAddOnly takes no value away that is there, AttributeAddOnly flows where no value is there.
 */
export type FlowType = "Always" | "ObjectAddOnly" | "MultiValueAddOnly" | "ValueAddOnly" | "AttributeAddOnly";

/** The mapping types of the portal. `Unreadable` stands for a source that does not parse: a syntax problem tells of it. */
export type MappingSource =
  | { readonly kind: "Direct"; readonly expression: Expression }
  | { readonly kind: "Constant"; readonly expression: Expression; readonly value: string }
  | { readonly kind: "Expression"; readonly expression: Expression }
  | { readonly kind: "None"; readonly span: Span }
  | { readonly kind: "Unreadable"; readonly span: Span };

/** Graph `filterGroup`: its clauses are joined by AND, filters of one mapping by OR. */
export interface ScopingFilter {
  readonly group: "scoping" | "input" | "category";
  readonly name: Word;
  readonly clauses: readonly Clause[];
  readonly span: Span;
}

/** Graph `filterClause`. */
export interface Clause {
  readonly attribute: Word;
  /** As written; `findOperator` of the catalogue knows its spellings. */
  readonly operator: Word;
  readonly value?: Word;
  readonly inSchema?: InSchema<FilterClauseNode>;
  readonly span: Span;
}

/** An `attributes` block. */
export interface ObjectDeclaration {
  readonly side: "source" | "target";
  readonly object: Word;
  readonly attributes: readonly DeclaredAttribute[];
  readonly span: Span;
}

/** One attribute of an `attributes` block: what it means, and the words that say so. */
export interface DeclaredAttribute {
  readonly fact: AttributeFact;
  readonly name: Word;
  readonly type: Word;
  readonly flags: readonly Word[];
  readonly span: Span;
}

/** The `name: value` entries of one application, mapping or test block. What they mean stands in the members above. */
export interface PropertyBlock {
  readonly block: "application" | "mapping" | "test";
  readonly name: Word;
  readonly properties: readonly WrittenProperty[];
}

/** A property as it was written, known or not. */
export interface WrittenProperty {
  readonly name: Word;
  readonly values: readonly WrittenValue[];
  readonly span: Span;
}

/** One value of a property. A number is a word; `text` is empty for an object or a list, and the name for `secret("name")`. */
export interface WrittenValue extends Word {
  readonly form: "word" | "string" | "secret" | "structure";
}

/** A comment that turns rules off. */
export interface Suppression {
  /** `mapwright-disable-next-line` or `mapwright-disable`, or what was written in their place. */
  readonly name: Word;
  readonly codes: readonly Word[];
  /** Where the problems with these codes are not told; absent where the comment has no effect. */
  readonly scope?: Span;
  readonly span: Span;
}
