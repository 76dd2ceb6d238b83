import "server-only";
import type { Actor } from "@/domain/access/actor";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { PutPage } from "@/domain/feed/feed";
import type { ProjectId } from "@/domain/ids";
import type { ImportResult } from "@/domain/report/import-outcome";
import { now } from "@/server/clock";
import { importSent } from "@/server/import/sent";

/** Imports a page as a browser saw it, read like a web page that was saved and chosen by hand. */
export async function importPage(actor: Actor, projectId: ProjectId, page: PutPage): Promise<Result<ImportResult>> {
  const { url, html, title, outlet, take } = page;
  const form = new FormData();
  form.append("files", new File([html], "page.html"));
  const said = {
    url,
    take,
    encoding: "utf-8",
    retrieved: now().toISOString(),
    ...(title && { title }),
    ...(outlet && { outlet }),
  };
  for (const [name, value] of Object.entries(said)) form.append(name, value);
  const sent = await importSent(actor, projectId, new Request("http://page.invalid/", { method: "POST", body: form }));
  if (!sent.ok) return sent;
  const [result] = "results" in sent.value.body ? sent.value.body.results : [];
  if (!result) return invalid("html", "There is nothing in it.");
  if (result.outcome === "duplicate") return fail({ kind: "conflict", current: result, duplicate: result });
  return result.outcome === "refused" ? invalid("html", result.reason) : ok(result);
}
