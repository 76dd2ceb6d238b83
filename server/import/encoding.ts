/** The encodings that a text file may have. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1256", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

/** `certain`: marked or proven by its bytes; `likely`: two ways of telling agree; `guess`: show it to a person. */
export type Confidence = "certain" | "likely" | "guess";

export interface DecodedText {
  readonly ok: true;
  /** Every character of the file but the byte order mark; newlines as they were. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly confidence: Confidence;
  /** Whether the file began with a byte order mark. */
  readonly bom: boolean;
}

export type DecodeRefusalReason = "not-text" | "malformed" | "unsupported-encoding" | "unclear-encoding";

export interface DecodeRefusal {
  readonly ok: false;
  readonly reason: DecodeRefusalReason;
  /** The first byte that does not fit, counted from 0. */
  readonly position: number;
  /** What the file seems to be, such as "a PDF document" or "windows-1251". */
  readonly found?: string;
  /** One sentence for people: what is wrong and what is accepted. */
  readonly sentence: string;
}

export type Decoded = DecodedText | DecodeRefusal;

const ACCEPTED = "Accepted are .txt and .md files in UTF-8, UTF-16, Windows-1256 or Windows-1252.";

export const refusal = {
  notText: (position: number, found = "not a text file"): DecodeRefusal => ({
    ok: false,
    reason: "not-text",
    position,
    found,
    sentence: `This is ${found}. ${ACCEPTED}`,
  }),
  malformed: (position: number, encoding: string): DecodeRefusal => ({
    ok: false,
    reason: "malformed",
    position,
    found: encoding,
    sentence: `The file is damaged: byte ${position} is not valid ${encoding}. ${ACCEPTED}`,
  }),
  unsupported: (position: number, encoding: string): DecodeRefusal => ({
    ok: false,
    reason: "unsupported-encoding",
    position,
    found: encoding,
    sentence: `The file seems to be in ${encoding}; save it as UTF-8 and import it again. ${ACCEPTED}`,
  }),
  unclear: (position: number): DecodeRefusal => ({
    ok: false,
    reason: "unclear-encoding",
    position,
    sentence: `The file's encoding cannot be told (from byte ${position} on); save it as UTF-8 and import it again. ${ACCEPTED}`,
  }),
};
