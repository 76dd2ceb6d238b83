import { describe, expect, test } from "vitest";
import { guessLanguage } from "@/domain/language/guess-language";

const news: Readonly<Record<string, string>> = {
  ar: "قالت مصادر محلية إن عقيربات، شرق حماة، تتعرض لقصف منذ صباح الاثنين؛ ولم تُسجَّل إصابات.",
  fa: "منابع محلی گزارش دادند که پل چوبی در شهر حماه روز دوشنبه بسته شد و کسی آسیب ندید.",
  ur: "مقامی ذرائع نے کہا ہے کہ پیر کی صبح سے شہر میں گولہ باری جاری ہے اور لوگ گھروں سے نہیں نکلے۔",
  ps: "سیمه‌ییزو سرچینو ویلي چې د دوشنبې له سهاره په ښار کې بمباري روانه ده.",
  ckb: "سەرچاوە ناوخۆییەکان دەڵێن کە لە بەیانی دووشەممەوە بۆردومان لە شار بەردەوامە.",
  he: "מקורות מקומיים מסרו כי הגשר נסגר ביום שני לאחר ההפגזה, וכי לא היו נפגעים.",
  en: "Local sources said that the bridge was closed on Monday after the shelling, and nobody was hurt.",
  fr: "Des sources locales ont indiqué que le pont a été fermé lundi après les bombardements.",
  de: "Örtliche Quellen meldeten, dass die Brücke am Montag nach dem Beschuss gesperrt worden ist.",
  es: "Fuentes locales dijeron que el puente fue cerrado el lunes después del bombardeo, según la policía.",
  pt: "Fontes locais disseram que a ponte foi fechada na segunda-feira após o bombardeio, não há feridos.",
  it: "Fonti locali hanno detto che il ponte è stato chiuso lunedì dopo il bombardamento della città.",
  nl: "Lokale bronnen zeggen dat de brug maandag na de beschieting is gesloten en dat niemand gewond is.",
  sv: "Lokala källor uppger att bron stängdes på måndagen efter beskjutningen och att ingen skadades.",
  pl: "Lokalne źródła podały, że most został zamknięty w poniedziałek po ostrzale i nikt nie jest ranny.",
  cs: "Místní zdroje uvedly, že most byl v pondělí po ostřelování uzavřen a že nikdo nebyl zraněn.",
  sk: "Miestne zdroje uviedli, že most bol v pondelok po ostreľovaní uzavretý a že nikto nebol zranený.",
  sl: "Lokalni viri so sporočili, da je bil most v ponedeljek po obstreljevanju zaprt in da ni ranjenih.",
  hr: "Lokalni izvori rekli su da je most u ponedjeljak nakon granatiranja zatvoren i da nije bilo ozlijeđenih.",
  hu: "Helyi források szerint a hidat hétfőn az ágyúzás után lezárták, és senki nem sérült meg.",
  ro: "Surse locale au spus că podul a fost închis luni după bombardament și că nu sunt răniți.",
  tr: "Yerel kaynaklar, köprünün pazartesi günü bombardımandan sonra kapatıldığını ve yaralı olmadığını söyledi.",
  lt: "Vietos šaltiniai pranešė, kad tiltas pirmadienį po apšaudymo buvo uždarytas ir niekas nebuvo sužeistas.",
  lv: "Vietējie avoti ziņo, ka tilts pirmdien pēc apšaudes tika slēgts un neviens nav ievainots.",
  et: "Kohalikud allikad ütlesid, et sild suleti esmaspäeval pärast tulistamist ja keegi ei saanud viga.",
  fi: "Paikalliset lähteet kertoivat, että silta suljettiin maanantaina tykistötulen jälkeen ja että kukaan ei loukkaantunut.",
  vi: "Các nguồn tin địa phương cho biết cây cầu đã bị đóng vào thứ Hai và không có người bị thương.",
  sq: "Burime lokale thanë se ura është mbyllur të hënën pas bombardimit dhe nuk ka të lënduar.",
  id: "Sumber setempat mengatakan bahwa jembatan itu ditutup pada hari Senin dan tidak ada yang terluka.",
  sw: "Vyanzo vya habari vilisema kwamba daraja lilifungwa siku ya Jumatatu na hakuna watu waliojeruhiwa katika mji huo.",
  ru: "Местные источники сообщили, что мост был закрыт в понедельник после обстрела и никто не пострадал.",
  uk: "Місцеві джерела повідомили, що міст було закрито в понеділок після обстрілу і ніхто не постраждав.",
  be: "Мясцовыя крыніцы паведамілі, што мост быў закрыты ў панядзелак пасля абстрэлу.",
  bg: "Местни източници съобщиха, че мостът е бил затворен в понеделник след обстрела и няма ранени.",
  sr: "Локални извори рекли су да је мост у понедељак после гранатирања затворен и да није било повређених.",
  mk: "Локални извори рекоа дека мостот беше затворен во понеделник и дека нема повредени по гранатирањето.",
  el: "Τοπικές πηγές είπαν ότι η γέφυρα έκλεισε τη Δευτέρα.",
  hi: "स्थानीय सूत्रों ने कहा कि सोमवार को गोलाबारी के बाद पुल को बंद कर दिया गया है।",
  th: "แหล่งข่าวท้องถิ่นกล่าวว่าสะพานถูกปิดเมื่อวันจันทร์",
  zh: "当地消息人士说，炮击之后，大桥于星期一关闭。",
  ja: "地元の情報筋によると、橋は月曜日に砲撃の後閉鎖された。",
  ko: "현지 소식통에 따르면 다리는 월요일 포격 이후 폐쇄되었다.",
  ka: "ადგილობრივი წყაროების თქმით, ხიდი ორშაბათს დაიხურა.",
  hy: "Տեղական աղբյուրների համաձայն՝ կամուրջը փակվել է երկուշաբթի։",
  am: "የአካባቢው ምንጮች እንዳሉት ድልድዩ ሰኞ ዕለት ተዘግቷል እና ማንም አልተጎዳም ነበር።",
};

describe("a report's language is told by script, letters and small words, whatever the project reads", () => {
  test.each(Object.entries(news))("%s", (language, text) => {
    expect(guessLanguage(text, ["en", "ar"])).toEqual({ language, because: "text" });
  });
});

describe("the project's languages decide where the text leaves several", () => {
  test.each([
    { text: news["hr"], known: ["en", "bs"], language: "bs" },
    { text: news["hr"], known: ["sr-Latn"], language: "sr-Latn" },
    { text: news["id"], known: ["ms"], language: "ms" },
    { text: news["ar"], known: ["en", "ar-SY"], language: "ar-SY" },
    { text: news["zh"], known: ["zh-Hant"], language: "zh-Hant" },
    { text: news["fa"], known: ["ar", "fa", "he"], language: "fa" },
    { text: news["he"], known: ["ar", "fa", "he"], language: "he" },
    { text: news["uk"], known: ["en", "ru", "uk"], language: "uk" },
  ])("$language among $known", ({ text = "", known, language }) => {
    expect(guessLanguage(text, known)).toEqual({ language, because: "text" });
  });
});

describe("what says too little is the project's, or stays unknown", () => {
  test.each([
    { text: "Text number 7.", known: ["en", "ar"], language: "en", because: "project" },
    { text: "T", known: ["ar", "fr"], language: "fr", because: "project" },
    { text: "حلب", known: ["en", "fa", "ar"], language: "fa", because: "project" },
    { text: "Xyzzy plugh", known: ["ar"], language: "und", because: "unknown" },
    { text: "12:30 — 5,000", known: [], language: "und", because: "unknown" },
    { text: "12:30 — 5,000", known: ["ar", "en"], language: "ar", because: "project" },
    { text: "Ⲁⲃⲅⲇ", known: ["de"], language: "und", because: "unknown" },
  ])("$text: $language", ({ text, known, language, because }) => {
    expect(guessLanguage(text, known)).toEqual({ language, because });
  });
});
