import { describe, expect, test } from "vitest";
import { addressOf } from "@/server/egress/check";

describe("an address", () => {
  const to = async (url: string, origins: string[]) => {
    const found = await addressOf(new URL(url), { origins, setting: "GLOSSATOR_ENGINES", what: "services" });
    return "trouble" in found ? found.trouble : found.address;
  };

  test("has to be on the operator's list, origin by origin", async () => {
    expect(await to("http://127.0.0.1:8200/propose", [])).toBe(
      "http://127.0.0.1:8200 is not on this installation's list of services (GLOSSATOR_ENGINES). Nothing was sent there.",
    );
    expect(await to("http://127.0.0.1:8201/propose", ["http://127.0.0.1:8200"])).toMatch(/not on this installation/);
    expect(await to("http://127.0.0.1:8200/propose", ["http://127.0.0.1:8200"])).toBe("127.0.0.1");
    expect(await to("http://[::1]:8200/propose", ["http://[::1]:8200"])).toBe("::1");
  });

  test("that is a name may not lead into the machine's own network", async () => {
    expect(await to("http://localhost:8200/propose", ["http://localhost:8200"])).toMatch(/own network/);
    expect(await to("http://nowhere.invalid/propose", ["http://nowhere.invalid"])).toMatch(/could not be found/);
  });
});
