import type { SVGProps } from "react";

const drawings = {
  add: "M8 3v10M3 8h10",
  back: "M10 3.5 5.5 8l4.5 4.5",
  bold: "M5 3h3.6a2.4 2.4 0 0 1 0 4.8H5zM5 7.8h4.2a2.6 2.6 0 0 1 0 5.2H5z",
  bullets: "M6.5 4h7M6.5 8h7M6.5 12h7M3 4h.01M3 8h.01M3 12h.01",
  check: "m3 8.5 3.2 3.2L13 4.8",
  close: "m4 4 8 8M12 4l-8 8",
  copy: "M5.5 5.5v-2h7v7h-2M3.5 5.5h7v7h-7z",
  down: "m4 6 4 4 4-4",
  up: "m4 10 4-4 4 4",
  download: "M8 2.5v7.5m-3.2-3L8 10.2 11.2 7M3 13h10",
  code: "M5.5 5 2.5 8l3 3M10.5 5l3 3-3 3",
  example: "M2.5 3.5h11v9h-11zM4.5 6.5h3m1.5 0h2.5M4.5 9.5h5",
  filter: "M2.5 4h11M4.5 8h7M6.5 12h3",
  forward: "M6 3.5 10.5 8 6 12.5",
  original: "M4 2.5h5.2L12.5 6v7.5H4zM9 2.5V6h3.5M6 8.5h4.5M6 11h4.5",
  guidelines: "M3 3h4.2c.5 0 .8.4.8.9V13c0-.6-.4-1-1-1H3zM13 3H8.8c-.5 0-.8.4-.8.9V13c0-.6.4-1 1-1h4z",
  help: "M5.8 6.1a2.2 2.2 0 1 1 3.3 1.9c-.8.4-1.1.8-1.1 1.6M8 12.2v.1",
  inbox: "M2.5 9.5 4.2 3.5h7.6l1.7 6v3.3h-11zM2.5 9.5h3.3l.8 1.6h2.8l.8-1.6h3.3",
  italic: "M7 3h4M5 13h4M9.2 3 6.8 13",
  link: "M6.8 9.2a2.4 2.4 0 0 0 3.4 0l2.1-2.1a2.4 2.4 0 0 0-3.4-3.4l-.9.9M9.2 6.8a2.4 2.4 0 0 0-3.4 0L3.7 8.9a2.4 2.4 0 0 0 3.4 3.4l.9-.9",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  minus: "M3 8h10",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  numbers: "M7 4h6.5M7 8h6.5M7 12h6.5M2.7 3.2l1-.7v3M2.5 9.3c.9-1 2-.6 2 .2 0 .7-1 1-2 2.3h2",
  offline: "M2 2l12 12M3 7.2A8 8 0 0 1 5.4 5.7m3-.5A8 8 0 0 1 13 7.2M5.2 9.6A4.5 4.5 0 0 1 8 8.6m2.8 1M8 12.2v.1",
  quote: "M6.5 4.5C4 5.5 3 7 3 9.5v2h3.5v-3H4.8M13 4.5c-2.5 1-3.5 2.5-3.5 5v2H13v-3h-1.7",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2 3.2 3.2",
  settings: "M2.5 5h5m3 0h3m-11 6h3m3 0h5M9 3.5v3M6.5 9.5v3",
  thread: "M2.5 3.5h11v7.2H8L5 13v-2.3H2.5z",
  undo: "M3 6.5h6.2a3.3 3.3 0 1 1 0 6.6H6M3 6.5 5.8 3.7M3 6.5l2.8 2.8",
  redo: "M13 6.5H6.8a3.3 3.3 0 1 0 0 6.6H10M13 6.5l-2.8-2.8M13 6.5l-2.8 2.8",
  upload: "M8 10.5V3m-3.2 3L8 2.8 11.2 6M3 13h10",
  warning: "M8 2.2 14 13H2zM8 6.3v3.2M8 11.3v.1",
  info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-6.8v3.6M8 5.1v.1",
} as const;

/** These point along the line of writing and turn round with it. */
const turning: ReadonlySet<IconName> = new Set<IconName>(["back", "forward", "undo", "redo"]);

export type IconName = keyof typeof drawings;

/** A small drawing beside words; never the only bearer of meaning, so hidden from assistive technology. */
export function Icon({ name, className = "", ...rest }: { name: IconName } & Omit<SVGProps<SVGSVGElement>, "name">) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`${className.includes("size-") ? "" : "size-4"} shrink-0 ${turning.has(name) ? "rtl:-scale-x-100" : ""} ${className}`}
      {...rest}
    >
      <path d={drawings[name]} />
    </svg>
  );
}
