import { escapeLiteral } from "pg";

/**
 * A statement with its values written into it, since COPY takes none beside it. Every value is quoted as PostgreSQL
 * quotes it; lists become array literals, which the statement casts.
 */
export const withValues = (statement: string, values: readonly unknown[]): string =>
  statement.replaceAll(/\$(\d+)/g, (_, number: string) => literal(values[Number(number) - 1]));

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return escapeLiteral(`{${value.map(element).join(",")}}`);
  return escapeLiteral(String(value));
}

const element = (value: unknown) => `"${String(value).replaceAll(/["\\]/g, "\\$&")}"`;
