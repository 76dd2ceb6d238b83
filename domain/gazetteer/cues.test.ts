import { expect, test } from "vitest";
import { namedIn } from "./cues";

test.each([
  ["Hama", "", "", { name: "Hama" }],
  ["Hama’s", "", "", { name: "Hama" }],
  ["the town of Khanasser", "", "", { name: "Khanasser", featureType: "settlement" }],
  ["Khanasser", "captured the town of ", "", { name: "Khanasser", featureType: "settlement" }],
  ["Deir Ezzur city", "", "", { name: "Deir Ezzur", featureType: "settlement" }],
  ["Deir Ezzur", "", " city", { name: "Deir Ezzur", featureType: "settlement" }],
  ["Homs province", "", "", { name: "Homs", featureType: "province" }],
  ["Homs", "", " province", { name: "Homs", featureType: "province" }],
  ["Northern Homs", "", "", { name: "Homs", featureType: "province", direction: "Northern" }],
  ["Southwestern Raqqa province", "", "", { name: "Raqqa", featureType: "province", direction: "Southwestern" }],
  ["Homs", "towards Northern ", "", { name: "Homs", featureType: "province" }],
  ["Kharkiv Oblast", "", "", { name: "Kharkiv", featureType: "province" }],
  ["the province of Anbar", "", "", { name: "Anbar", featureType: "province" }],
  ["the strategic region of Aqayrabat", "", "", { name: "Aqayrabat", featureType: "region" }],
  ["South Korea", "", "", { name: "Korea", featureType: "province", direction: "South" }],
  ["مدينة حماة", "", "", { name: "حماة", featureType: "settlement" }],
  ["حماة", "وصلوا إلى مدينة ", "", { name: "حماة", featureType: "settlement" }],
  ["محافظة الرقة", "", "", { name: "الرقة", featureType: "province" }],
  ["شمال حلب", "", "", { name: "حلب", featureType: "province", direction: "شمال" }],
])("%s", (words, prefix, suffix, said) => {
  expect(namedIn(words, prefix, suffix)).toEqual(said);
});
