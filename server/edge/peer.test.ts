import { expect, test } from "vitest";
import { clientAddress, proxyList, settlePeer } from "@/server/edge/peer";

const proxies = proxyList(["10.0.0.0/8", "::1"]);

test.each([
  { when: "nobody forwards", socket: "203.0.113.7", said: undefined, from: "203.0.113.7" },
  { when: "a stranger claims to forward", socket: "203.0.113.7", said: "127.0.0.1", from: "203.0.113.7" },
  { when: "our proxy forwards", socket: "10.1.2.3", said: "203.0.113.7", from: "203.0.113.7" },
  { when: "a client lies to our proxy", socket: "10.1.2.3", said: "127.0.0.1, 203.0.113.7", from: "203.0.113.7" },
  { when: "two of our proxies forward", socket: "::1", said: "203.0.113.7, 10.9.9.9", from: "203.0.113.7" },
  { when: "IPv4 arrives on an IPv6 socket", socket: "::ffff:203.0.113.7", said: undefined, from: "203.0.113.7" },
])("$when: $from", ({ socket, said, from }) => {
  expect(clientAddress(socket, said, proxies)).toBe(from);
});

test("what a stranger says of hosts and addresses is taken away", () => {
  const headers = {
    "x-forwarded-host": "evil.example",
    "x-forwarded-for": "127.0.0.1",
    "x-glossator-peer": "127.0.0.1",
  };
  settlePeer(headers, "203.0.113.7", proxies);
  expect(headers).toEqual({ "x-glossator-peer": "203.0.113.7" });
});
