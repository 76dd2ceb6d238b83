import "server-only";
import { z } from "zod";
import { ActivityFilters } from "@/domain/api/activity-filters";
import { Entity } from "@/domain/entity/entity";
import { MergeProposal } from "@/domain/entity/merge-proposal";
import { NamedEntry } from "@/domain/history/entry";
import { EntityId, ProposalId, ReportId } from "@/domain/ids";
import { cursorOf, limitOf, pageOf } from "@/server/page";

/** The query of a list of history entries: newest first, from the entry after the cursor's on. */
export const ActivityQuery = ActivityFilters.extend({
  cursor: cursorOf(z.tuple([z.string().regex(/^\d{1,19}$/)])).optional(),
  limit: limitOf(200, 50),
}).transform(({ cursor, limit, ...filters }) => ({ before: cursor?.[0], limit, filters }));

export const ActivityPage = pageOf(NamedEntry);

/** The query of what is protected in a project: what is said of one entity or report, and from where on. */
export const ProtectedQuery = z
  .object({
    entity: EntityId.optional(),
    report: ReportId.optional(),
    cursor: cursorOf(z.tuple([z.iso.datetime(), z.uuid()])).optional(),
    limit: limitOf(500, 100),
  })
  .transform(({ entity, report, cursor, limit }) => ({ entityId: entity, reportId: report, after: cursor, limit }));

/** The query of a project's entities: part of a name or alias, whether merged ones too, and from where on. */
export const EntitiesQuery = z
  .object({
    q: z.string().trim().max(200).default(""),
    merged: z.enum(["true", "false"]).default("false"),
    cursor: cursorOf(z.tuple([z.string().max(1000), z.uuid()])).optional(),
    limit: limitOf(1000, 100),
  })
  .transform(({ q, merged, cursor, limit }) => ({ q, merged: merged === "true", after: cursor, limit }));

export const EntitiesPage = pageOf(Entity);

/** The query of a project's merge proposals, earliest first. */
export const ProposalsQuery = z
  .object({ cursor: cursorOf(z.tuple([ProposalId])).optional(), limit: limitOf(200, 50) })
  .transform(({ cursor, limit }) => ({ after: cursor?.[0], limit }));

export const ProposalsPage = pageOf(MergeProposal);

/** The query of one's inbox: all of it or what is unread, from the line after the cursor's on. */
export const InboxQuery = z
  .object({
    unread: z.enum(["true", "false"]).default("false"),
    cursor: cursorOf(
      z.tuple([
        z
          .string()
          .max(40)
          .regex(/^[\d :+.-]+$/),
        z.uuid(),
      ]),
    ).optional(),
    limit: limitOf(100, 50),
  })
  .transform(({ unread, cursor, limit }) => ({ unread: unread === "true", before: cursor, limit }));
