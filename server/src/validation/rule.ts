import type { Call, Expression } from "../language/expression/tree.ts";
import type { SynchronizationSchema } from "../language/graph/tree.ts";
import type { Span } from "../language/text.ts";
import type {
  Application,
  AttributeMapping,
  Clause,
  Configuration,
  ObjectDeclaration,
  ObjectMapping,
  PropertyBlock,
  ScopingFilter,
  Suppression,
} from "../model/configuration.ts";
import type { MappingTest } from "../model/mappingTest.ts";

/** The levels that a rule can have; `mapwright.json` can set another, or turn the rule off. */
export type Severity = "error" | "warning" | "information";

/** One finding about a text, with its remedies. */
export interface Problem {
  /** The rule's code: the file name in kebab case. Syntax problems have `expr-syntax`, `provmap-syntax` and `json-syntax`. */
  readonly code: string;
  readonly severity: Severity;
  /** Names the thing and the remedy. */
  readonly message: string;
  readonly span: Span;
  /** The page that says so. */
  readonly source: string;
  readonly fixes: readonly Fix[];
  readonly tag?: ProblemTag;
  /** Other places that have to do with it. */
  readonly related?: readonly Related[];
}

/** How an editor shows what a problem is about: faded, or struck through. */
export type ProblemTag = "unnecessary" | "deprecated";

/** A place that a problem refers to, and what is there. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** A change of the text that mends a problem. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The edits are of the JSON of a Graph schema. Absent: they are of `.provmap` text, or inside an expression. */
  readonly inJson?: true;
}

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A check of what one documentation page warns of */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  readonly source: string;
  /** What it finds has no effect, or is better written in another way. */
  readonly tag?: ProblemTag;
  /** Called once for each text, reports nothing itself; state lives in the closure. */
  readonly check: (report: Report, configuration: Configuration) => Visitor;
}

/** Reports a problem with its fixes and the other places that it refers to. */
export type Report = (span: Span, message: string, ...details: readonly (Fix | Related)[]) => void;

/** What surrounds a visited node. */
export interface Scope {
  readonly mapping: ObjectMapping;
  readonly attributeMapping: AttributeMapping;
  /** From the root of the expression to the parent of the node. */
  readonly ancestors: readonly Expression[];
}

/** A handler for each kind of node of the expression tree. */
type ExpressionHandlers = {
  readonly [K in Expression["kind"]]?: (node: Extract<Expression, { kind: K }>, scope: Scope) => void;
};

/** Looks at a call of a built-in. */
export type CallHandler = (call: Call, scope: Scope) => void;

/**
 * Handlers by kind of node; each is called once for each such node, an outer node before those inside it. In a Graph schema
 * those of an object mapping and of what it holds look at no other mapping, and the rest at nothing that a mapping holds in
 * its attribute mappings and filters: what they found is kept while a person types elsewhere.
 */
export interface Visitor extends ExpressionHandlers {
  readonly Configuration?: (configuration: Configuration) => void;
  /** By the name of a built-in: called for each of its calls, in whatever case the name is written there. */
  readonly calls?: Readonly<Record<string, CallHandler>>;
  readonly PropertyBlock?: (block: PropertyBlock) => void;
  readonly Suppression?: (suppression: Suppression) => void;
  /** Called for a Graph schema, and for nothing else. */
  readonly Schema?: (schema: SynchronizationSchema) => void;
  readonly Application?: (application: Application) => void;
  readonly ObjectDeclaration?: (declaration: ObjectDeclaration) => void;
  /** `mapping` is the one that the test runs; absent where the file has none. */
  readonly MappingTest?: (test: MappingTest, mapping: ObjectMapping | undefined) => void;
  readonly ObjectMapping?: (mapping: ObjectMapping) => void;
  readonly AttributeMapping?: (attributeMapping: AttributeMapping, mapping: ObjectMapping) => void;
  readonly ScopingFilter?: (filter: ScopingFilter, mapping: ObjectMapping) => void;
  readonly Clause?: (clause: Clause, mapping: ObjectMapping) => void;
}
