/** The features that a person asks for by a key or by typing, or by pinning a sample; editors ask for all others by themselves. */

export { outsideItems } from "../features/completion/outside.ts";
export { resolveCompletion } from "../features/completion/resolve.ts";
export { withoutSnippet } from "../features/completion/snippet.ts";
export { completion } from "../features/completion.ts";
export { definition } from "../features/definition.ts";
export { formatting, rangeFormatting } from "../features/formatting.ts";
export { hover } from "../features/hover.ts";
export { linkedEditing } from "../features/linkedEditing.ts";
export { liveHints } from "../features/live/liveHints.ts";
export { onTypeFormatting } from "../features/onTypeFormatting.ts";
export { references } from "../features/references.ts";
export { prepareRename, rename } from "../features/rename.ts";
export { selectionRanges } from "../features/selectionRanges.ts";
export { signatureHelp } from "../features/signatureHelp.ts";
export { templateHover } from "../features/templateHover.ts";
export { workspaceSymbols } from "../features/workspaceSymbols.ts";
