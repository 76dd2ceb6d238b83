import "server-only";
import { CheckData } from "@/domain/import/annotated";
import { env } from "@/server/env";
import { inThread } from "@/server/import/annotated/thread";
import { jobKind } from "@/server/jobs/kind";

/** Says what an import of annotated files would make, without making anything. */
export const checkImport = jobKind({
  kind: "check-import",
  deed: "import",
  counted: "reports",
  data: CheckData,
  upload: ({ upload }) => upload,
  run: ({ data, signal, progress, ...job }) =>
    inThread(
      { is: "check", data, job, databaseUrl: env().databaseUrl },
      { signal, progress, touched: async () => undefined },
    ),
});
