import { createTranslator } from "use-intl/core";
import password from "./en/password.json";
import problems from "./en/problems.json";
import refusals from "./en/refusals.json";
import type { Locale } from "./index";

const en = { password, problems, refusals };
const languages: Record<Locale, typeof en> = { en };

/**
 * The words of the API's answers, which no page needs. Messages are compiled in the build, so that only a translator
 * can read them: nothing outside this folder takes them from their files.
 */
export const answerWords = (locale: Locale = "en") => createTranslator({ locale, messages: languages[locale] });

export type ProblemWords = keyof typeof problems;
