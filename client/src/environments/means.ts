import type { CurrentFile } from "../explorer/currentFile.ts";
import type { ViewServer } from "../explorer/viewServer.ts";
import type { Secrets } from "../secrets/secrets.ts";
import type { CurrentEnvironment } from "./currentEnvironment.ts";

/** What the view of the environments is made of. */
export interface Means {
  readonly server: ViewServer;
  readonly current: CurrentFile;
  readonly environment: CurrentEnvironment;
  readonly secrets: Secrets;
  /** Told where an endpoint has answered. */
  readonly connected: () => void;
}
