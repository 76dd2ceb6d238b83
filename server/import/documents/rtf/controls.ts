import type { Warning } from "@/domain/document/extraction";
import type { State } from "./state";

/** Controls that are one character. */
export const SIGNS: Readonly<Record<string, string>> = {
  tab: "\t",
  line: "\n",
  bullet: "•",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  emspace: "\u2003",
  enspace: "\u2002",
  qmspace: "\u2005",
  ltrmark: "\u200e",
  rtlmark: "\u200f",
  zwj: "\u200d",
  zwnj: "\u200c",
  "~": "\u00a0",
  _: "\u2011",
  "-": "\u00ad",
};

interface Destination {
  /** `keep`: its words belong to the text around. */
  readonly into: State["into"] | "keep";
  readonly warns?: Warning["kind"];
}

const skip: Destination = { into: "skip" };

/** Groups whose words are not simply text. */
export const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: { into: "font" },
  stylesheet: { into: "style" },
  colortbl: skip,
  listtable: skip,
  listoverridetable: skip,
  revtbl: skip,
  rsidtbl: skip,
  themedata: skip,
  xmlnstbl: skip,
  latentstyles: skip,
  datastore: skip,
  generator: skip,
  filetbl: skip,
  info: { into: "info" },
  title: { into: "info" },
  author: { into: "info" },
  creatim: { into: "info" },
  footnote: { into: "note" },
  listtext: { into: "marker" },
  pntext: { into: "marker" },
  pntxtb: skip,
  pntxta: skip,
  fldinst: { into: "link" },
  fldrslt: { into: "keep" },
  pict: { into: "skip", warns: "images-left-out" },
  nonshppict: skip,
  object: { into: "skip", warns: "objects-left-out" },
  annotation: { into: "skip", warns: "comments-left-out" },
  atnid: skip,
  atnauthor: skip,
  atntime: skip,
  atnref: skip,
  atndate: skip,
  header: { into: "skip", warns: "headers-left-out" },
  headerl: { into: "skip", warns: "headers-left-out" },
  headerr: { into: "skip", warns: "headers-left-out" },
  headerf: { into: "skip", warns: "headers-left-out" },
  footer: { into: "skip", warns: "headers-left-out" },
  footerl: { into: "skip", warns: "headers-left-out" },
  footerr: { into: "skip", warns: "headers-left-out" },
  footerf: { into: "skip", warns: "headers-left-out" },
  ftnsep: skip,
  ftnsepc: skip,
  aftnsep: skip,
  aftnsepc: skip,
  shp: { into: "keep" },
  shpinst: { into: "keep" },
  shptxt: { into: "keep", warns: "text-boxes-moved" },
  shprslt: skip,
  sp: skip,
  nonesttables: skip,
  nesttableprops: skip,
  bkmkstart: skip,
  bkmkend: skip,
  xe: skip,
  tc: skip,
};
