import { type AttributeFact, attributeTypes } from "../catalogue/attribute.ts";

import type { AttributeDeclaration, AttributesBlock } from "../language/provmap/tree.ts";
import type { DeclaredAttribute, ObjectDeclaration } from "./configuration.ts";

/** The declaration of an `attributes` block. One that names no side describes the target, as most do. */
export function readDeclaration(block: AttributesBlock): ObjectDeclaration {
  return {
    side: block.side.text === "source" ? "source" : "target",
    object: block.object,
    attributes: block.declarations.map(readAttribute),
    span: block.span,
  };
}

function readAttribute(declaration: AttributeDeclaration): DeclaredAttribute {
  const { name, type, flags, span } = declaration;
  return { fact: fact(declaration), name, type, flags, span };
}

/** The description of an attribute that the file declares. */
export const declaredHere = "Declared in this file.";

/** A type that Entra does not know counts as String, the type that an attribute definition has by default. */
function fact({ name, type, flags, references }: AttributeDeclaration): AttributeFact {
  const words = flags.map(({ text }) => text);
  return {
    name: name.text,
    type: attributeTypes.find(known => known === type.text) ?? "String",
    multivalued: words.includes("multivalued"),
    description: declaredHere,
    required: words.includes("required"),
    caseExact: words.includes("caseExact"),
    mutability: words.includes("readOnly") ? "ReadOnly" : words.includes("immutable") ? "Immutable" : "ReadWrite",
    references: references.map(({ text }) => text),
    source: "https://learn.microsoft.com/graph/api/resources/synchronization-attributedefinition",
  };
}
