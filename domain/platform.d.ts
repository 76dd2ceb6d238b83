/** What every platform that runs this has, browser or not; the compiler knows it there by other names. */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
}
declare class URL {
  static canParse(address: string): boolean;
  constructor(address: string);
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
}
/** Bytes, one a letter, as base64. */
declare function btoa(bytes: string): string;
