import { z } from "zod";
import { CodebookMigration } from "@/domain/codebook/migration";
import { MigrationId, ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { undoMigration } from "@/server/operations/migrate-codebook";

export const DELETE = route(
  {
    summary: "Take a migration back, but for tags that were changed since",
    params: z.object({ projectId: ProjectId, migrationId: MigrationId }),
    answers: CodebookMigration,
  },
  (actor, { params }) => undoMigration(actor, params.projectId, params.migrationId),
);
