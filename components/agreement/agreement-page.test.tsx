import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { AgreementPage } from "@/components/agreement/agreement-page";
import { choiceIn, queryOf, usualComparison } from "@/components/agreement/choice";
import { show } from "@/components/api/shown.fixture";
import type { ProjectAgreement } from "@/domain/agreement/project/answer";
import { computeAgreement } from "@/domain/agreement/project/compute";
import type { ReportLayers, TagColumns } from "@/domain/agreement/project/layers";

afterEach(cleanup);

const kinds = ["claim", "place"];

const tags = (...given: [kind: number, start: number, end: number][]): TagColumns => ({
  count: given.length,
  starts: Int32Array.from(given, ([, start]) => start),
  ends: Int32Array.from(given, ([, , end]) => end),
  kinds: Int32Array.from(given, ([kind]) => kind),
  idAt: (place) => `tag-${place}-${given[place]?.join("-")}`,
});

const report = (id: string, first: TagColumns, second: TagColumns): ReportLayers => ({
  id,
  title: `Report ${id}`,
  week: "2026-11-16",
  length: 100,
  layers: [
    { person: 0, tags: first },
    { person: 1, tags: second },
  ],
});

function answered(reports: readonly ReportLayers[], more: Partial<ProjectAgreement> = {}): ProjectAgreement {
  const people = ["Amal", "Badr"].map((name) => ({ id: name.toLowerCase(), name }));
  const named = kinds.map((kind) => ({ kind, name: kind }));
  const steps = computeAgreement({
    people,
    kinds: named,
    reports,
    described: [],
    attributes: [],
    measures: undefined,
    seed: 1,
    resamples: 100,
    gamma: { precision: 0.02, reports: 1, tags: 10 },
  });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return {
    mode: "independent",
    about: {
      reports: { open: reports.length, compared: reports.length, blind: 2 },
      tags: reports.flatMap(({ layers }) => layers).reduce((total, layer) => total + layer.tags.count, 0),
      people: people.map((person) => ({ ...person, reports: reports.length, tags: 1 })),
      kinds: named,
      positions: "characters",
      proposals: "with",
      layers: "blind",
      seed: 1,
      capped: [],
    },
    ...step.value,
    ...more,
  };
}

function page(answer: ProjectAgreement, next = answer) {
  let answers = 0;
  const mode = answer.mode;
  return show(
    <AgreementPage
      project={{ id: "p", mode }}
      people={[
        { id: "amal", name: "Amal" },
        { id: "badr", name: "Badr" },
      ]}
      kinds={[{ id: "claim", name: "Claim" }]}
      query=""
    />,
    {
      "GET /projects/p/agreement": () => ({ ok: true, value: answers++ === 0 ? answer : next }),
    },
  );
}

const some = [
  report("one", tags([0, 0, 10], [1, 20, 30]), tags([0, 0, 10], [1, 20, 25])),
  report("two", tags([0, 0, 10]), tags([1, 0, 10])),
];

test("no figure stands alone: each has its sentence, coverage, n and definition", async () => {
  page(answered(some));
  const figure = within(await screen.findByRole("article", { name: "Span F1, exact" }));
  expect(figure.getByText("0.33")).toBeDefined();
  expect(figure.getByText(/Of 100 tags of one person, the other has about 33/)).toBeDefined();
  expect(figure.getByText("6 of 6 spans")).toBeDefined();
  expect(figure.getByText("2 reports, 2 people")).toBeDefined();
  expect(figure.getByRole("link", { name: "Read more" }).getAttribute("href")).toBe("/help/agreement#spanF1Exact");
  expect(screen.getByText(/2 reports are still being worked on blind/)).toBeDefined();
});

test("a difference is told in the words that were tagged, one click from the tag in the text", async () => {
  const agreement = answered(some);
  const quoted = agreement.confused.map((each) => ({
    ...each,
    places: each.places.map((place) => ({ ...place, quotes: place.tagIds.map((id) => id && "left Hama") })),
  }));
  page({ ...agreement, confused: quoted });
  const link = await screen.findByRole("link", { name: "“left Hama” Badr" });
  expect(link.getAttribute("href")).toBe("/reports/two?tag=tag-0-1-0-10");
});

test("where there is no number it says why", async () => {
  page(answered([report("none", tags(), tags())]));
  const figure = within(await screen.findByRole("article", { name: "Span F1, exact" }));
  expect(figure.getByText("not available")).toBeDefined();
  expect(figure.getByText("Nobody tagged anything, so there is nothing to agree on.")).toBeDefined();
  expect(screen.getByText("Nobody tagged anything in these reports, so there is nothing to compare.")).toBeDefined();
});

test("with nothing to compare it says when there will be", async () => {
  page(answered([]));
  expect(await screen.findByRole("heading", { name: "Nothing to compare yet" })).toBeDefined();
  expect(screen.getByText(/once two people have submitted it and the analysts’ layers are open/)).toBeDefined();
});

test("a shared project says what reviewers left as it was, and why there is no κ", async () => {
  const review = [
    {
      kind: "claim",
      decided: 10,
      unchanged: 8,
      changed: 1,
      returned: 0,
      rejected: 1,
      share: { value: 0.8, low: 0.49, high: 0.94 },
    },
  ];
  page(answered([], { mode: "shared", review }));
  expect(await screen.findByText(/coefficients such as κ would be meaningless/)).toBeDefined();
  expect(screen.getByText("80% (49%–94%)")).toBeDefined();
});

test("names are hidden and people chosen by asking the server again", async () => {
  const { person, asked } = page(answered(some));
  await person.click(await screen.findByRole("switch", { name: "Hide names" }));
  await waitFor(() => expect(asked).toHaveBeenLastCalledWith("GET", "/projects/p/agreement?names=hidden", undefined));
  await person.click(screen.getByRole("button", { name: "People: Everybody" }));
  await person.click(screen.getByRole("checkbox", { name: "Badr" }));
  await waitFor(() =>
    expect(asked).toHaveBeenLastCalledWith("GET", "/projects/p/agreement?people=amal&names=hidden", undefined),
  );
});

test("γ is worked out when asked for", async () => {
  const [first] = answered(some).figures;
  if (!first) throw new Error("There is no figure.");
  const gamma = { ...first, measure: "gamma", name: "γ", samples: 74, precision: 0.02 };
  const { person } = page(answered(some), { ...answered(some), figures: [gamma] });
  await person.click(await screen.findByRole("button", { name: "Calculate γ" }));
  expect((await screen.findAllByText("74 random continua, precision 0.02")).length).toBeGreaterThan(0);
});

test("a choice survives its address", () => {
  const choice = {
    ...usualComparison,
    people: ["a", "b"],
    from: "2026-01-01",
    layers: "now" as const,
    hideNames: true,
    withoutProposals: true,
  };
  expect(choiceIn(queryOf(choice))).toEqual(choice);
  expect(choiceIn(new URLSearchParams("from=soon&layers=x"))).toEqual(usualComparison);
});
