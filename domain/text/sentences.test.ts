import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "@/prisma/builders/any-text";
import { findSentences } from "./sentences";

/** The sentences of a text whose ends are marked with "‖". */
function divided(marked: string, language: string) {
  const text = marked.replaceAll("‖", "");
  const expected = marked.split("‖").map((sentence) => sentence.replaceAll(/^[\s\p{DI}]+|[\s\p{DI}]+$/gu, ""));
  return { expected, found: findSentences(text, language).map(({ start, end }) => text.slice(start, end)) };
}

describe("English", () => {
  test.each([
    "It is believed that the U.S. Army withdrew from Hama.‖ It fell.",
    "It belongs to the U.S.‖ The army left the U.N.‖ He stayed in D.C.‖ In May he fled.",
    "The U.N. Security Council met U.S. Senator J. F. Hale and John F. Kennedy Jr. Hale.",
    "On Nov. 5 and in Sept. Rebels came, on Fri. Dec. 12.‖ It rained.",
    "At 5 a.m. Tuesday and 6 p.m. Syrian time they left.‖ By 7 p.m.‖ The road was closed.",
    "Gen. Salim, Lt. Col. Adib, Lt.-Col. Said, Maj. Omar, Rev. King, Mr. and Mrs. Hale, Dr. He and Sen. Hale met at St. Mary.",
    "He was made Lt. Gen.‖ The army said so.",
    "Apple Inc. Chief Tim Cook and Acme Corp. lawyers met.‖ They left Acme Inc.‖ However, it failed.",
    "See No. 5, p. 12, Fig. 3 and Vol. II of it.‖ Did he?‖ No.‖ He left.",
    "Roe vs. Wade, i.e. Roe, e.g. The Guardian, et al. Officials came, etc.‖ They left.",
    "It cost $1.5 million, 3.5 per cent at 10.30 a.m. Friday.‖ In 2016.‖ 30 people died.",
    "“Why?” he asked.‖ “It ended.”‖ “Never!” she said.‖ The end.",
    "It fell (in May.)‖ It rose [again.]‖ (It fell.)‖ “So what?!”‖ Yes.",
    "He left...‖ The army [...] and (…) stayed… in Hama… Syria (!) and more (?) followed.",
    "It fell.[12]‖ Then it rose.¹²‖ End.",
    "He didn’t.‖ Hale’s.‖ So it was ISIL's.‖ Hale left.",
    "Yahoo! said so.‖ al-Qaeda denied it.‖ al-Nusra did not.",
    "See https://ex.org/a.b?c=d.‖ The site www.ex.org?x=1 and a.b@c.org failed.",
    "1. The army left.‖ 2. It came back.‖ A. First.‖ IV. Fourth.",
    "Plan B.‖ The army held an A-10.‖ Hale held an A. Hale and a T-72.‖ It burnt.",
    "The road was closed.\u200f‖ \u200eIt opened\u00ad.\u2060‖ It closed.",
    "It fell\nin Hama.‖\nThe army left.\u2029‖It came‖\u2029back.",
    'He said : " It is over . "‖ They left .‖ Then it rained .',
    "GEN. SALIM LEFT THE U.S. ARMY.‖ THE END.",
  ])("%s", (marked) => {
    const { found, expected } = divided(marked, "en");
    expect(found).toEqual(expected);
  });
});

describe("other languages", () => {
  test.each([
    ["de", "Am 3. Mai und im 19. Jahrhundert, am 3. 5. 2016, kam die 2. Division.‖ Es waren 12.‖ Dann ging er."],
    ["de", "Dr. Meier, d. h. z. B. Prof. Huber, kam ca. Nr. 5 usw.‖ Die Stadt, bzw. Köln, fiel v. Chr. Geburt."],
    ["fr", "« C’est fini ! » a dit M. Macron.‖ « Non ? »‖ MM. Dupont et J.-C. Martin, etc.‖ Il est parti."],
    ["fr", "Le 3 févr.‖ Le général, cf. p. 5, est parti vers St. Denis."],
    [
      "es",
      "El Sr. López y la Sra. Díaz llegaron a EE. UU. Latinos, p. ej. Ana.‖ ¿Por qué?‖ ¡No!‖ Llegó a las 5 p. m. López.",
    ],
    ["it", "Il sig. Rossi, l’on. Bianchi e il gen. Verdi, ecc.‖ Il treno partì."],
    ["pt", "O Sr. Silva e a Dra. Costa, p. ex. Ana, etc.‖ O trem saiu."],
    ["nl", "Dhr. Jansen en dr. Bakker kwamen o.a. Maandag, enz.‖ De trein vertrok."],
    [
      "ru",
      "В 2016 г. Хама и т. д. были заняты.‖ Это 5 тыс. Человек в г. Хама.‖ Ген. Иванов и проф. А. С. Петров ушли.",
    ],
    ["ru", "Они ушли в 2016 г.‖ В Хаме тихо и т. д.‖ Однако армия здесь."],
    ["uk", "У 2016 р. Хама.‖ Ген. Іваненко і т. д.‖ Він пішов."],
    ["pl", "Gen. Nowak, płk. Kowalski i ks. Popiełuszko, ul. Długa, np. Ania, itd.‖ Potem wyszli 3. Maja."],
    ["tr", "3. Kolordu ve Org. Yılmaz, Dr. Kaya, vb.‖ Bu bitti."],
    ["cs", "Gen. Novák přišel 3. Května, např. Ota, atd.‖ Potom odešel."],
    ["da", "Den 3. Maj kom dr. Hansen, f.eks. Bo.‖ Han gik."],
    ["ar", "قال د. محمد إن م.ت.ف. وافقت.‖ وصل الجيش.‖وقال المصدر؟‖ نعم.‖ ثم ص. 5 انتهى."],
    ["fa", "در سال ۳۰۰ ق.م. ایران بود.‖ او رفت.‖ می‌خواهم؟‖ نه."],
    ["he", "ד. כהן הגיע.‖ הצבא עזב."],
    ["zh", "國防部表示。‖前線？‖穩定！‖「好。」‖他說。"],
    ["ja", "彼は言った。‖「終わった。」‖と。"],
    ["hi", "राम गया।‖ डॉ. सिंह आए।"],
    ["el", "Ο κ. Παπάς ήρθε;‖ Ναι.‖ Ο Δρ. Νίκος, π.χ. Άννα, κ.λπ.‖ Η πόλη έπεσε."],
    ["ko", "군이 떠났다.‖ 그는 말했다."],
    ["hy", "Նա գնաց։‖ Հետո եկավ։"],
    ["und", "Gen. Salim left the U.S. Army.‖ The end."],
  ])("%s: %s", (language, marked) => {
    const { found, expected } = divided(marked, language);
    expect(found).toEqual(expected);
  });
});

test("in any text sentences are in order, and between them is nothing but space", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom("en", "de", "ar", "el", "zh"), (text, language) => {
      let at = 0;
      for (const { start, end } of findSentences(text, language)) {
        expect(text.slice(at, start)).toMatch(/^[\s\p{DI}\ufff9-\ufffb\u0085]*$/u);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(text.slice(at)).toMatch(/^[\s\p{DI}\ufff9-\ufffb\u0085]*$/u);
    }),
    { numRuns: 1000 },
  );
});
