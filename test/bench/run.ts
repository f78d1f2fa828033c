import { bundleRows } from "./bundles.ts";
import { editingRows } from "./editing.ts";
import { languageServerRows } from "./languageServers.ts";
import { table } from "./measure.ts";

/** Prints every row: what it measures, ours, the peer's in the same run, and the ratio. */
const rows = [...bundleRows(), ...(await languageServerRows()), ...(await editingRows())];
console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n`);
console.log(table(rows));
