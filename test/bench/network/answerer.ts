import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createBody } from "../../../server/src/engine/requests/createBody.ts";
import { defaultWire } from "../../../server/src/engine/requests/wire.ts";
import { targetObject, valuesOf } from "./person.ts";

/** The least that a server can do: it answers every request at once with a constant. Tells its address, and lives until its parent ends. */
const resource = Buffer.from(
  JSON.stringify({ ...JSON.parse(createBody(targetObject, valuesOf(1), defaultWire)), id: "1" }),
);
const nobody = Buffer.from(
  JSON.stringify({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: 0,
    Resources: [],
  }),
);

const server = createServer((incoming, outgoing) => {
  const { method, url = "" } = incoming;
  incoming.resume().on("end", () => {
    const body = method === "PATCH" ? undefined : url.includes("filter=") ? nobody : resource;
    const status = method === "POST" ? 201 : body === undefined ? 204 : 200;
    outgoing.writeHead(status, {
      ...(body && { "content-type": "application/scim+json; charset=utf-8", "content-length": body.length }),
    });
    outgoing.end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}/scim`, token: "token" })}\n`);
});
process.stdin.on("close", () => process.exit()).resume();
