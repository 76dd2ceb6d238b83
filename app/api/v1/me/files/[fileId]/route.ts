import { z } from "zod";
import { ok } from "@/domain/failure";
import { UploadId } from "@/domain/ids";
import { attachment, streamed } from "@/server/http/attachment";
import { route } from "@/server/http/route";
import { readOwnFile } from "@/server/operations/own-file";

export const GET = route(
  {
    scope: "export",
    summary: "Download the file that one’s own job wrote; it is kept for a week",
    params: z.object({ fileId: UploadId }),
    gives: "application/octet-stream",
  },
  async (actor, { params: { fileId } }) => {
    const download = await readOwnFile(actor, fileId);
    return download.ok ? ok(attachment(streamed(download.value.chunks), download.value)) : download;
  },
);
