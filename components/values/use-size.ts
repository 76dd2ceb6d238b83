"use client";

import { useFormatter } from "use-intl";

const steps = [
  ["kilobyte", 1e3],
  ["megabyte", 1e6],
  ["gigabyte", 1e9],
] as const;

/** Says a number of bytes in the unit that fits it, and never as nothing what is something. */
export function useSize(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const [unit, whole] = steps.findLast(([, from]) => bytes >= from) ?? steps[0];
    const size = bytes === 0 ? 0 : Math.max(0.1, bytes / whole);
    return format.number(size, { style: "unit", unit, maximumFractionDigits: 1 });
  };
}
