import { env } from "node:process";
import tls from "node:tls";
import type { Dispatcher } from "undici";
import { isLoopback } from "../endpoint.ts";
import type { Network } from "./network.ts";

/** Connections to one origin, over a proxy where there is one. undici is loaded by the first, as most runs of the language server send nothing. */
export async function connect(origin: string, network: Network): Promise<Dispatcher> {
  // A bundle gives only the default export of a CommonJS module.
  const { default: undici } = await import("undici");
  const { connections, timeouts } = network;
  const options = { connections, headersTimeout: timeouts.headers, bodyTimeout: timeouts.body };
  const secured = tlsOf(network);
  if (isLoopback(new URL(origin).hostname) || !hasProxy(network)) {
    return new undici.Pool(origin, { ...options, connect: secured });
  }
  const { proxy } = network;
  return new undici.EnvHttpProxyAgent({
    ...options,
    connect: secured,
    requestTls: secured,
    proxyTls: secured,
    connectTimeout: timeouts.connect,
    ...(proxy !== undefined && { httpProxy: proxy, httpsProxy: proxy }),
  });
}

function tlsOf({ timeouts, authorities }: Network) {
  const trusted = authorities === undefined ? {} : { ca: [...usualAuthorities(), authorities] };
  return { timeout: timeouts.connect, minVersion: "TLSv1.2", ...trusted } as const;
}

/** Those that Node itself trusts; before Node 22.15 the ones of NODE_EXTRA_CA_CERTS are not told. */
function usualAuthorities(): readonly string[] {
  const { getCACertificates = () => tls.rootCertificates } = tls as Partial<typeof tls>;
  return getCACertificates();
}

function hasProxy({ proxy }: Network): boolean {
  return Boolean(proxy || env.HTTPS_PROXY || env.https_proxy || env.HTTP_PROXY || env.http_proxy);
}
