import type { JobKind } from "@/server/jobs/kind";
import { checkImport } from "@/server/jobs/kinds/check-import";
import { importAnnotated } from "@/server/jobs/kinds/import-annotated";

/** Everything that runs without anybody waiting for it. */
export const jobKindsHere: readonly JobKind[] = [checkImport, importAnnotated];
