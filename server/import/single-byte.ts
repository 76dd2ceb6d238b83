/**
 * The upper halves of two encodings (tables CP1252 and CP1256 of the Unicode Consortium's mappings), kept here because
 * what a runtime's own decoder makes of them has differed between its versions. U+FFFD: no such character.
 */
const UPPER = {
  "windows-1252":
    "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿" +
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
  "windows-1256":
    "€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u200c\u200dں\u00a0،¢£¤¥¦§¨©ھ«¬\u00ad®¯°±²³´µ¶·¸¹؛»¼½¾؟" +
    "ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىيîï\u064b\u064c\u064d\u064eô\u064f\u0650÷\u0651ù\u0652ûü\u200e\u200fے",
} as const;

export type SingleByteEncoding = keyof typeof UPPER;

/** Every byte as its character; undefined ones become U+FFFD, at the same place as their byte. */
export function decodeSingleByte(bytes: Uint8Array, encoding: SingleByteEncoding): string {
  const upper = UPPER[encoding];
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\x80-\xff]/g, (character) => upper.charAt(character.charCodeAt(0) - 0x80));
}
