import type { JobKind } from "@/server/jobs/kind";
import { checkImport } from "@/server/jobs/kinds/check-import";
import { concordance } from "@/server/jobs/kinds/concordance";
import { importAnnotated } from "@/server/jobs/kinds/import-annotated";
import { makingRelease } from "@/server/jobs/kinds/make-release";
import { readFeed } from "@/server/jobs/kinds/read-feed";
import { readPlaceNamesJob } from "@/server/jobs/kinds/read-place-names";
import { checkSheetJob, importSheetJob } from "@/server/jobs/kinds/sheet";
import { suggest } from "@/server/jobs/kinds/suggest";

/** Everything that runs without anybody waiting for it. */
export const jobKindsHere: readonly JobKind[] = [
  checkImport,
  importAnnotated,
  suggest,
  concordance,
  checkSheetJob,
  importSheetJob,
  makingRelease,
  readFeed,
  readPlaceNamesJob,
];
