import { Schemas } from "scimmy";
import { attributesOf } from "../../../../server/src/connectors/sandbox/attributePath.ts";
import { readFilter } from "../../../../server/src/connectors/sandbox/filter.ts";
import { parseFilter } from "../../../../server/src/engine/filter/parseFilter.ts";
import { parseTargetPath } from "../../../../server/src/engine/paths/targetPath.ts";
import { ofPredicate } from "../contender.ts";

Schemas.User.definition.extend(Schemas.EnterpriseUser.definition, false);
const find = attributesOf(Schemas.User.definition);

/** The filters of the engine, over the schema of the sandbox. */
export const contender = ofPredicate(parseFilter, parseTargetPath, text => readFilter(text, find));
