import type { Environment } from "../../../server/src/protocol/environments.ts";
import type { EndpointAccess, Previewed, ProvisioningResult } from "../../../server/src/protocol/previews.ts";
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
