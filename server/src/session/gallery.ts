import * as l10n from "@vscode/l10n";
import type { GalleryTemplate } from "../catalogue/gallery/template.ts";
import type { GalleryTemplateSummary } from "../protocol/applications.ts";

/** What a person chooses a template by. */
export function summaryOf(template: GalleryTemplate): GalleryTemplateSummary {
  const { id, name, connector, tenantUrl, authentication, tutorial, limits, objects } = template;
  return {
    id,
    name,
    connector,
    ...(tenantUrl !== undefined && { tenantUrl }),
    authentication: authentication.type,
    asks: l10n.t(authentication.asks),
    objects: objects.map(({ source }) => source),
    tutorial: tutorial.url,
    dated: tutorial.dated,
    limits: limits.map(limit => l10n.t(limit)),
  };
}
