import "server-only";
import { type Answered, askAt, type Trouble } from "@/server/egress/ask";
import type { Listed } from "@/server/egress/check";

/** Milliseconds for one answer, and bytes of it. */
const patience = 20_000;
const mostBytes = 4 * 1024 * 1024;

/** Where services may be. */
export const servicesAt = (origins: readonly string[]): Listed => ({
  origins,
  setting: "GLOSSATOR_ENGINES",
  what: "services",
});

/** Asks a service once, without redirects. Whatever it does, the answer is a sentence or JSON. */
export async function askService(
  url: URL,
  address: string,
  body: unknown,
  within = patience,
): Promise<{ answer: unknown } | Trouble> {
  const answered = await askAt(address, {
    url,
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: Buffer.from(JSON.stringify(body)),
    within,
    mostBytes,
    who: "The service",
  });
  return "trouble" in answered ? answered : read(answered);
}

function read({ status, body }: Answered): { answer: unknown } | Trouble {
  if (status >= 300 && status < 400) return { trouble: "The service answered with a redirect, which is not followed." };
  if (status !== 200) return { trouble: `The service answered with status ${status}.` };
  try {
    return { answer: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) };
  } catch {
    return { trouble: "The service answered something that is not JSON." };
  }
}
