/** The ground of everything that floats. */
export const floating = "settles z-50 rounded-3 border border-line-strong bg-surface text-ink shadow-float";
