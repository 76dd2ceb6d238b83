import type { Value } from "@/domain/interchange/document";

/** Sets a value of whatever name, `__proto__` too; one that is given twice holds both. */
export function setValue(attributes: Record<string, Value>, name: string, value: Value): void {
  const known = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  const both = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value];
  Object.defineProperty(attributes, name, { value: both, enumerable: true, writable: true, configurable: true });
}
