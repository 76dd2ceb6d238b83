import { describe, expect, test } from "vitest";
import { sentenceAt } from "@/domain/text/boundaries";
import { utf16 } from "@/domain/text/offsets";
import { proposeClaimAttributes } from "./propose-attributes";

/** A sentence with the claim in brackets; several pairs make a discontinuous one. */
function claimed(marked: string) {
  const quote = [...marked.matchAll(/⟦(.*?)⟧/g)].map(([, part]) => part).join(" … ");
  return { quote, sentence: marked.replaceAll(/[⟦⟧]/g, "") };
}

describe("English", () => {
  test.each([
    ["Sources said ⟦the army captured the hills⟧.", "event", "certain", "affirmed", "asserted"],
    ["Sources said ⟦the army did not capture the hills⟧.", "event", "certain", "negated", "asserted"],
    ["⟦No one was hurt⟧, he said.", "event", "certain", "negated", "asserted"],
    ["⟦Not only soldiers were hurt⟧, he said.", "event", "certain", "affirmed", "asserted"],
    ["⟦The army intends to win back the town⟧.", "intention", "certain", "affirmed", "asserted"],
    ["It seems that ⟦the army intends to advance⟧.", "intention", "probable", "affirmed", "asserted"],
    ["It attacked ⟦to open a new way towards the city⟧.", "intention", "certain", "affirmed", "asserted"],
    ["⟦The army was to start a second phase⟧.", "intention", "certain", "affirmed", "asserted"],
    ["⟦Troops are preparing for a next stage⟧.", "intention", "certain", "affirmed", "asserted"],
    ["⟦The road will open on Monday⟧.", "forecast", "certain", "affirmed", "asserted"],
    ["⟦The phase would link the provinces⟧.", "forecast", "possible", "affirmed", "asserted"],
    ["⟦The bridge may close⟧ soon.", "forecast", "possible", "affirmed", "asserted"],
    ["⟦Up to five may have been killed⟧.", "event", "possible", "affirmed", "asserted"],
    ["⟦The ground is expected to be paved⟧.", "forecast", "probable", "affirmed", "asserted"],
    ["⟦The town is considered their last stronghold⟧.", "assessment", "probable", "affirmed", "asserted"],
    ["⟦The town remains under siege⟧.", "state", "certain", "affirmed", "asserted"],
    ["The ministry denied that ⟦its planes struck the village⟧.", "denial", "certain", "affirmed", "asserted"],
    ["The bridge, which ⟦was closed in May⟧, is open.", "state", "certain", "affirmed", "background"],
    ["It ended thanks to ⟦the army’s control over the hills⟧.", "state", "certain", "affirmed", "background"],
    ["It rests on ⟦the forces’ operation to lift the siege⟧.", "state", "certain", "affirmed", "background"],
    ["⟦The troops⟧ rested and ⟦are preparing to leave⟧.", "intention", "certain", "affirmed", "asserted"],
    ["It is prob\u00adably so that\u200f ⟦the army\u202fleft⟧.", "event", "probable", "affirmed", "asserted"],
    ["In ⟦May troops left the town⟧.", "event", "certain", "affirmed", "asserted"],
  ] as const)("%s", (marked, kind, certainty, polarity, standing) => {
    const { quote, sentence } = claimed(marked);
    expect(proposeClaimAttributes(quote, sentence, "en")).toEqual({ kind, certainty, polarity, standing });
  });
});

describe("Arabic", () => {
  test.each([
    ["قالت مصادر إن ⟦الجيش سيطر على التلال⟧.", "event", "certain", "affirmed", "asserted"],
    ["قالت مصادر إن ⟦الجيش لم يدخل البلدة⟧.", "event", "certain", "negated", "asserted"],
    ["قال إن ⟦الجيش يعتزم استعادة البلدة⟧.", "intention", "certain", "affirmed", "asserted"],
    ["تقدم الجيش ⟦لفتح طريق جديد⟧.", "intention", "certain", "affirmed", "asserted"],
    ["⟦من المُتوقع أن يصل الرتل⟧ غدا.", "forecast", "probable", "affirmed", "asserted"],
    ["⟦ستُفتح الطريق يوم الاثنين⟧.", "forecast", "certain", "affirmed", "asserted"],
    ["⟦وقد يُغلق الجسر⟧.", "event", "possible", "affirmed", "asserted"],
    ["⟦قد أُغلق الجسر⟧.", "event", "possible", "affirmed", "asserted"],
    ["نفت الوزارة ⟦قصف القرية⟧.", "denial", "certain", "affirmed", "asserted"],
    ["الجسر ⟦الذي أغلق في أيار⟧ مفتوح.", "state", "certain", "affirmed", "background"],
  ] as const)("%s", (marked, kind, certainty, polarity, standing) => {
    const { quote, sentence } = claimed(marked);
    expect(proposeClaimAttributes(quote, sentence, "ar-SY")).toEqual({ kind, certainty, polarity, standing });
  });
});

describe("a hedge governs the whole sentence before the claim, and no other sentence", () => {
  /** The proposal for the words in brackets, in their sentence as the text has it. */
  const certainty = (marked: string, language = "en") => {
    const at = utf16(marked.indexOf("⟦"));
    const text = marked.replaceAll(/[⟦⟧]/g, "");
    const quote = /⟦(.*)⟧/s.exec(marked)?.[1] ?? "";
    const sentence = sentenceAt(text, at, language);
    if (!sentence) throw new Error("no sentence");
    const words = text.slice(sentence.start, sentence.end);
    return [
      proposeClaimAttributes(quote, words, language, at - sentence.start).certainty,
      proposeClaimAttributes(quote, words, language).certainty,
    ];
  };

  test.each([
    ["It is believed that the U.S. Army ⟦withdrew from Hama⟧.", "probable"],
    ["It is believed that the US Army ⟦withdrew from Homs⟧.", "probable"],
    ["It is believed that on Nov. 5 the army ⟦withdrew⟧.", "probable"],
    ["It seems that in Sept. Gen. Salim ⟦fled⟧.", "probable"],
    ["It is likely that at 5 a.m. Rev. John ⟦left⟧.", "probable"],
    ["Apparently the U.N. envoy, J. F. Hale, ⟦left⟧.", "probable"],
    ["It is believed that No. 5 Brigade and Acme Inc. lawyers ⟦left⟧.", "probable"],
    ["Apparently it lost 3.5 per cent. The army ⟦left⟧.", "certain"],
    ["It is believed to be in the U.S. The army ⟦left⟧.", "certain"],
    ["It is believed so. ⟦The army left⟧.", "certain"],
    ["It is believed that “it ended?” ⟦The army left⟧.", "certain"],
    ["It is believed that the U.S. Army ⟦left Hama. It took Homs⟧ too.", "probable"],
  ])("%s: %s", (marked, expected) => expect(certainty(marked)).toEqual([expected, expected]));

  test("words that stand twice are told apart by their place", () => {
    const sentence = "The army left, and it is believed that the army left.";
    expect(proposeClaimAttributes("the army left", sentence, "en", 39).certainty).toBe("probable");
    expect(proposeClaimAttributes("army left", sentence, "en", 4).certainty).toBe("certain");
  });

  test("in Arabic", () => {
    expect(certainty("من المتوقع أن د. محمد ⟦وصل⟧.", "ar")).toEqual(["probable", "probable"]);
    expect(certainty("من المتوقع ذلك. الجيش ⟦وصل⟧.", "ar")).toEqual(["certain", "certain"]);
  });
});

test("a language without word lists gets no proposal", () => {
  expect(proposeClaimAttributes("Die Brücke ist zu", "Die Brücke ist zu.", "de")).toEqual({});
});
