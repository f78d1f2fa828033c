import * as l10n from "@vscode/l10n";
import type { ScimFailure } from "../../engine/ports.ts";
import { tooLarge } from "./http/receive.ts";

interface Explanation {
  /** Follows "got no answer: ". */
  readonly what: () => string;
  readonly remedy: () => string;
}

const unreachable = () => l10n.t("Start the endpoint, or correct its address and port.");
const untrusted = () =>
  l10n.t(
    "Give the endpoint a certificate that names this host and that a public authority signed, or name your own authority's as certificateAuthority.",
  );
const proxied = () => l10n.t("Check the proxy in HTTPS_PROXY, or except the host from it in NO_PROXY.");
const slow = () => l10n.t("See whether the endpoint is up and quick enough: Entra itself gives up after 60 seconds.");

/** By the error code of Node, for a certificate that is not trusted. */
const distrust: Readonly<Record<string, Explanation>> = {
  ERR_TLS_CERT_ALTNAME_INVALID: { what: () => l10n.t("its certificate is for another host"), remedy: untrusted },
  CERT_HAS_EXPIRED: {
    what: () => l10n.t("its certificate has expired"),
    remedy: () => l10n.t("Renew the endpoint's certificate."),
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: { what: () => l10n.t("its certificate is self-signed"), remedy: untrusted },
  SELF_SIGNED_CERT_IN_CHAIN: { what: () => l10n.t("its certificate leads to an unknown authority"), remedy: untrusted },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    what: () => l10n.t("its certificate leads to an unknown authority"),
    remedy: untrusted,
  },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: {
    what: () => l10n.t("its certificate leads to an unknown authority"),
    remedy: untrusted,
  },
};

/** By the error code of Node or undici, for all others. */
const explanations: Readonly<Record<string, Explanation>> = {
  ECONNREFUSED: { what: () => l10n.t("nothing listens there"), remedy: unreachable },
  EHOSTUNREACH: { what: () => l10n.t("there is no route to the host"), remedy: unreachable },
  ENETUNREACH: { what: () => l10n.t("there is no route to the host"), remedy: unreachable },
  ENOTFOUND: {
    what: () => l10n.t("the host name is unknown"),
    remedy: () => l10n.t("Correct the host name in the tenant URL, or check the network."),
  },
  EAI_AGAIN: {
    what: () => l10n.t("the host name cannot be looked up now"),
    remedy: () => l10n.t("Check the network and its name server."),
  },
  ECONNRESET: {
    what: () => l10n.t("the connection was cut"),
    remedy: () => l10n.t("Run again, and look into the endpoint's log if it happens twice."),
  },
  UND_ERR_SOCKET: {
    what: () => l10n.t("the connection was cut"),
    remedy: () => l10n.t("Run again, and look into the endpoint's log if it happens twice."),
  },
  UND_ERR_CONNECT_TIMEOUT: { what: () => l10n.t("no connection came about in time"), remedy: slow },
  UND_ERR_HEADERS_TIMEOUT: { what: () => l10n.t("the answer did not begin in time"), remedy: slow },
  UND_ERR_BODY_TIMEOUT: { what: () => l10n.t("the answer began and then stopped coming"), remedy: slow },
  UND_ERR_PRX_CONN: { what: () => l10n.t("the proxy cut the connection"), remedy: proxied },
  UND_ERR_PRX_TLS: { what: () => l10n.t("the proxy's certificate is for another host"), remedy: proxied },
  [tooLarge]: {
    what: () => l10n.t("the answer is larger than 10 MB"),
    remedy: () => l10n.t("Check that the endpoint honours the filter instead of returning everything."),
  },
  EPROTO: {
    what: () => l10n.t("no TLS connection came about"),
    remedy: () =>
      l10n.t("The endpoint must speak TLS 1.2 or later: check its settings, and whether the port speaks https at all."),
  },
};

/** The failure of a request that got no whole answer. `subject` is the method and address. */
export function networkFailure(subject: string, error: unknown): ScimFailure {
  const { what, remedy } = explain(error);
  const isLate = codeOf(error).includes("TIMEOUT") || codeOf(error) === "ETIMEDOUT";
  return {
    kind: "failure",
    message: l10n.t`${subject} got no answer: ${what()}.`,
    remedy: remedy(),
    ...(isLate && { isLate }),
  };
}

/** True for the error code of a connection that could not be trusted, and will not be the next time. */
export function isUntrusted(code: string): boolean {
  return isTlsError(code) || Object.hasOwn(distrust, code);
}

/** True for undici's error of a proxy that did not connect to the endpoint; it has the name of a cancelled request. */
export function isRefusedByProxy(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("Proxy response");
}

/** The error code of Node or undici; empty for an error that has none, or has a number as those of the browser have. */
export function codeOf(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" ? code : "";
}

function isTlsError(code: string): boolean {
  return code === "EPROTO" || code.startsWith("ERR_SSL_");
}

function explain(error: unknown): Explanation {
  const { name, message } = error as Error;
  const code = codeOf(error);
  if (isRefusedByProxy(error)) {
    const [status = ""] = /\d+/.exec(message) ?? [];
    return { what: () => l10n.t`the proxy let nothing through and answered ${status}`, remedy: proxied };
  }
  if (name === "AbortError") {
    return { what: () => l10n.t("it was cancelled"), remedy: () => l10n.t("Run again when you want to.") };
  }
  if (name === "HTTPParserError") {
    return {
      what: () => l10n.t("what came is no HTTP"),
      remedy: () => l10n.t("Check the port in the tenant URL: something else answers there."),
    };
  }
  return (
    distrust[code] ??
    explanations[isTlsError(code) ? "EPROTO" : code] ?? {
      what: () => (error instanceof Error ? error.message : String(error)),
      remedy: () => l10n.t("Check the network and the tenant URL."),
    }
  );
}
