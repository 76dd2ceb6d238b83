import "server-only";
import { lookup } from "node:dns/promises";
import { request as askPlain } from "node:http";
import { request as askSecure } from "node:https";
import { BlockList, isIP } from "node:net";
import { fail, ok, type Result } from "@/domain/failure";

/** Milliseconds for one answer, and bytes of it. */
const patience = 20_000;
const mostBytes = 4 * 1024 * 1024;

/** Why a service's answer could not be taken, for people to read. */
export type ServiceTrouble = { trouble: string };
type Answered = { answer: unknown } | ServiceTrouble;

/** Machines of this network and addresses that no service has: only what the operator named by number leads there. */
const inside = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  inside.addSubnet(net, bits);
for (const [net, bits] of [
  ["::", 127],
  ["::ffff:0:0", 96],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  inside.addSubnet(net, bits, "ipv6");

const isInside = (address: string) => inside.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

/** What a service's address is, without the brackets around IPv6. */
const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, "");

/**
 * Where a service may be asked: its origin has to be on the operator's list, and a name has to lead to a public address.
 * The address that was looked at is the one that is asked.
 */
export async function addressOf(url: URL, allowed: readonly string[]): Promise<Result<string>> {
  const no = (reason: string) =>
    fail({ kind: "invalid" as const, problems: [{ field: "suggestions.service.url", reason }] });
  if (!allowed.includes(url.origin))
    return no(
      `${url.origin} is not on this installation's list of services (GLOSSATOR_ENGINES). Nothing was sent there.`,
    );
  const host = hostOf(url);
  if (isIP(host) !== 0) return ok(host);
  const found = await lookup(host, { all: true }).catch(() => []);
  const [first] = found;
  if (!first) return no(`${host} could not be found. Nothing was sent there.`);
  if (found.some(({ address }) => isInside(address)))
    return no(
      `${host} leads into this machine's own network. Nothing was sent there; to use it, the operator lists it by its number.`,
    );
  return ok(first.address);
}

/** Asks a service once: no redirects, a limit of time and of bytes. Whatever it does, the answer is a sentence or JSON. */
export async function askService(url: URL, address: string, body: unknown, within = patience): Promise<Answered> {
  const sent = Buffer.from(JSON.stringify(body));
  const ask = url.protocol === "https:" ? askSecure : askPlain;
  const family = isIP(address);
  return new Promise<Answered>((resolve) => {
    const end = (answered: Answered) => {
      clearTimeout(timer);
      resolve(answered);
      asking.destroy();
    };
    const asking = ask(
      url,
      {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json", "content-length": sent.length },
        // The address that was checked, whatever the name leads to by now.
        lookup: (_name, options, done) =>
          options.all ? done(null, [{ address, family }]) : done(null, address, family),
        agent: false,
      },
      (response) => {
        const { statusCode = 0 } = response;
        if (statusCode >= 300 && statusCode < 400)
          return end({ trouble: "The service answered with a redirect, which is not followed." });
        if (statusCode !== 200) return end({ trouble: `The service answered with status ${statusCode}.` });
        const parts: Buffer[] = [];
        let bytes = 0;
        response.on("data", (part: Buffer) => {
          bytes += part.length;
          if (bytes > mostBytes) end({ trouble: "The service answered more than 4 MB; nothing of it was read." });
          else parts.push(part);
        });
        response.on("end", () => end(read(Buffer.concat(parts))));
        response.on("error", () => end({ trouble: "The service's answer broke off." }));
        response.on("aborted", () => end({ trouble: "The service's answer broke off." }));
      },
    );
    const timer = setTimeout(
      () => end({ trouble: `The service did not answer within ${within / 1000} seconds.` }),
      within,
    );
    asking.on("error", (error: NodeJS.ErrnoException) =>
      end({ trouble: `The service could not be reached (${error.code ?? "no connection"}).` }),
    );
    asking.end(sent);
  });
}

function read(bytes: Buffer): Answered {
  try {
    return { answer: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return { trouble: "The service answered something that is not JSON." };
  }
}
