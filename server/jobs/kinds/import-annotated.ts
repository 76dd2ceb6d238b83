import "server-only";
import { ok } from "@/domain/failure";
import { ReportId, type WorkspaceId } from "@/domain/ids";
import { ImportData } from "@/domain/import/annotated";
import { refreshReportState } from "@/server/data/report-state";
import { inTransaction } from "@/server/data/transaction";
import { env } from "@/server/env";
import { inThread } from "@/server/import/annotated/thread";
import { jobKind } from "@/server/jobs/kind";

/** Imports annotated files: reports with their tags, some at a time, each whole or not at all. */
export const importAnnotated = jobKind({
  kind: "import-annotated",
  deed: "import",
  counted: "reports",
  data: ImportData,
  upload: ({ upload }) => upload,
  run: ({ data, signal, progress, ...job }) =>
    inThread(
      { is: "import", data, job, databaseUrl: env().databaseUrl },
      { signal, progress, touched: (reports) => countAnew(job.workspaceId, reports) },
    ),
});

async function countAnew(workspaceId: WorkspaceId, reports: readonly string[]): Promise<void> {
  for (const id of reports) {
    await inTransaction(workspaceId, async (tx) => ok(await refreshReportState(tx, ReportId.parse(id))));
  }
}
