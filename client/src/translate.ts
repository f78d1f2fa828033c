import { config } from "@vscode/l10n";
import { l10n } from "vscode";

/** Imported before all else: modules that know nothing of VS Code, whose texts are made as they load, speak its language too. */
config({ contents: l10n.bundle ?? {} });
