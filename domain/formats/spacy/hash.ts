import { symbolNumber } from "@/domain/formats/spacy/symbols";

const all = (1n << 64n) - 1n;
const multiplier = 0xc6a4a7935bd1e995n;
const shift = 47n;
const times = (a: bigint, b: bigint) => (a * b) & all;

/** MurmurHash2, 64 bits for 64-bit platforms (Austin Appleby's MurmurHash64A), of the UTF-8 bytes with seed 1. */
export function murmur64(bytes: Uint8Array, seed = 1n): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hash = seed ^ times(BigInt(bytes.length), multiplier);
  const whole = bytes.length - (bytes.length % 8);
  for (let at = 0; at < whole; at += 8) {
    let block = times(view.getBigUint64(at, true), multiplier);
    block = times(block ^ (block >> shift), multiplier);
    hash = times(hash ^ block, multiplier);
  }
  if (whole < bytes.length) {
    let rest = 0n;
    for (let at = bytes.length - 1; at >= whole; at -= 1) rest = (rest << 8n) | BigInt(bytes[at] ?? 0);
    hash = times(hash ^ rest, multiplier);
  }
  hash = times(hash ^ (hash >> shift), multiplier);
  return hash ^ (hash >> shift);
}

const encoder = new TextEncoder();

/** The number that spaCy's StringStore gives a string: of a symbol its place in the list of them, else its hash. */
export const stringNumber = (text: string): bigint => {
  const symbol = symbolNumber(text);
  return symbol === undefined ? murmur64(encoder.encode(text)) : BigInt(symbol);
};
