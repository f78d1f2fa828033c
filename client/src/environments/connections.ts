import { type Disposable, type Event, EventEmitter, l10n } from "vscode";
import type { PlacedEnvironment } from "../../../server/src/protocol/views.ts";
import type { ViewServer } from "../explorer/viewServer.ts";
import { lateProgress } from "../preview/lateProgress.ts";
import type { Secrets } from "../secrets/secrets.ts";
import { type ConnectionState, stateAfter } from "./connectionState.ts";

/** What was found out of the connections since VS Code was started. */
export interface Connections extends Disposable {
  readonly stateOf: (environment: PlacedEnvironment) => ConnectionState;
  /** Tests a connection, of which the secret is asked for where it is missing, or was not given for the endpoint. Undefined where the person cancelled. */
  readonly test: (uri: string, environment: PlacedEnvironment) => Promise<ConnectionState | undefined>;
  /** What was found out holds no longer: of one secret, or of everything. */
  readonly forget: (secret?: string) => void;
  readonly onDidChange: Event<void>;
}

/** Remembers each environment as mapwright.json has it: with another address or secret it is another one. */
export function createConnections(server: ViewServer, secrets: Secrets): Connections {
  const changed = new EventEmitter<void>();
  const states = new Map<string, { readonly environment: PlacedEnvironment; readonly state: ConnectionState }>();
  const set = (environment: PlacedEnvironment, state: ConnectionState) => {
    states.set(keyOf(environment), { environment, state });
    changed.fire();
  };
  return {
    stateOf: environment => states.get(keyOf(environment))?.state ?? { kind: "unknown" },
    test: async (uri, environment) => {
      const before = states.get(keyOf(environment))?.state ?? { kind: "unknown" };
      set(environment, { kind: "testing" });
      const answer = await lateProgress(l10n.t("Testing the connection to {0}", environment.name), token =>
        secrets.askDuring(() => server.testConnection({ uri, environment: environment.name }, token)),
      );
      const state = answer && stateAfter(answer, new Date().toLocaleTimeString());
      set(environment, state ?? before);
      return state;
    },
    forget: secret => {
      for (const [key, { environment }] of states) {
        if (secret === undefined || environment.secret === secret) states.delete(key);
      }
      changed.fire();
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}

function keyOf({ name, endpoint, secret, secretOrigins }: PlacedEnvironment): string {
  return JSON.stringify([name, endpoint, secret, secretOrigins]);
}
