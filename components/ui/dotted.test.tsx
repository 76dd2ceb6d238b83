import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Dotted } from "@/components/ui/dotted";

test("facts stand apart from each other, and what is not said leaves no point behind", () => {
  const html = renderToStaticMarkup(
    <Dotted facts={["صدى الشاطئ", undefined, "", "2026-09-10", false, "said by Ines"]} />,
  );
  expect(html).toBe("<bdi>صدى الشاطئ</bdi> · <bdi>2026-09-10</bdi> · <bdi>said by Ines</bdi>");
});
