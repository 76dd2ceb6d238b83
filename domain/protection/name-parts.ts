const WORDS = /[\p{L}\p{M}\p{N}\p{Cf}’'ʿʾ]+/gu;
/** Words of a name that name nobody by themselves. */
const titles = new Set(
  `abu abou umm oum bin ibn bint von van der den the and
  mr mrs ms dr prof sir lady sheikh shaykh imam haj hajj hajji captain colonel general major brigadier lieutenant
  sergeant president minister judge أبو أم ابن بن بنت عبد الشيخ الدكتور دكتور الحاج السيد العقيد العميد اللواء`.split(
    /\s+/,
  ),
);

/**
 * The parts of a person's name by which reports go on calling them: "Layla Haddad" is "Haddad" from then on. They are
 * looked for as well, and listed for a person to decide, since others may be called the same.
 */
export function partsOf(name: string): string[] {
  const words = name.match(WORDS) ?? [];
  if (words.length < 2) return [];
  return words.filter((word) => (word.match(/\p{L}/gu)?.length ?? 0) >= 3 && !titles.has(word.toLowerCase()));
}
