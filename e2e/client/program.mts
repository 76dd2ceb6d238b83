import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

/** A program as somebody outside would write it: it knows the API's description only, by the types made from it. */
const [url = "", token = "", projectId = ""] = process.argv.slice(2);
const api = createClient<paths>({ baseUrl: `${url}/api/v1`, headers: { authorization: `Bearer ${token}` } });

const text = "The bridge at Deir Hafir fell on Sunday, two drivers said.";
const quote = "The bridge at Deir Hafir fell on Sunday";

const { data: made } = await api.POST("/projects/{projectId}/reports", {
  params: { path: { projectId } },
  body: { title: "A bridge fell", text: `${text} ${crypto.randomUUID()}`, language: "en" },
});
if (!made || !("revisionId" in made)) throw new Error("The report was not made.");

const annotationId = crypto.randomUUID();
const path = { reportId: made.id, annotationId };
const segment: components["schemas"]["SentSegment"] = { start: 0, end: quote.length, quote };
// @ts-expect-error The description says that a segment needs its quote or the hash of it.
const bare: components["schemas"]["SentSegment"] = { start: 0, end: quote.length };

const { data: tag } = await api.PUT("/reports/{reportId}/annotations/{annotationId}", {
  params: { path },
  body: { kind: "claim", revisionId: made.revisionId, segments: [segment], attributes: { kind: "event" } },
});
const refused = await api.PUT("/reports/{reportId}/annotations/{annotationId}", {
  params: { path: { ...path, annotationId: crypto.randomUUID() } },
  body: { kind: "claim", revisionId: made.revisionId, segments: [bare], attributes: {} },
});
const { data: batch } = await api.POST("/reports/{reportId}/tags/batch", {
  params: { path: { reportId: made.id } },
  body: { operations: [{ deed: "withdraw", id: annotationId, version: 7 }] },
});
const { data: page } = await api.GET("/projects/{projectId}/reports", {
  params: { path: { projectId }, query: { limit: 5 } },
});

console.log(
  JSON.stringify({
    tag: { state: tag?.state, version: tag?.version },
    refused: {
      status: refused.error?.status,
      kind: refused.error?.kind,
      fields: refused.error?.errors?.map(({ field }) => field),
    },
    batch: batch?.results.map(({ status }) => status),
    listed: page?.items.some(({ id }) => id === made.id),
  }),
);
