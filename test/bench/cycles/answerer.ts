import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * The least that a server of a cycle can do: it keeps what is posted under the next number, gives it back, finds nobody, and
 * takes every change without looking at it. Tells its address, and lives until its parent ends.
 */
const resources: Buffer[] = [];
const nobody = Buffer.from(
  JSON.stringify({ schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], totalResults: 0, Resources: [] }),
);
const json = { "content-type": "application/scim+json; charset=utf-8" };

function create(body: Buffer): Buffer {
  const resource = Buffer.concat([Buffer.from(`{"id":"${resources.length + 1}",`), body.subarray(1)]);
  resources.push(resource);
  return resource;
}

const server = createServer((incoming, outgoing) => {
  const { method, url = "" } = incoming;
  const chunks: Buffer[] = [];
  incoming.on("data", chunk => chunks.push(chunk));
  incoming.on("end", () => {
    if (method === "PATCH") {
      outgoing.writeHead(204).end();
      return;
    }
    const held = resources[Number(url.slice(url.lastIndexOf("/") + 1)) - 1];
    const body = method === "POST" ? create(Buffer.concat(chunks)) : url.includes("filter=") ? nobody : held;
    outgoing.writeHead(method === "POST" ? 201 : body === undefined ? 404 : 200, json).end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}/scim`, token: "token" })}\n`);
});
process.stdin.on("close", () => process.exit()).resume();
