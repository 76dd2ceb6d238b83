import * as projectExportPreview from "@/app/api/v1/projects/[projectId]/export/preview/route";
import * as projectExport from "@/app/api/v1/projects/[projectId]/export/route";
import * as releasePreview from "@/app/api/v1/projects/[projectId]/releases/preview/route";
import * as projectReleases from "@/app/api/v1/projects/[projectId]/releases/route";
import * as releaseApproval from "@/app/api/v1/releases/[releaseId]/approval/route";
import * as releaseArchive from "@/app/api/v1/releases/[releaseId]/archive/route";
import * as releaseDelta from "@/app/api/v1/releases/[releaseId]/delta/route";
import * as releaseFile from "@/app/api/v1/releases/[releaseId]/file/route";
import * as release from "@/app/api/v1/releases/[releaseId]/route";
import * as releaseWithdrawal from "@/app/api/v1/releases/[releaseId]/withdrawal/route";

/** The addresses by which a project's data leave: exports, and releases, which are frozen with a number. */
export const leavingRoutes = {
  "/projects/{projectId}/export": projectExport,
  "/projects/{projectId}/export/preview": projectExportPreview,
  "/projects/{projectId}/releases": projectReleases,
  "/projects/{projectId}/releases/preview": releasePreview,
  "/releases/{releaseId}": release,
  "/releases/{releaseId}/approval": releaseApproval,
  "/releases/{releaseId}/archive": releaseArchive,
  "/releases/{releaseId}/file": releaseFile,
  "/releases/{releaseId}/delta": releaseDelta,
  "/releases/{releaseId}/withdrawal": releaseWithdrawal,
};
