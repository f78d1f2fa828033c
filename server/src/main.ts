import { enableCompileCache } from "node:module";

// Only what is imported from here on comes from the compile cache.
enableCompileCache();
const { serve } = await import("./serve.ts");
serve();
