import { expect, test } from "vitest";
import { z } from "zod";
import { fieldWords } from "@/domain/field-words";

test.each([
  { schema: z.string(), value: undefined, words: "This is missing." },
  { schema: z.string(), value: 3, words: "Text is expected here." },
  { schema: z.int(), value: "3", words: "A number is expected here." },
  { schema: z.int(), value: 2.5, words: "A whole number is expected here." },
  { schema: z.string().min(1), value: "", words: "This can’t be empty." },
  { schema: z.string().min(12), value: "short", words: "At least 12 characters." },
  { schema: z.string().max(2000), value: "x".repeat(2001), words: "At most 2,000 characters." },
  { schema: z.array(z.int()).min(1), value: [], words: "At least 1 entry." },
  { schema: z.number().positive(), value: 0, words: "More than 0." },
  { schema: z.number().lt(5), value: 5, words: "Less than 5." },
  { schema: z.number().max(6), value: 7, words: "At most 6." },
  { schema: z.enum(["shared", "independent"]), value: "both", words: 'One of "shared", "independent".' },
  { schema: z.email(), value: "nobody", words: "An e-mail address like name@example.org." },
  { schema: z.iso.date(), value: "tomorrow", words: "A day like 2026-11-22." },
  { schema: z.string().regex(/^a/, "Starts with a."), value: "b", words: "Starts with a." },
])("$value is told: $words", ({ schema, value, words }) => {
  const parsed = (schema as z.ZodType).safeParse(value, { error: fieldWords });
  expect(parsed.error?.issues[0]?.message).toBe(words);
});
