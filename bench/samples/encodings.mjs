const texts = {
  "arabic-iso-8859-6.txt": [
    "iso-8859-6",
    "قصفت القوات الحكومية الطريق إلى عقيربات صباح الاثنين، وقال السكان إن الطريق أغلق ساعات عدة. ولم يصب أحد بأذى.\n\nوأعيد فتح الطريق في اليوم التالي، بحسب مصادر محلية.",
  ],
  "arabic-windows-1256.txt": [
    "windows-1256",
    "قصفت القوات الحكومية الطريق إلى عقيربات صباح الاثنين، وقال السكان إن الطريق أغلق ساعات عدة. ولم يصب أحد بأذى.\r\n\r\nوأعيد فتح الطريق في اليوم التالي، بحسب مصادر محلية.",
  ],
  "polish-windows-1250.txt": [
    "windows-1250",
    "Siły rządowe ostrzelały w poniedziałek drogę do Itrijji – powiedzieli mieszkańcy. „Słyszeliśmy sześć wybuchów”, dodał jeden z nich.\n\nDroga była zamknięta przez kilka godzin; nikt nie został ranny.",
  ],
  "russian-windows-1251.txt": [
    "windows-1251",
    "Правительственные войска обстреляли в понедельник дорогу на Итрию, сообщили жители. «Мы слышали шесть взрывов», — добавил один из них.\n\nДорога была закрыта несколько часов, никто не пострадал.",
  ],
  "russian-koi8-r.txt": [
    "koi8-r",
    "Правительственные войска обстреляли в понедельник дорогу на Итрию, сообщили жители. Один из них слышал шесть взрывов.\n\nДорога была закрыта несколько часов, никто не пострадал.",
  ],
  "lithuanian-windows-1257.txt": [
    "windows-1257",
    "Vyriausybės pajėgos pirmadienį apšaudė kelią į Itriją, pranešė gyventojai. Vienas jų girdėjo šešis sprogimus.\n\nKelias buvo uždarytas kelias valandas; niekas nenukentėjo, sakė vietos šaltiniai ir žmonės iš kaimų.",
  ],
  "french-latin-9.txt": [
    "iso-8859-15",
    "Les forces gouvernementales ont bombardé lundi la route d’Ithriya, selon des habitants. L'œuvre d'un mois, 300 € de dégâts : la clôture est détruite.\n\nLa route a été fermée pendant plusieurs heures ; personne n'a été blessé.".replaceAll(
      "’",
      "'",
    ),
  ],
  "japanese-shift-jis.txt": [
    "shift_jis",
    "政府軍は月曜日、イスリヤへの道路を砲撃したと住民が語った。爆発音が六回聞こえたという。\n\n道路は数時間閉鎖された。けが人はいなかった。",
  ],
  "japanese-euc-jp.txt": [
    "euc-jp",
    "政府軍は月曜日、イスリヤへの道路を砲撃したと住民が語った。爆発音が六回聞こえたという。\n\n道路は数時間閉鎖された。けが人はいなかった。",
  ],
  "chinese-gb18030.txt": [
    "gb18030",
    "居民说，政府军星期一炮击了通往伊斯里亚的公路。一名居民说，他听到六次爆炸声。\n\n公路关闭了几个小时，没有人受伤。",
  ],
  "chinese-big5.txt": [
    "big5",
    "居民說，政府軍星期一砲擊了通往伊斯里亞的公路。一名居民說，他聽到六次爆炸聲。\n\n公路關閉了幾個小時，沒有人受傷。",
  ],
  "korean-euc-kr.txt": [
    "euc-kr",
    "주민들은 정부군이 월요일 이스리야로 가는 도로를 포격했다고 말했다. 폭발음이 여섯 번 들렸다고 한다.\n\n도로는 몇 시간 동안 폐쇄되었고 다친 사람은 없었다.",
  ],
};

/** Text in an encoding, told from what Node decodes, since it encodes to none but Unicode. */
export function encoded(label, text) {
  const bytesOf = new Map();
  const known = new TextDecoder(label, { fatal: true });
  const note = (...bytes) => {
    try {
      const sign = known.decode(Uint8Array.from(bytes));
      if ([...sign].length === 1 && !bytesOf.has(sign)) bytesOf.set(sign, bytes);
    } catch {
      // Not a letter of this encoding.
    }
  };
  for (let one = 0; one < 256; one += 1) note(one);
  if (!/^(?:iso|windows|koi)/.test(label))
    for (let one = 0x81; one < 0xff; one += 1) for (let two = 0x40; two < 0xff; two += 1) note(one, two);
  return Uint8Array.from(
    [...text].flatMap((sign) => {
      const bytes = bytesOf.get(sign);
      if (!bytes) throw new Error(`${label} has no ${sign}.`);
      return bytes;
    }),
  );
}

const wide = "Government forces shelled the road.\n\nقصفت القوات الطريق إلى عقيربات.";
const swapped = (bytes) => Uint8Array.from(bytes, (_, at) => bytes[at ^ 1]);

export const files = {
  ...Object.fromEntries(Object.entries(texts).map(([name, [label, text]]) => [name, encoded(label, text)])),
  "utf-16-without-mark.txt": new Uint8Array(Buffer.from(wide, "utf16le")),
  "utf-16-big-endian.txt": swapped(new Uint8Array(Buffer.from(wide, "utf16le"))),
  "russian-1251.srt": encoded(
    "windows-1251",
    "1\r\n00:00:01,000 --> 00:00:03,500\r\nПравительственные войска обстреляли дорогу на Итрию.\r\n\r\n2\r\n00:00:03,600 --> 00:00:06,000\r\n<i>Дорога была закрыта несколько часов.</i>\r\n",
  ),
  "page-koi8-r.html": encoded(
    "koi8-r",
    '<!doctype html><html lang="ru"><head><meta charset="koi8-r"><title>Дорога закрыта</title></head><body><p>Дорога была закрыта несколько часов.</p></body></html>',
  ),
  "table-windows-1250.csv": encoded(
    "windows-1250",
    "Tytuł;Source;Date;Text\r\nDroga zamknięta;PAP;2017-07-03;Drogę zamknięto w poniedziałek; ostrzeliwały ją siły rządowe.\r\n".replace(
      "poniedziałek;",
      "poniedziałek,",
    ),
  ),
  "mail-iso-2022-jp.eml": Buffer.concat([
    Buffer.from(
      "From: =?iso-2022-jp?B?GyRCSlQ9OEl0GyhC?= <desk@example.org>\r\nSubject: =?iso-2022-jp?B?GyRCRjtPKRsoQg==?=\r\nDate: Mon, 3 Jul 2017 21:05:00 +0900\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-2022-jp\r\nContent-Transfer-Encoding: 7bit\r\n\r\n",
    ),
    Buffer.from("\x1b$BF;O)\x1b(B: open.\r\n", "latin1"),
  ]),
};
