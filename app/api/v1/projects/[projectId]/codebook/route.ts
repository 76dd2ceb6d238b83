import { z } from "zod";
import { PutCodebook, VersionedCodebook } from "@/domain/codebook/codebook";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { changeCodebook } from "@/server/operations/change-codebook";
import { readCodebook } from "@/server/operations/read-codebook";

const params = z.object({ projectId: ProjectId });

export const GET = route(
  { summary: "Get a project's codebook", params, answers: VersionedCodebook },
  (actor, { params }) => readCodebook(actor, params.projectId),
);

export const PUT = route(
  { summary: "Write a new version of the codebook", params, body: PutCodebook, answers: VersionedCodebook },
  (actor, { params, body }) => changeCodebook(actor, params.projectId, body),
);
