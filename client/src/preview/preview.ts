import type { EndpointAccess, Environment, Previewed, ProvisioningResult } from "../../../server/src/protocol.ts";
import type { Lines } from "../webview/place.ts";

/** One run and what it was about. */
export interface Preview extends Lines {
  readonly result: ProvisioningResult;
  readonly previewed: Previewed;
  readonly environment: Environment;
  readonly access: EndpointAccess;
  /** The name of the file without its folder. */
  readonly file: string;
}
