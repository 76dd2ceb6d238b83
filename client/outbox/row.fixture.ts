import { newId } from "@/client/new-id";
import type { Row } from "@/client/outbox/row";
import type { OpId, ProjectId, ReportId, TagId } from "@/domain/ids";

/** A waiting row that says nothing. */
export const rowOf = (more: Partial<Row> & Pick<Row, "deed">): Row => ({
  version: undefined,
  frozen: false,
  seq: 0,
  opId: newId<OpId>(),
  thing: newId<TagId>(),
  projectId: newId<ProjectId>(),
  reportId: newId<ReportId>(),
  needs: [],
  user: "u",
  at: 0,
  sealed: { iv: new Uint8Array(), data: new ArrayBuffer() },
  ...more,
});
