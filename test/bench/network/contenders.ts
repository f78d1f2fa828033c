import undici from "undici";
import { openTarget } from "../../../server/src/connectors/scim/openTarget.ts";
import { matchQuery, readRequest } from "../../../server/src/engine/requests/reads.ts";
import { defaultWire } from "../../../server/src/engine/requests/wire.ts";
import { writeRequest } from "../../../server/src/engine/requests/writes.ts";
import { additionsOf, replacementsOf, targetObject } from "./person.ts";

/** The requests of one person's provisioning, each with its id where it has one. */
export interface Contender {
  readonly match: (index: number) => Promise<unknown>;
  readonly create: (index: number) => Promise<unknown>;
  readonly read: (id: string) => Promise<unknown>;
  readonly update: (index: number, id: string) => Promise<unknown>;
}

/** Where the server is. */
export interface Address {
  readonly url: string;
  readonly token: string;
}

/** Ours: requests are built by the engine and delivered by the connector, with its checks and its patience. */
export function mapwright({ url, token }: Address, connections: number): Contender {
  const target = openTarget({
    endpoint: url,
    authentication: { type: "bearer" },
    secret: token,
    figures: { requestsPerSecond: Number.POSITIVE_INFINITY },
    network: { connections },
  });
  const { signal } = new AbortController();
  const send = async (request: Parameters<typeof target.send>[0]) => {
    const answer = await target.send(request, signal);
    if (answer.kind === "failure") throw new Error(answer.message);
    return answer;
  };
  return {
    match: index => send(matchQuery(targetObject, "userName", `person${index}@contoso.com`)),
    create: index => send(writeRequest(targetObject, { kind: "create", changes: additionsOf(index) }, defaultWire)),
    read: id => send(readRequest(targetObject, id)),
    update: (index, id) =>
      send(writeRequest(targetObject, { kind: "update", id, changes: replacementsOf(index) }, defaultWire)),
  };
}

type Send = (method: "GET" | "POST" | "PATCH", path: string, body?: object) => Promise<unknown>;

/** The same requests by the shortest way that there is: an address and an object, without any check. */
function bare(send: Send): Contender {
  return {
    match: index => send("GET", `/Users?filter=${encodeURIComponent(`userName eq "person${index}@contoso.com"`)}`),
    create: index => send("POST", "/Users", person(index)),
    read: id => send("GET", `/Users/${id}`),
    update: (index, id) =>
      send("PATCH", `/Users/${id}`, {
        schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        Operations: [
          { op: "Replace", path: "displayName", value: `value ${index}` },
          { op: "Replace", path: "title", value: `value ${index}` },
        ],
      }),
  };
}

/** A bare loop over a Pool of undici. */
export function barePool({ url, token }: Address, connections: number): Contender {
  const { origin, pathname } = new URL(url);
  const pool = new undici.Pool(origin, { connections });
  const authorization = `Bearer ${token}`;
  return bare(async (method, path, content) => {
    const headers = { accept: "application/scim+json", authorization, "content-type": "application/scim+json" };
    const body = content === undefined ? null : JSON.stringify(content);
    const answer = await pool.request({ method, path: pathname + path, headers, body });
    const text = await answer.body.text();
    return text === "" ? undefined : JSON.parse(text);
  });
}

/** The same over the fetch that Node has. */
export function builtInFetch({ url, token }: Address): Contender {
  const authorization = `Bearer ${token}`;
  return bare(async (method, path, content) => {
    const headers = { accept: "application/scim+json", authorization, "content-type": "application/scim+json" };
    const body = content === undefined ? null : JSON.stringify(content);
    const answer = await fetch(url + path, { method, headers, body });
    const text = await answer.text();
    return text === "" ? undefined : JSON.parse(text);
  });
}

function person(index: number): object {
  const value = `value ${index}`;
  const name = `person${index}@contoso.com`;
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", targetObject],
    externalId: value,
    userName: name,
    displayName: value,
    emails: [{ primary: true, type: "work", value: name }],
    addresses: [{ type: "work", streetAddress: value, locality: value, postalCode: value, country: value }],
    phoneNumbers: [
      { type: "work", value },
      { type: "mobile", value },
    ],
    name: { givenName: value, familyName: value, formatted: value, middleName: value },
    title: value,
    nickName: value,
    userType: value,
    preferredLanguage: value,
    locale: value,
    timezone: value,
    meta: { resourceType: "User" },
    [targetObject]: {
      employeeNumber: value,
      costCenter: value,
      organization: value,
      division: value,
      department: value,
    },
  };
}
