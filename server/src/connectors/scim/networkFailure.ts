import type { ScimFailure } from "../../engine/ports.ts";

interface Explanation {
  /** Follows "got no answer: ". */
  readonly what: string;
  readonly remedy: string;
}

const unreachable = "Start the endpoint, or correct its address and port.";
const untrusted =
  "Give the endpoint a certificate that names this host and that a public authority signed, or set NODE_EXTRA_CA_CERTS to your own authority's.";
const slow = "See whether the endpoint is up and quick enough: Entra itself gives up after 60 seconds.";

/** By the error code of Node or undici. */
const explanations: Readonly<Record<string, Explanation>> = {
  ECONNREFUSED: { what: "nothing listens there", remedy: unreachable },
  EHOSTUNREACH: { what: "there is no route to the host", remedy: unreachable },
  ENETUNREACH: { what: "there is no route to the host", remedy: unreachable },
  ENOTFOUND: {
    what: "the host name is unknown",
    remedy: "Correct the host name in the tenant URL, or check the network.",
  },
  EAI_AGAIN: { what: "the host name cannot be looked up now", remedy: "Check the network and its name server." },
  ECONNRESET: {
    what: "the connection was cut",
    remedy: "Run again, and look into the endpoint's log if it happens twice.",
  },
  UND_ERR_SOCKET: {
    what: "the connection was cut",
    remedy: "Run again, and look into the endpoint's log if it happens twice.",
  },
  UND_ERR_CONNECT_TIMEOUT: { what: "no connection came about in time", remedy: slow },
  UND_ERR_HEADERS_TIMEOUT: { what: "the answer did not begin in time", remedy: slow },
  UND_ERR_BODY_TIMEOUT: { what: "the answer began and then stopped coming", remedy: slow },
  UND_ERR_RES_EXCEEDED_MAX_SIZE: {
    what: "the answer is larger than 10 MB",
    remedy: "Check that the endpoint honours the filter instead of returning everything.",
  },
  ERR_TLS_CERT_ALTNAME_INVALID: { what: "its certificate is for another host", remedy: untrusted },
  CERT_HAS_EXPIRED: { what: "its certificate has expired", remedy: "Renew the endpoint's certificate." },
  DEPTH_ZERO_SELF_SIGNED_CERT: { what: "its certificate is self-signed", remedy: untrusted },
  SELF_SIGNED_CERT_IN_CHAIN: { what: "its certificate leads to an unknown authority", remedy: untrusted },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: { what: "its certificate leads to an unknown authority", remedy: untrusted },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { what: "its certificate leads to an unknown authority", remedy: untrusted },
  EPROTO: {
    what: "no TLS connection came about",
    remedy: "The endpoint must speak TLS 1.2 or later: check its settings, and whether the port speaks https at all.",
  },
};

/** The failure of a request that got no whole answer. `subject` is the method and address. */
export function networkFailure(subject: string, error: unknown): ScimFailure {
  const { what, remedy } = explain(error);
  return { kind: "failure", message: `${subject} got no answer: ${what}.`, remedy };
}

function explain(error: unknown): Explanation {
  const { name, code = "" } = error as NodeJS.ErrnoException;
  if (name === "AbortError") {
    return { what: "it was cancelled", remedy: "Run again when you want to." };
  }
  if (name === "HTTPParserError") {
    return { what: "what came is no HTTP", remedy: "Check the port in the tenant URL: something else answers there." };
  }
  return (
    explanations[code.startsWith("ERR_SSL_") ? "EPROTO" : code] ?? {
      what: error instanceof Error ? error.message : String(error),
      remedy: "Check the network and the tenant URL.",
    }
  );
}
