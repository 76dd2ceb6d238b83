import { expect, test } from "vitest";
import { isOurHost } from "@/server/edge/hosts";

const local = { host: undefined, publicUrl: undefined };
const published = { host: "0.0.0.0", publicUrl: "https://gloss.example.org" };
const named = { host: "desk.lan", publicUrl: undefined };

test.each([
  { when: "localhost with a port", host: "localhost:3000", names: local, ours: true },
  { when: "the loopback address", host: "127.0.0.1:3000", names: local, ours: true },
  { when: "the loopback address of IPv6", host: "[::1]:3000", names: local, ours: true },
  { when: "a bare address", host: "192.168.1.20:3000", names: published, ours: true },
  { when: "the public name", host: "gloss.example.org", names: published, ours: true },
  { when: "the public name in capitals", host: "GLOSS.example.org:443", names: published, ours: true },
  { when: "the name it listens on", host: "desk.lan:3000", names: named, ours: true },
  { when: "a stranger's name", host: "evil.example", names: local, ours: false },
  { when: "a stranger's name beside a public one", host: "evil.example", names: published, ours: false },
  { when: "a name that only begins like ours", host: "localhost.evil.example", names: local, ours: false },
  { when: "a name that only ends like ours", host: "evilgloss.example.org", names: published, ours: false },
  { when: "credentials before the name", host: "localhost@evil.example", names: local, ours: false },
  { when: "a path after the name", host: "evil.example/localhost", names: local, ours: false },
  { when: "no host", host: null, names: local, ours: false },
  { when: "an empty host", host: "", names: local, ours: false },
])("$when: $ours", ({ host, names, ours }) => {
  expect(isOurHost(host, names)).toBe(ours);
});
