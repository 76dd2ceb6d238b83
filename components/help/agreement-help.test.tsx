import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { show } from "@/components/api/shown.fixture";
import { AgreementHelp } from "@/components/help/agreement-help";
import { measures } from "@/domain/agreement/measures";
import { sentences } from "@/domain/agreement/outcome";

afterEach(cleanup);

test("every measure has a place of its own, with what it is and where it comes from", () => {
  show(<AgreementHelp />);
  for (const { id, name, definition, source } of measures) {
    expect(document.getElementById(id)?.textContent, name).toContain(definition);
    expect(document.getElementById(id)?.querySelector("a")?.getAttribute("href")).toBe(source.link);
  }
  for (const sentence of Object.values(sentences)) expect(screen.getByText(sentence)).toBeDefined();
});
