import type { z } from "zod";
import type { ProjectAgreement } from "@/domain/agreement/project/answer";
import type { AssignedMany, Assignment } from "@/domain/assignment/assignment";
import type { Dashboard } from "@/domain/dashboard/dashboard";
import type { Thread } from "@/domain/discussion/thread";
import type { Entity } from "@/domain/entity/entity";
import type { EntityPage } from "@/domain/entity/entity-page";
import type { ExportPreview } from "@/domain/formats/asked";
import type { FoundPlaces } from "@/domain/gazetteer/found-place";
import type { Notification, Unread } from "@/domain/notification/notification";
import type { Me } from "@/domain/people/me";
import type { Candidate, InvitedPerson } from "@/domain/people/person";
import type { NewToken } from "@/domain/people/token";
import type { Presence } from "@/domain/presence/presence";
import type { AddedMember, Member, Project } from "@/domain/project/project";
import type { ImportResult } from "@/domain/report/import-outcome";
import type { Report, ReportRow } from "@/domain/report/report";
import type { ReportComparison } from "@/domain/review/compare/answer";
import type { MergeAnswer } from "@/domain/review/compare/strategy";
import type { DecidedEach } from "@/domain/review/decide-many";
import type { BatchPreview, QueueRow } from "@/domain/review/queue";
import type { BatchAnswer } from "@/domain/tag/batch";
import type { FoundClaim } from "@/domain/tag/found-claim";
import type { Annotation, Relation } from "@/domain/tag/tag";
import type { TagStory } from "@/domain/tag/tag-story";

type All<T> = { items: T[] };
type Page<T> = All<T> & { next?: string | undefined };

/**
 * What the addresses of the API answer that our own pages read, by method and path. A test compares it with what each
 * route says of itself, so that no page has an idea of its own.
 */
export type Answers = {
  "GET /annotations/{annotationId}": TagStory;
  "GET /relations/{relationId}": TagStory;
  "GET /entities/{entityId}": EntityPage;
  "POST /entities/{entityId}/grades": Entity;
  "POST /entities/{entityId}/merge": Entity;
  "PUT /entities/{entityId}": Entity;
  "GET /me": Me;
  "PATCH /me": Me;
  "GET /me/notifications": Page<Notification> & Unread;
  "PUT /me/notifications": Unread;
  "PUT /me/notifications/{notificationId}": Unread;
  "POST /people": InvitedPerson;
  "POST /people/{userId}/link": { link: string };
  "POST /projects": Project;
  "PATCH /projects/{projectId}": Project;
  "GET /projects/{projectId}/agreement": ProjectAgreement;
  "POST /projects/{projectId}/assignments": AssignedMany;
  "GET /projects/{projectId}/candidates": All<Candidate>;
  "GET /projects/{projectId}/claims": All<FoundClaim>;
  "GET /projects/{projectId}/dashboard": Dashboard;
  "GET /projects/{projectId}/entities": Page<Entity>;
  "POST /projects/{projectId}/entities": Entity;
  "GET /projects/{projectId}/export/preview": ExportPreview;
  "GET /projects/{projectId}/members": All<Member>;
  "POST /projects/{projectId}/members": AddedMember;
  "POST /projects/{projectId}/pool/take": { assignment?: Assignment | undefined };
  "GET /projects/{projectId}/places": z.infer<typeof FoundPlaces>;
  "GET /projects/{projectId}/queue": Page<QueueRow>;
  "GET /projects/{projectId}/reports": Page<ReportRow>;
  /** Of files, what became of each. */
  "POST /projects/{projectId}/reports": Report | { results: ImportResult[] };
  "PATCH /projects/{projectId}/reports": All<ReportRow>;
  "POST /projects/{projectId}/verdicts": z.infer<typeof DecidedEach>;
  "POST /projects/{projectId}/verdicts/preview": BatchPreview;
  "PATCH /reports/{reportId}": ReportRow;
  "PUT /reports/{reportId}/assignments/{userId}": Assignment;
  "POST /reports/{reportId}/close": ReportRow;
  "DELETE /reports/{reportId}/close": ReportRow;
  "GET /reports/{reportId}/comparison": ReportComparison;
  "GET /reports/{reportId}/export/preview": ExportPreview;
  "POST /reports/{reportId}/merge": MergeAnswer;
  "GET /reports/{reportId}/presence": Presence;
  "PUT /reports/{reportId}/presence": Presence;
  "GET /reports/{reportId}/tags": { annotations: Annotation[]; relations: Relation[] };
  "POST /reports/{reportId}/tags/batch": BatchAnswer;
  "GET /reports/{reportId}/threads": All<Thread>;
  "PUT /reports/{reportId}/triage": ReportRow;
  "POST /reports/{reportId}/verdicts": z.infer<typeof DecidedEach>;
  "GET /threads/{threadId}": Thread;
  "POST /tokens": NewToken;
};
