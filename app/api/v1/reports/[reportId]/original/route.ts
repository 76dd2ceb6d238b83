import { z } from "zod";
import { ok } from "@/domain/failure";
import { ReportId } from "@/domain/ids";
import { attachment } from "@/server/http/attachment";
import { route } from "@/server/http/route";
import { readOriginal } from "@/server/operations/open-report";

export const GET = route(
  {
    summary: "Get the original file of a report, byte for byte",
    params: z.object({ reportId: ReportId }),
    gives: "application/octet-stream",
  },
  async (actor, { params: { reportId } }) => {
    const original = await readOriginal(actor, reportId);
    if (!original.ok) return original;
    const { bytes, fileName } = original.value;
    return ok(attachment(new Uint8Array(bytes), { fileName, mediaType: "application/octet-stream" }));
  },
);
