import type { Span, Word } from "../language/text.ts";

/** A `test` block: one object, what the target holds of it, and what provisioning is expected to do. */
export interface MappingTest {
  readonly name: Word;
  /** The name of the mapping; absent: the first enabled one that reads such objects. */
  readonly mapping?: Word;
  /** What is provisioned: exactly one object in a test that can be run. */
  readonly subjects: readonly TestSubject[];
  readonly assigned: boolean;
  /** What the target holds of the object; absent: it does not know it. */
  readonly existing?: readonly TestMember[];
  /** The instant at which the test plays, as written. */
  readonly now?: Word;
  readonly expectations: readonly Expectation[];
  readonly span: Span;
}

/** The object that a test provisions. */
export interface TestSubject {
  readonly objectType: "User" | "Group";
  /** What an object of the directory is called by; absent where the test writes the object out. */
  readonly key?: Word;
  /** What the test writes of the object: all of it, or how it differs from the directory's. */
  readonly attributes: readonly TestMember[];
  readonly span: Span;
}

/** `name: value` inside an object of a test. */
export interface TestMember {
  readonly name: Word;
  readonly value: Json;
  readonly span: Span;
}

/** A value as JSON. The bare words `absent`, `none` and `null` are null, `true`, `false` and numbers are themselves, other words are texts. */
export type Json = null | string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/** An `expect` block. */
export interface Expectation {
  /** As written: one of `expectedActions` of the catalogue in a test that can pass. */
  readonly action: Word;
  /** Why an object is skipped or fails: a code such as `NotEffectivelyEntitled`, or a part of the sentence. */
  readonly reason?: ExpectedMember;
  readonly attributes: readonly ExpectedMember[];
  readonly span: Span;
}

/** What a target attribute is expected to hold. */
export interface ExpectedMember {
  readonly name: Word;
  /** Undefined where an object is written, which no attribute can be compared with. */
  readonly value: ExpectedValue | undefined;
  readonly span: Span;
}

/** A text, the texts of a list, or null for `absent`. */
export type ExpectedValue = string | readonly string[] | null;
