import { z } from "zod";
import { CodebookMigration, CodebookMove } from "@/domain/codebook/migration";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { listMigrations, migrateCodebook } from "@/server/operations/migrate-codebook";

const params = z.object({ projectId: ProjectId });

export const GET = route(
  {
    summary: "List the migrations of a project's tags to other labels or values, newest first",
    params,
    answers: z.object({ items: z.array(CodebookMigration) }),
  },
  (actor, { params }) => listMigrations(actor, params.projectId),
);

export const POST = route(
  {
    summary: "Move all tags of a label to another one, or from one value to another",
    params,
    body: CodebookMove,
    answers: CodebookMigration,
  },
  (actor, { params, body }) => migrateCodebook(actor, params.projectId, body),
);
