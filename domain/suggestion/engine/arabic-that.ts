/** What may stand between who speaks and "that": to whom, where, when, through what. */
const ASIDE = "(?:ل|لـ|في|عبر|خلال|على|عن|من|إلى|مع|اليوم|أمس|امس|مساء|صباح|يوم|أيضا|أيضاً)";
/** After these, أن goes on with them: "after", "without", "must", "can". */
const GOES_ON = "(?:بعد|قبل|منذ|دون|بدون|إلى|يمكن|الممكن|يجب|ينبغي|بد|غير|إلا|رغم|عن|من|على|يريد|تريد|يستطيع|تستطيع)";
const THAT = new RegExp(
  String.raw`^[\s،,:]*(?:${ASIDE}\p{L}*(?: [\p{L}\p{M}\p{N}]+،?){0,8}?،? )?(?<!${GOES_ON} )(?:بأن|أن|إن)ّ?(?:ه|ها|هما|هم|هن|نا|ني)?ّ? (?=["«“]?[\p{L}\p{N}])`,
  "u",
);

/** How long in UTF-16 units what leads to an Arabic claim is: everything up to and with its إن or أن; 0 without one. */
export const untilThat = (words: string): number => THAT.exec(words)?.[0].length ?? 0;
