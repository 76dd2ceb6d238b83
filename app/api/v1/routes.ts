// biome-ignore-all lint/style/noExcessiveLinesPerFile: two lines a route, and nothing else.
import * as tagActivity from "@/app/api/v1/annotations/[annotationId]/activity/route";
import * as annotationDenials from "@/app/api/v1/annotations/[annotationId]/denials/route";
import * as annotation from "@/app/api/v1/annotations/[annotationId]/route";
import * as annotationVerdicts from "@/app/api/v1/annotations/[annotationId]/verdicts/route";
import * as comment from "@/app/api/v1/comments/[commentId]/route";
import * as grades from "@/app/api/v1/entities/[entityId]/grades/route";
import * as merging from "@/app/api/v1/entities/[entityId]/merge/route";
import * as entity from "@/app/api/v1/entities/[entityId]/route";
import * as unmerging from "@/app/api/v1/entities/[entityId]/unmerge/route";
import * as eventDossier from "@/app/api/v1/events/[eventId]/dossier/route";
import * as eventMerge from "@/app/api/v1/events/[eventId]/merge/route";
import * as event from "@/app/api/v1/events/[eventId]/route";
import * as eventSplit from "@/app/api/v1/events/[eventId]/split/route";
import * as eventUndo from "@/app/api/v1/events/[eventId]/undo/route";
import * as eventVerdicts from "@/app/api/v1/events/[eventId]/verdicts/route";
import * as jobLines from "@/app/api/v1/jobs/[jobId]/lines/route";
import * as job from "@/app/api/v1/jobs/[jobId]/route";
import * as jobSetAside from "@/app/api/v1/jobs/[jobId]/set-aside/route";
import { leavingRoutes } from "@/app/api/v1/leaving-routes";
import * as mapBackground from "@/app/api/v1/map/background/route";
import * as mapTile from "@/app/api/v1/map/tile/route";
import * as ownFile from "@/app/api/v1/me/files/[fileId]/route";
import * as notification from "@/app/api/v1/me/notifications/[notificationId]/route";
import * as inbox from "@/app/api/v1/me/notifications/route";
import * as palette from "@/app/api/v1/me/palette/route";
import * as password from "@/app/api/v1/me/password/route";
import * as myQueue from "@/app/api/v1/me/queue/route";
import * as me from "@/app/api/v1/me/route";
import * as savedSearch from "@/app/api/v1/me/searches/[searchId]/route";
import * as savedSearches from "@/app/api/v1/me/searches/route";
import * as signIn from "@/app/api/v1/me/sessions/[sessionId]/route";
import * as signIns from "@/app/api/v1/me/sessions/route";
import * as myWork from "@/app/api/v1/me/work/route";
import * as mergeProposal from "@/app/api/v1/merge-proposals/[proposalId]/route";
import * as personInvitation from "@/app/api/v1/people/[userId]/invitation/route";
import * as personLink from "@/app/api/v1/people/[userId]/link/route";
import * as person from "@/app/api/v1/people/[userId]/route";
import * as invitations from "@/app/api/v1/people/invitations/route";
import * as people from "@/app/api/v1/people/route";
import * as peoplesTokens from "@/app/api/v1/people/tokens/route";
import * as disclosures from "@/app/api/v1/permitted-uses/[permittedUseId]/disclosures/route";
import * as permittedUseUndo from "@/app/api/v1/permitted-uses/[permittedUseId]/undo/route";
import * as placeNameFile from "@/app/api/v1/place-name-files/[placeNameFileId]/route";
import * as placeNameFiles from "@/app/api/v1/place-name-files/route";
import * as projectActivity from "@/app/api/v1/projects/[projectId]/activity/route";
import * as agreement from "@/app/api/v1/projects/[projectId]/agreement/route";
import * as alikeTagging from "@/app/api/v1/projects/[projectId]/alike/[taggingId]/route";
import * as alikeFind from "@/app/api/v1/projects/[projectId]/alike/find/route";
import * as projectAlike from "@/app/api/v1/projects/[projectId]/alike/route";
import * as projectArchive from "@/app/api/v1/projects/[projectId]/archive/route";
import * as projectAssignments from "@/app/api/v1/projects/[projectId]/assignments/route";
import * as candidates from "@/app/api/v1/projects/[projectId]/candidates/route";
import * as claims from "@/app/api/v1/projects/[projectId]/claims/route";
import * as codebookFile from "@/app/api/v1/projects/[projectId]/codebook/file/route";
import * as codebookMigration from "@/app/api/v1/projects/[projectId]/codebook/migrations/[migrationId]/route";
import * as codebookMovePreview from "@/app/api/v1/projects/[projectId]/codebook/migrations/preview/route";
import * as codebookMigrations from "@/app/api/v1/projects/[projectId]/codebook/migrations/route";
import * as codebookRead from "@/app/api/v1/projects/[projectId]/codebook/read/route";
import * as codebook from "@/app/api/v1/projects/[projectId]/codebook/route";
import * as codebookUsage from "@/app/api/v1/projects/[projectId]/codebook/usage/route";
import * as codebookVersions from "@/app/api/v1/projects/[projectId]/codebook/versions/route";
import * as concordanceExport from "@/app/api/v1/projects/[projectId]/concordance/export/route";
import * as concordance from "@/app/api/v1/projects/[projectId]/concordance/route";
import * as taggedHits from "@/app/api/v1/projects/[projectId]/concordance/tags/[opId]/route";
import * as hitTags from "@/app/api/v1/projects/[projectId]/concordance/tags/route";
import * as copy from "@/app/api/v1/projects/[projectId]/copies/[copyId]/route";
import * as copyTags from "@/app/api/v1/projects/[projectId]/copies/[copyId]/tags/route";
import * as copies from "@/app/api/v1/projects/[projectId]/copies/route";
import * as dashboard from "@/app/api/v1/projects/[projectId]/dashboard/route";
import * as deleted from "@/app/api/v1/projects/[projectId]/deleted/route";
import * as entities from "@/app/api/v1/projects/[projectId]/entities/route";
import * as sheetChanges from "@/app/api/v1/projects/[projectId]/events/changes/route";
import * as dataWeek from "@/app/api/v1/projects/[projectId]/events/data-week/route";
import * as eventSheet from "@/app/api/v1/projects/[projectId]/events/export/route";
import * as eventMap from "@/app/api/v1/projects/[projectId]/events/map/route";
import * as proposedEvents from "@/app/api/v1/projects/[projectId]/events/proposed/route";
import * as events from "@/app/api/v1/projects/[projectId]/events/route";
import * as timeline from "@/app/api/v1/projects/[projectId]/events/timeline/route";
import * as eventWeek from "@/app/api/v1/projects/[projectId]/events/week/route";
import * as feedItems from "@/app/api/v1/projects/[projectId]/feeds/[feedId]/items/route";
import * as feed from "@/app/api/v1/projects/[projectId]/feeds/[feedId]/route";
import * as feedRun from "@/app/api/v1/projects/[projectId]/feeds/[feedId]/run/route";
import * as feeds from "@/app/api/v1/projects/[projectId]/feeds/route";
import * as projectJobs from "@/app/api/v1/projects/[projectId]/jobs/route";
import * as mapNeighbours from "@/app/api/v1/projects/[projectId]/map/neighbours/route";
import * as projectMap from "@/app/api/v1/projects/[projectId]/map/route";
import * as member from "@/app/api/v1/projects/[projectId]/members/[userId]/route";
import * as members from "@/app/api/v1/projects/[projectId]/members/route";
import * as mergeProposals from "@/app/api/v1/projects/[projectId]/merge-proposals/route";
import * as pages from "@/app/api/v1/projects/[projectId]/pages/route";
import * as projectPlace from "@/app/api/v1/projects/[projectId]/place/route";
import * as places from "@/app/api/v1/projects/[projectId]/places/route";
import * as poolTake from "@/app/api/v1/projects/[projectId]/pool/take/route";
import * as progress from "@/app/api/v1/projects/[projectId]/progress/route";
import * as protectedNames from "@/app/api/v1/projects/[projectId]/protection/names/route";
import * as protection from "@/app/api/v1/projects/[projectId]/protection/route";
import * as protectionSettings from "@/app/api/v1/projects/[projectId]/protection/settings/route";
import * as queue from "@/app/api/v1/projects/[projectId]/queue/route";
import * as quotes from "@/app/api/v1/projects/[projectId]/quotes/route";
import * as reportFilters from "@/app/api/v1/projects/[projectId]/reports/filters/route";
import * as reports from "@/app/api/v1/projects/[projectId]/reports/route";
import * as project from "@/app/api/v1/projects/[projectId]/route";
import * as projectSuggestions from "@/app/api/v1/projects/[projectId]/suggestions/route";
import * as projectUploads from "@/app/api/v1/projects/[projectId]/uploads/route";
import * as batchPreview from "@/app/api/v1/projects/[projectId]/verdicts/preview/route";
import * as projectVerdicts from "@/app/api/v1/projects/[projectId]/verdicts/route";
import * as deletedProjects from "@/app/api/v1/projects/deleted/route";
import * as projects from "@/app/api/v1/projects/route";
import * as relation from "@/app/api/v1/relations/[relationId]/route";
import * as relationVerdicts from "@/app/api/v1/relations/[relationId]/verdicts/route";
import * as reportActivity from "@/app/api/v1/reports/[reportId]/activity/route";
import * as reportAnnotation from "@/app/api/v1/reports/[reportId]/annotations/[annotationId]/route";
import * as reportArchive from "@/app/api/v1/reports/[reportId]/archive/route";
import * as assignment from "@/app/api/v1/reports/[reportId]/assignments/[userId]/route";
import * as assignments from "@/app/api/v1/reports/[reportId]/assignments/route";
import * as closing from "@/app/api/v1/reports/[reportId]/close/route";
import * as comparison from "@/app/api/v1/reports/[reportId]/comparison/route";
import * as reportExportPreview from "@/app/api/v1/reports/[reportId]/export/preview/route";
import * as reportExport from "@/app/api/v1/reports/[reportId]/export/route";
import * as mergeLayers from "@/app/api/v1/reports/[reportId]/merge/route";
import * as reportNotice from "@/app/api/v1/reports/[reportId]/notice/route";
import * as openLayers from "@/app/api/v1/reports/[reportId]/open-layers/route";
import * as original from "@/app/api/v1/reports/[reportId]/original/route";
import * as outcomes from "@/app/api/v1/reports/[reportId]/outcomes/route";
import * as practice from "@/app/api/v1/reports/[reportId]/practice/route";
import * as presence from "@/app/api/v1/reports/[reportId]/presence/route";
import * as reportRelation from "@/app/api/v1/reports/[reportId]/relations/[relationId]/route";
import * as report from "@/app/api/v1/reports/[reportId]/route";
import * as suggestions from "@/app/api/v1/reports/[reportId]/suggestions/route";
import * as tagBatch from "@/app/api/v1/reports/[reportId]/tags/batch/route";
import * as tags from "@/app/api/v1/reports/[reportId]/tags/route";
import * as threads from "@/app/api/v1/reports/[reportId]/threads/route";
import * as triage from "@/app/api/v1/reports/[reportId]/triage/route";
import * as reportVerdicts from "@/app/api/v1/reports/[reportId]/verdicts/route";
import * as search from "@/app/api/v1/search/route";
import * as stream from "@/app/api/v1/stream/route";
import * as comments from "@/app/api/v1/threads/[threadId]/comments/route";
import * as thread from "@/app/api/v1/threads/[threadId]/route";
import * as token from "@/app/api/v1/tokens/[tokenId]/route";
import * as tokens from "@/app/api/v1/tokens/route";
import * as uploadFiles from "@/app/api/v1/uploads/[uploadId]/files/route";
import * as verdict from "@/app/api/v1/verdicts/[verdictId]/route";
import { webhookRoutes } from "@/app/api/v1/webhook-routes";

/** Every address of the API by its path below /api/v1; a test compares this list with the folders. */
export const routes = {
  "/people": people,
  "/search": search,
  "/people/tokens": peoplesTokens,
  "/people/invitations": invitations,
  "/place-name-files": placeNameFiles,
  "/place-name-files/{placeNameFileId}": placeNameFile,
  "/people/{userId}": person,
  "/people/{userId}/invitation": personInvitation,
  "/people/{userId}/link": personLink,
  "/annotations/{annotationId}": annotation,
  "/annotations/{annotationId}/activity": tagActivity,
  "/annotations/{annotationId}/denials": annotationDenials,
  "/annotations/{annotationId}/verdicts": annotationVerdicts,
  "/comments/{commentId}": comment,
  "/entities/{entityId}": entity,
  "/entities/{entityId}/grades": grades,
  "/entities/{entityId}/merge": merging,
  "/entities/{entityId}/unmerge": unmerging,
  "/events/{eventId}": event,
  "/events/{eventId}/dossier": eventDossier,
  "/events/{eventId}/merge": eventMerge,
  "/events/{eventId}/split": eventSplit,
  "/events/{eventId}/undo": eventUndo,
  "/events/{eventId}/verdicts": eventVerdicts,
  "/me": me,
  "/me/work": myWork,
  "/projects/{projectId}/assignments": projectAssignments,
  "/projects/{projectId}/pool/take": poolTake,
  "/projects/{projectId}/progress": progress,
  "/reports/{reportId}/practice": practice,
  "/reports/{reportId}/assignments": assignments,
  "/reports/{reportId}/assignments/{userId}": assignment,
  "/me/notifications": inbox,
  "/me/notifications/{notificationId}": notification,
  "/me/password": password,
  "/me/queue": myQueue,
  "/me/sessions": signIns,
  "/me/sessions/{sessionId}": signIn,
  "/projects": projects,
  "/projects/{projectId}": project,
  "/projects/deleted": deletedProjects,
  "/projects/{projectId}/archive": projectArchive,
  "/projects/{projectId}/deleted": deleted,
  "/reports/{reportId}/archive": reportArchive,
  "/projects/{projectId}/activity": projectActivity,
  "/projects/{projectId}/alike": projectAlike,
  "/projects/{projectId}/alike/find": alikeFind,
  "/projects/{projectId}/alike/{taggingId}": alikeTagging,
  "/projects/{projectId}/agreement": agreement,
  "/projects/{projectId}/dashboard": dashboard,
  "/projects/{projectId}/candidates": candidates,
  "/projects/{projectId}/claims": claims,
  "/projects/{projectId}/concordance": concordance,
  "/projects/{projectId}/concordance/export": concordanceExport,
  "/projects/{projectId}/concordance/tags": hitTags,
  "/projects/{projectId}/concordance/tags/{opId}": taggedHits,
  "/me/files/{fileId}": ownFile,
  "/me/palette": palette,
  "/me/searches": savedSearches,
  "/me/searches/{searchId}": savedSearch,
  "/projects/{projectId}/protection": protection,
  "/projects/{projectId}/protection/names": protectedNames,
  "/projects/{projectId}/protection/settings": protectionSettings,
  "/permitted-uses/{permittedUseId}/disclosures": disclosures,
  "/permitted-uses/{permittedUseId}/undo": permittedUseUndo,
  "/projects/{projectId}/codebook": codebook,
  "/projects/{projectId}/events/map": eventMap,
  "/map/background": mapBackground,
  "/map/tile": mapTile,
  "/projects/{projectId}/map": projectMap,
  "/projects/{projectId}/place": projectPlace,
  "/projects/{projectId}/map/neighbours": mapNeighbours,
  "/projects/{projectId}/places": places,
  "/projects/{projectId}/codebook/file": codebookFile,
  "/projects/{projectId}/codebook/migrations": codebookMigrations,
  "/projects/{projectId}/codebook/migrations/preview": codebookMovePreview,
  "/projects/{projectId}/codebook/migrations/{migrationId}": codebookMigration,
  "/projects/{projectId}/codebook/read": codebookRead,
  "/projects/{projectId}/codebook/usage": codebookUsage,
  "/projects/{projectId}/codebook/versions": codebookVersions,
  "/projects/{projectId}/queue": queue,
  "/projects/{projectId}/verdicts": projectVerdicts,
  "/projects/{projectId}/verdicts/preview": batchPreview,
  "/projects/{projectId}/entities": entities,
  "/projects/{projectId}/events": events,
  "/projects/{projectId}/events/changes": sheetChanges,
  "/projects/{projectId}/events/data-week": dataWeek,
  "/projects/{projectId}/events/export": eventSheet,
  "/projects/{projectId}/events/proposed": proposedEvents,
  "/projects/{projectId}/events/timeline": timeline,
  "/projects/{projectId}/events/week": eventWeek,
  "/merge-proposals/{proposalId}": mergeProposal,
  "/projects/{projectId}/copies": copies,
  "/projects/{projectId}/copies/{copyId}": copy,
  "/projects/{projectId}/copies/{copyId}/tags": copyTags,
  "/projects/{projectId}/feeds": feeds,
  "/projects/{projectId}/feeds/{feedId}": feed,
  "/projects/{projectId}/feeds/{feedId}/items": feedItems,
  "/projects/{projectId}/feeds/{feedId}/run": feedRun,
  "/projects/{projectId}/pages": pages,
  "/projects/{projectId}/merge-proposals": mergeProposals,
  "/projects/{projectId}/quotes": quotes,
  "/projects/{projectId}/members": members,
  "/projects/{projectId}/members/{userId}": member,
  "/projects/{projectId}/reports": reports,
  "/projects/{projectId}/reports/filters": reportFilters,
  "/projects/{projectId}/jobs": projectJobs,
  "/projects/{projectId}/suggestions": projectSuggestions,
  ...leavingRoutes,
  ...webhookRoutes,
  "/projects/{projectId}/uploads": projectUploads,
  "/jobs/{jobId}": job,
  "/jobs/{jobId}/lines": jobLines,
  "/jobs/{jobId}/set-aside": jobSetAside,
  "/uploads/{uploadId}/files": uploadFiles,
  "/relations/{relationId}": relation,
  "/relations/{relationId}/verdicts": relationVerdicts,
  "/reports/{reportId}": report,
  "/reports/{reportId}/activity": reportActivity,
  "/reports/{reportId}/annotations/{annotationId}": reportAnnotation,
  "/reports/{reportId}/close": closing,
  "/reports/{reportId}/comparison": comparison,
  "/reports/{reportId}/export": reportExport,
  "/reports/{reportId}/export/preview": reportExportPreview,
  "/reports/{reportId}/merge": mergeLayers,
  "/reports/{reportId}/notice": reportNotice,
  "/reports/{reportId}/open-layers": openLayers,
  "/reports/{reportId}/original": original,
  "/reports/{reportId}/presence": presence,
  "/reports/{reportId}/relations/{relationId}": reportRelation,
  "/reports/{reportId}/outcomes": outcomes,
  "/reports/{reportId}/suggestions": suggestions,
  "/reports/{reportId}/tags": tags,
  "/reports/{reportId}/tags/batch": tagBatch,
  "/reports/{reportId}/threads": threads,
  "/reports/{reportId}/triage": triage,
  "/reports/{reportId}/verdicts": reportVerdicts,
  "/stream": stream,
  "/threads/{threadId}": thread,
  "/threads/{threadId}/comments": comments,
  "/tokens": tokens,
  "/tokens/{tokenId}": token,
  "/verdicts/{verdictId}": verdict,
};
