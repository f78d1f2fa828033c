import type { AttributeFact, AttributeType } from "../../catalogue/attribute.ts";
import { acceptsArguments } from "../../functions/arity.ts";
import { findFunction } from "../../functions/index.ts";
import { singleAppRoleAssignment } from "../../functions/singleAppRoleAssignment.ts";
import { onOneLine } from "../../language/expression/onOneLine.ts";
import { type Expression, walk } from "../../language/expression/tree.ts";
import type { Span } from "../../language/text.ts";
import type { AttributeMapping, ObjectMapping } from "../../model/configuration.ts";
import { type CompiledExpression, compile, compileArgument } from "../expression/compile.ts";
import { type NotAPath, parseTargetPath, type TargetPath } from "../paths/targetPath.ts";

/** An attribute mapping with everything that does not depend on the object: compiled once, run for each. */
export interface CompiledMapping {
  readonly mapping: AttributeMapping;
  readonly path: TargetPath | NotAPath;
  /** What the target's schema says of the attribute; absent where nothing is known of it. */
  readonly fact?: AttributeFact;
  /** Absent for `none` and for a source that does not parse. */
  readonly expression?: CompiledExpression;
  /** The rules of SelectUniqueValue, each by itself. */
  readonly candidates?: readonly CompiledExpression[];
  /** How the list of an app role function reaches an object that the target has; absent for anything else. */
  readonly patch?: "Add" | "Replace";
  /** The source is SingleAppRoleAssignment. */
  readonly singleRole?: true;
  /** What it gives is not to be shown, as if Redact had a part in it. */
  readonly secret?: true;
  /** The source as written, on one line. */
  readonly source: string;
  /** Points to another object, and so flows in a second step. */
  readonly reference: boolean;
  readonly dependsOnIsSoftDeleted: boolean;
}

/** Compiles the attribute mappings of an object mapping; `text` is the text that their spans point into. */
export function compileMapping(mapping: ObjectMapping, text: string): readonly CompiledMapping[] {
  const names: string[] = [];
  return mapping.attributeMappings.map(each => compileAttributeMapping(each, mapping, text, names));
}

/** The type that values are sent in, as the target's schema says; where it says nothing a text, but for `primary` of an element (RFC 7643 section 2.4). */
export function sentType({ fact, path }: CompiledMapping): AttributeType {
  if (fact !== undefined) return fact.type;
  return path.kind === "path" && path.element !== undefined && path.sub === "primary" ? "Boolean" : "String";
}

/** What the target never returns, such as a password, is no more shown, stored or logged than what is redacted. */
export function hidingSecrets(compiled: CompiledMapping): CompiledMapping {
  return compiled.fact?.mutability === "WriteOnly" ? { ...compiled, secret: true } : compiled;
}

/** `names` are the attributes that the mappings read; they are fetched together. */
function compileAttributeMapping(
  mapping: AttributeMapping,
  object: ObjectMapping,
  text: string,
  names: string[],
): CompiledMapping {
  const fact = object.targetAttributes.byName.get(mapping.target.text);
  const expression = "expression" in mapping.source ? mapping.source.expression : undefined;
  const span: Span = "expression" in mapping.source ? mapping.source.expression.span : mapping.source.span;
  return {
    mapping,
    path: parseTargetPath(mapping.target.text),
    source: onOneLine(text.slice(span.start, span.end)),
    reference: fact?.type === "Reference" || readsReference(expression, object),
    dependsOnIsSoftDeleted: expression !== undefined && reads(expression, "IsSoftDeleted"),
    ...(fact !== undefined && { fact }),
    ...(expression !== undefined && { expression: compile(expression, names), ...outermostFacts(expression, names) }),
  };
}

/** What follows from the outermost function. A call that cannot be right has no candidates: it fails when it is evaluated. */
function outermostFacts(
  expression: Expression,
  names: string[],
): Pick<CompiledMapping, "candidates" | "patch" | "singleRole"> {
  const definition = expression.kind === "Call" ? findFunction(expression.name) : undefined;
  if (expression.kind !== "Call" || definition === undefined) return {};
  if (definition.patch !== undefined) return { patch: definition.patch };
  if (definition === singleAppRoleAssignment) return { singleRole: true };
  const rules = expression.arguments.filter(argument => argument.kind !== "Omitted");
  if (!definition.outermost || !acceptsArguments(definition, expression.arguments.length)) return {};
  return { candidates: rules.map(rule => compileArgument(rule, names)) };
}

function readsReference(expression: Expression | undefined, { sourceAttributes }: ObjectMapping): boolean {
  if (expression?.kind !== "AttributeReference") return false;
  return sourceAttributes.byName.get(expression.name)?.type === "Reference";
}

function reads(expression: Expression, attribute: string): boolean {
  return walk(expression).some(node => node.kind === "AttributeReference" && node.name === attribute);
}
