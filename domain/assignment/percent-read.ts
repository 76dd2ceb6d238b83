/** How far somebody has read, in whole percent of the text; places are code points. */
export const percentRead = ({ readTo, codePoints }: { readTo: number; codePoints: number }): number =>
  Math.min(100, Math.round((100 * readTo) / Math.max(1, codePoints)));
