import "server-only";
import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** Where this installation may send something: origins that its operator listed, and the setting they stand in. */
export type Listed = {
  origins: readonly string[];
  /** The name of the setting, such as `GLOSSATOR_ENGINES`. */
  setting: string;
  /** What it is a list of, such as "services". */
  what: string;
};

/** The address that may be asked, or why none may be, for people to read. */
export type Checked = { address: string } | { trouble: string };

/** Machines of this network and addresses that nobody outside has: only what the operator named by number leads there. */
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

/** The host of an address on the web, without the brackets around IPv6. */
const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, "");

/**
 * Whether something may be sent to an address on the web: its origin has to be on the operator's list, and a name has to
 * lead to public addresses only. Whoever sends has to send to the answered address, and to ask again for each redirect.
 */
export async function addressOf(url: URL, { origins, setting, what }: Listed): Promise<Checked> {
  if (!origins.includes(url.origin))
    return {
      trouble: `${url.origin} is not on this installation's list of ${what} (${setting}). Nothing was sent there.`,
    };
  const host = hostOf(url);
  if (isIP(host) !== 0) return { address: host };
  const found = await lookup(host, { all: true }).catch(() => []);
  const [first] = found;
  if (!first) return { trouble: `${host} could not be found. Nothing was sent there.` };
  if (found.some(({ address }) => isInside(address)))
    return {
      trouble: `${host} leads into this machine's own network. Nothing was sent there; to use it, the operator lists it by its number.`,
    };
  return { address: first.address };
}
