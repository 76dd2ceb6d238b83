import { newId } from "@/client/new-id";

/**
 * The ids that one form sends along: the same for as long as it says the same, so that sending it again after a lost
 * answer makes nothing twice; another one as soon as it says something else or was taken.
 */
export function createRepeatIds<Id extends string>() {
  let last: { said: string; id: Id } | undefined;
  return {
    of(said: unknown): Id {
      const words = JSON.stringify(said);
      if (last?.said !== words) last = { said: words, id: newId<Id>() };
      return last.id;
    },
    taken() {
      last = undefined;
    },
  };
}
