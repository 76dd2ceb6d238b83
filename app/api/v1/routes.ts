import * as me from "@/app/api/v1/me/route";
import * as projectExportPreview from "@/app/api/v1/projects/[projectId]/export/preview/route";
import * as projectExport from "@/app/api/v1/projects/[projectId]/export/route";
import * as reportFilters from "@/app/api/v1/projects/[projectId]/reports/filters/route";
import * as reports from "@/app/api/v1/projects/[projectId]/reports/route";
import * as closing from "@/app/api/v1/reports/[reportId]/close/route";
import * as reportExportPreview from "@/app/api/v1/reports/[reportId]/export/preview/route";
import * as reportExport from "@/app/api/v1/reports/[reportId]/export/route";
import * as original from "@/app/api/v1/reports/[reportId]/original/route";
import * as triage from "@/app/api/v1/reports/[reportId]/triage/route";

/** Every address of the API by its path below /api/v1; a test compares this list with the folders. */
export const routes = {
  "/me": me,
  "/projects/{projectId}/export": projectExport,
  "/projects/{projectId}/export/preview": projectExportPreview,
  "/projects/{projectId}/reports": reports,
  "/projects/{projectId}/reports/filters": reportFilters,
  "/reports/{reportId}/close": closing,
  "/reports/{reportId}/export": reportExport,
  "/reports/{reportId}/export/preview": reportExportPreview,
  "/reports/{reportId}/original": original,
  "/reports/{reportId}/triage": triage,
};
