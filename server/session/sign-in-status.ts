import "server-only";
import { z } from "zod";

const Refused = z.object({ url: z.url() });
/** Seconds; as the API says it when the database is away. */
const outageSeconds = 2;

/**
 * next-auth answers every sign-in that failed with 401. One that failed because of the database, or that has to wait,
 * says so in its status too, so that neither a proxy nor a monitor takes an outage for wrong passwords.
 */
export async function withTrueStatus(answer: Response): Promise<Response> {
  if (answer.status !== 401) return answer;
  const body = await answer.text();
  const code = errorIn(body);
  const again = (status: number, seconds?: number) => {
    const headers = new Headers(answer.headers);
    if (seconds !== undefined) headers.set("retry-after", String(seconds));
    return new Response(body, { status, headers });
  };
  if (code === "unavailable") return again(503, outageSeconds);
  const wait = /^rate-limited:(\d+)$/.exec(code)?.[1];
  return wait === undefined ? again(401) : again(429, Number(wait));
}

function errorIn(body: string): string {
  try {
    const refused = Refused.safeParse(JSON.parse(body));
    return (refused.success && new URL(refused.data.url).searchParams.get("error")) || "";
  } catch {
    return "";
  }
}
