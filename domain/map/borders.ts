/** West, south, east and north in degrees. */
type Box = readonly [west: number, south: number, east: number, north: number];
type Position = readonly number[];
type Lines = readonly (readonly Position[])[];

/**
 * Borders that at least one state does not accept where they are drawn, by the names that Natural Earth gives to both
 * sides (1:50 million, "de facto": who holds an area). A box: only there. The list says nothing of who is right.
 */
const disputed: readonly { between: readonly [string, string]; within?: Box }[] = [
  { between: ["Russia", "Ukraine"], within: [32, 45, 36, 46.35] },
  { between: ["Israel", "Palestine"] },
  { between: ["Jordan", "Palestine"] },
  { between: ["Egypt", "Palestine"] },
  { between: ["Israel", "Syria"] },
  { between: ["Israel", "Lebanon"], within: [35.55, 33.2, 35.9, 33.45] },
  { between: ["India", "Pakistan"], within: [73, 32.4, 80, 37.2] },
  { between: ["India", "China"] },
  { between: ["Pakistan", "China"], within: [74, 34, 78.2, 37.2] },
  { between: ["India", "Siachen Glacier"] },
  { between: ["Pakistan", "Siachen Glacier"] },
  { between: ["China", "Siachen Glacier"] },
  { between: ["Bhutan", "China"] },
  { between: ["Morocco", "W. Sahara"] },
  { between: ["Algeria", "W. Sahara"] },
  { between: ["Mauritania", "W. Sahara"] },
  { between: ["Kosovo", "Serbia"] },
  { between: ["Cyprus", "N. Cyprus"] },
  { between: ["Somalia", "Somaliland"] },
  { between: ["Ethiopia", "Somaliland"] },
  { between: ["Djibouti", "Somaliland"] },
  { between: ["Egypt", "Sudan"], within: [33, 21.5, 37.5, 23] },
  { between: ["S. Sudan", "Sudan"] },
  { between: ["Kenya", "S. Sudan"] },
  { between: ["Ethiopia", "Sudan"], within: [35.5, 12, 37, 14.5] },
  { between: ["Eritrea", "Ethiopia"] },
  { between: ["Djibouti", "Eritrea"] },
  { between: ["Guyana", "Venezuela"] },
  { between: ["Guyana", "Suriname"] },
  { between: ["France", "Suriname"] },
  { between: ["North Korea", "South Korea"] },
  { between: ["Cambodia", "Thailand"] },
  { between: ["Armenia", "Azerbaijan"] },
];

const keyOf = (a: string, b: string) => (a < b ? `${a} | ${b}` : `${b} | ${a}`);
const byKey = new Map(disputed.map(({ between: [a, b], within }) => [keyOf(a, b), within ?? "all"]));
const boxes = disputed.flatMap(({ within }) => (within ? [within] : []));

/** What is disputed of the border between two areas: nothing, a stretch of it, or all of it. */
export function disputedBetween(one: string, other: string): "nothing" | "a stretch" | "all" {
  const within = byKey.get(keyOf(one, other));
  return within === undefined ? "nothing" : within === "all" ? "all" : "a stretch";
}

/** Parts the lines of borders that are disputed in a stretch: what lies in the stretch, and the rest. */
export function stretches(lines: Lines): { disputed: Position[][]; settled: Position[][] } {
  const parted: { disputed: Position[][]; settled: Position[][] } = { disputed: [], settled: [] };
  for (const line of lines) {
    let begun: Position[] = [];
    let was: boolean | undefined;
    line.forEach((to, at) => {
      const from = line[at - 1];
      if (!from) return;
      const is = boxes.some((box) => lies(from, box) && lies(to, box));
      if (is !== was) {
        begun = [from];
        parted[is ? "disputed" : "settled"].push(begun);
      }
      begun.push(to);
      was = is;
    });
  }
  return parted;
}

const lies = ([longitude = 0, latitude = 0]: Position, [west, south, east, north]: Box) =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north;
