import { z } from "zod";
import { CopyWithPassages, DecideCopy } from "@/domain/copies/copy";
import { CopyId, ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { decideCopy, readCopy } from "@/server/operations/copies";

const params = z.object({ projectId: ProjectId, copyId: CopyId });

export const GET = route(
  { summary: "Read a near copy with the passages that both reports have", params, answers: CopyWithPassages },
  (actor, { params: { projectId, copyId } }) => readCopy(actor, { projectId, id: copyId }),
);

export const PUT = route(
  {
    summary: "Confirm that a report is a copy of another one, refuse it, or leave it open again",
    params,
    body: DecideCopy,
    answers: CopyWithPassages,
  },
  (actor, { params: { projectId, copyId }, body }) => decideCopy(actor, { projectId, id: copyId }, body),
);
