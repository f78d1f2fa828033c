import { setTimeout } from "node:timers/promises";
import { CancellationTokenSource, type TextDocument } from "vscode";
import type { ImpactAnswer, ImpactBase } from "../../../server/src/protocol/impact.ts";
import type { ImpactServer } from "./impactServer.ts";

/** What the edits of a document would do, reckoned in the pauses of typing. */
export interface Outlooks {
  /** The outlook of the document as it is now; undefined where it has changed meanwhile. */
  readonly of: (document: TextDocument, base: ImpactBase) => Promise<ImpactAnswer | undefined>;
  /** The version before may be another, or the document is closed. Tells whether there was an outlook. */
  readonly forget: (document: TextDocument) => boolean;
  /** The directory may be another. */
  readonly forgetAll: () => void;
}

interface Outlook {
  readonly version: number;
  readonly base: ImpactBase;
  readonly source: CancellationTokenSource;
  readonly answer: Promise<ImpactAnswer | undefined>;
}

/** So many milliseconds without an edit are a pause. */
const pause = 300;

/** Outlooks: one for the latest version of each document, which ends that of the version before. */
export function createOutlooks(server: Pick<ImpactServer, "impact">): Outlooks {
  const known = new Map<string, Outlook>();
  const reckon = async (uri: string, base: ImpactBase, source: CancellationTokenSource, wait: number) => {
    await setTimeout(wait);
    if (source.token.isCancellationRequested) return undefined;
    return server.impact({ uri, against: base, limit: 0 }, source.token);
  };
  const drop = (uri: string) => {
    known.get(uri)?.source.cancel();
    return known.delete(uri);
  };
  return {
    of: (document, base) => {
      const uri = document.uri.toString();
      const { version } = document;
      const before = known.get(uri);
      if (before?.version === version && before.base === base) return before.answer;
      before?.source.cancel();
      const source = new CancellationTokenSource();
      const answer = reckon(uri, base, source, before ? pause : 0);
      known.set(uri, { version, base, source, answer });
      return answer;
    },
    forget: ({ uri }) => drop(uri.toString()),
    forgetAll: () => [...known.keys()].forEach(drop),
  };
}
