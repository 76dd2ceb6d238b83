import { z } from "zod";
import { UploadId } from "@/domain/ids";
import { Upload, UploadName } from "@/domain/job/upload";
import { route } from "@/server/http/route";
import { putFile, readUpload } from "@/server/operations/uploads";

const params = z.object({ uploadId: UploadId });

export const GET = route(
  { summary: "List the files of an upload that are whole", params, answers: Upload },
  (actor, { params: { uploadId } }) => readUpload(actor, uploadId),
);

export const PUT = route(
  {
    summary: "Send one file of an upload as it is; sent again under the same name it takes the former one's place",
    params,
    query: z.object({ name: UploadName }),
    takes: [{ mediaType: "application/octet-stream", schema: z.string().meta({ format: "binary" }) }],
    answers: Upload,
  },
  (actor, { params: { uploadId }, query: { name }, request }) => putFile(actor, uploadId, { name, request }),
);
