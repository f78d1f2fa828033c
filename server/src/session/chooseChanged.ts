import * as l10n from "@vscode/l10n";
import { InputError } from "../connectors/inputError.ts";
import { walk } from "../language/expression/tree.ts";
import type { ObjectMapping } from "../model/configuration.ts";
import { didYouMean, offer } from "../validation/didYouMean.ts";

/** The source attributes of these names, each once. Throws InputError for one that the source object does not have and no mapping reads. */
export function chooseChanged(names: readonly string[], mapping: ObjectMapping): readonly string[] {
  const { sourceAttributes, attributeMappings } = mapping;
  const read = attributeMappings
    .flatMap(({ source }) => ("expression" in source ? walk(source.expression) : []))
    .flatMap(node => (node.kind === "AttributeReference" ? node.name : []));
  const known = new Set([...sourceAttributes.byName.keys(), ...read]);
  const unknown = names.find(name => !known.has(name));
  if (unknown === undefined) return [...new Set(names)];
  throw new InputError(
    l10n.t`${mapping.sourceObject.text} has no attribute "${unknown}" that could have changed.` +
      offer(didYouMean(unknown, known)),
  );
}
