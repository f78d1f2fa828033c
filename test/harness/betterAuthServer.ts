import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { scim } from "@better-auth/scim";
import { type BetterAuthOptions, type BetterAuthPlugin, betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
import { getAuthTables } from "better-auth/db";
import { toNodeHandler } from "better-auth/node";
import type { RunningServer } from "./scimServers.ts";

const token = "secret".padEnd(40, "0");

/** Starts a SCIM endpoint of other authors than ours, better-auth with its SCIM plugin, over an empty database in memory. */
export async function betterAuthServer(): Promise<RunningServer> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const options: BetterAuthOptions = {
    baseURL: origin,
    secret: randomBytes(32).toString("base64url"),
    emailAndPassword: { enabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    plugins: [
      scim({
        connections: [{ id: "entra", credentials: [{ type: "bearer", id: "test", token }] }],
        compatibility: { microsoftEntra: { acceptLegacyGroupSchema: true } },
      }) as BetterAuthPlugin,
    ],
  };
  const tables = Object.entries(getAuthTables(options)).flatMap(([name, { modelName }]) => [name, modelName]);
  const database = memoryAdapter(Object.fromEntries(tables.map(name => [name, []])));
  server.on("request", toNodeHandler(betterAuth({ ...options, database })));
  return {
    url: `${origin}/api/auth/scim/v2`,
    token,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
