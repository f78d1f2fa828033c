import type { ApplicationBlock } from "../language/provmap/tree.ts";
import type { Word } from "../language/text.ts";
import type { Application, Authentication, WrittenProperty } from "./configuration.ts";
import { firstValue, valuesOf, writtenProperties } from "./writtenProperties.ts";

/** The application of a block. A setting that is absent, or has a word that it does not know, has its default. */
export function readApplication(block: ApplicationBlock): Application {
  const properties = writtenProperties(block.properties);
  const word = (name: string) => firstValue(properties, name)?.text;
  return {
    name: block.name,
    provisioning: word("provisioning") === "manual" ? "manual" : "automatic",
    scope: word("scope") === "all" ? "all" : "assigned",
    skipOutOfScopeDeletions: word("skipOutOfScopeDeletions") === "true",
    ...texts(properties),
    ...threshold(word("deleteThreshold")),
    ...authentication(properties),
    span: block.span,
  };
}

function texts(properties: readonly WrittenProperty[]): { readonly [K in (typeof textNames)[number]]?: Word } {
  const found = textNames.map(name => [name, firstValue(properties, name)] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

const textNames = ["template", "endpoint", "notificationEmail", "schema"] as const;

function threshold(text: string | undefined): { deleteThreshold?: number } {
  return text !== undefined && /^\d+$/.test(text) ? { deleteThreshold: Number(text) } : {};
}

function authentication(properties: readonly WrittenProperty[]): { authentication?: Authentication } {
  const values = valuesOf(properties, "authentication");
  if (values.length === 0) return {};
  const word = values.find(value => value.form === "word")?.text;
  const secret = values.find(value => value.form === "secret")?.text;
  const type = word === "bearer" || word === "basic" ? word : "none";
  return { authentication: { type, ...(secret !== undefined && { secret }) } };
}
