import { expect, test } from "vitest";
import { deviceIn } from "@/components/account/device-name";

test.each([
  {
    agent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
    name: "Chrome · Linux",
  },
  {
    agent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0",
    name: "Firefox · Windows",
  },
  {
    agent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
    name: "Safari · macOS",
  },
  { agent: "curl/8.9.1", name: undefined },
  { agent: "", name: undefined },
])("$name", ({ agent, name }) => {
  expect(deviceIn(agent)).toBe(name);
});
