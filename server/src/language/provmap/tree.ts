import type { Expression, StringLiteral } from "../expression/tree.ts";
import type { Span, Word } from "../text.ts";

/** A whole `.provmap` file. Every token of the text lies in one of its blocks, in a comment or in a syntax problem. */
export interface ProvmapFile {
  readonly kind: "ProvmapFile";
  readonly blocks: readonly Block[];
  readonly comments: readonly Word[];
  readonly span: Span;
}

export type Block = ApplicationBlock | MappingBlock | AttributesBlock | TestBlock;

/** What every block has: the keyword, braces (absent where the text lacks them) and the whole range. */
interface Braced {
  readonly keyword: Word;
  readonly open?: Span;
  readonly close?: Span;
  readonly span: Span;
}

/** A name as a person wrote it: bare, or a string. `text` is the meaning, without quotes and escapes. */
export interface Name extends Word {
  readonly quoted: boolean;
}

/** `application "name" { property … }` */
export interface ApplicationBlock extends Braced {
  readonly kind: "ApplicationBlock";
  readonly name: Name;
  readonly properties: readonly Property[];
}

/** `mapping "name" { property … filter … target <- source … }` */
export interface MappingBlock extends Braced {
  readonly kind: "MappingBlock";
  readonly name: Name;
  readonly members: readonly MappingMember[];
}

export type MappingMember = Property | FilterBlock | AttributeMappingStatement;

/** `name: value`. `value` is one or more items: `actions: create, update`. An empty list where the text has none. */
export interface Property {
  readonly kind: "Property";
  readonly name: Name;
  readonly values: readonly PropertyValue[];
  readonly span: Span;
}

/** A word, a string, a number (as a word), or `secret("name")`. */
export type PropertyValue = NameValue | SecretValue;

export interface NameValue {
  readonly kind: "NameValue";
  readonly name: Name;
  readonly span: Span;
}

export interface SecretValue {
  readonly kind: "SecretValue";
  readonly name: Name;
  readonly span: Span;
}

/** `filter "name" { clause … }`; `input filter` and `category filter` are Graph's experimental groups. */
export interface FilterBlock extends Braced {
  readonly kind: "FilterBlock";
  readonly group: "scoping" | "input" | "category";
  readonly name: Name;
  readonly clauses: readonly ClauseStatement[];
}

/** `attribute OPERATOR value`. The operator is the words as written, joined by one blank; empty text where it is missing. */
export interface ClauseStatement {
  readonly kind: "ClauseStatement";
  readonly attribute: Name;
  readonly operator: Word;
  readonly value?: Name;
  readonly span: Span;
}

/** `target <- source modifier …` */
export interface AttributeMappingStatement {
  readonly kind: "AttributeMappingStatement";
  readonly target: Name;
  readonly arrow: Span;
  readonly source: MappingSourceNode;
  readonly modifiers: readonly Modifier[];
  readonly span: Span;
}

/** An expression, or the word `none`. */
export type MappingSourceNode = Expression | NoSource;

export interface NoSource {
  readonly kind: "NoSource";
  readonly span: Span;
}

/** `match N`, `default "x"`, `on create`, `add values`, `flow always`. An argument is absent where the text lacks it. */
export type Modifier = MatchModifier | DefaultModifier | FlagModifier;

export interface MatchModifier {
  readonly kind: "MatchModifier";
  readonly precedence?: Word;
  readonly span: Span;
}

export interface DefaultModifier {
  readonly kind: "DefaultModifier";
  readonly value?: StringLiteral;
  readonly span: Span;
}

export interface FlagModifier {
  readonly kind: "FlagModifier";
  readonly flag: "on create" | "add values" | "flow always";
  readonly span: Span;
}

/** `attributes source|target "object" { name: Type, flag … }` */
export interface AttributesBlock extends Braced {
  readonly kind: "AttributesBlock";
  /** `source` or `target`, as written; empty text where it is missing. */
  readonly side: Word;
  readonly object: Name;
  readonly declarations: readonly AttributeDeclaration[];
}

/** `name: Type, flag, references "Object"` */
export interface AttributeDeclaration {
  readonly kind: "AttributeDeclaration";
  readonly name: Name;
  readonly type: Word;
  readonly flags: readonly Word[];
  readonly references: readonly Name[];
  readonly span: Span;
}

/** `test "name" { mapping: … user: … existing: … assigned: … now: … expect … }` */
export interface TestBlock extends Braced {
  readonly kind: "TestBlock";
  readonly name: Name;
  readonly entries: readonly TestEntry[];
  readonly expectations: readonly ExpectBlock[];
}

/** `name: value`, or `user: "id" with { … }`. */
export interface TestEntry {
  readonly kind: "TestEntry";
  readonly name: Name;
  readonly value?: TestValue;
  readonly changes?: ObjectValue;
  readonly span: Span;
}

/** `expect create { target: value … }` */
export interface ExpectBlock {
  readonly kind: "ExpectBlock";
  /** create, update, disable, delete, skip or fail, as written; empty text where it is missing. */
  readonly action: Word;
  readonly members: readonly ObjectMember[];
  readonly open?: Span;
  readonly close?: Span;
  readonly span: Span;
}

export type TestValue = ObjectValue | ListValue | ScalarValue;

/** `{ name: value, … }`; commas between members are optional. */
export interface ObjectValue {
  readonly kind: "ObjectValue";
  readonly members: readonly ObjectMember[];
  readonly span: Span;
}

export interface ObjectMember {
  readonly kind: "ObjectMember";
  readonly name: Name;
  readonly value?: TestValue;
  readonly span: Span;
}

/** `[ value, … ]` */
export interface ListValue {
  readonly kind: "ListValue";
  readonly items: readonly TestValue[];
  readonly span: Span;
}

/** A string, a number or a word such as `true`, `none`, `absent`. */
export interface ScalarValue {
  readonly kind: "ScalarValue";
  readonly name: Name;
  readonly span: Span;
}
