import type { Answer } from "@/client/api/answer";

/** What was answered; throws when it was refused or nobody answered. */
export function valueIn<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  const { status } = answer.problem;
  throw new Error(status === undefined ? "The server did not answer." : `The server answered ${status}.`);
}
