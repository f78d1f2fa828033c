import { peerModule } from "../../peers.ts";
import { ofPredicate } from "../contender.ts";
import type { ScimUser } from "../scimUsers.ts";

interface Scim2ParseFilter {
  readonly parse: (text: string) => object;
  readonly filter: (parsed: object) => (user: ScimUser) => boolean;
}

const { parse, filter } = peerModule<Scim2ParseFilter>("scim2-parse-filter");

/** It reads a path inside a filter alone. */
const parsePath = (path: string) => parse(`${path} pr`);

export const contender = ofPredicate(parse, parsePath, text => filter(parse(text)));
