import { profiles, type Script } from "@/domain/language/profiles";

/** The letters of a language by how often they stand in a text, and its small words. */
export interface Letters {
  readonly tag: string;
  readonly script: Script | "Thai";
  /** The natural logarithm of a letter's share among the letters that an encoding's upper half writes. */
  readonly logShare: ReadonlyMap<string, number>;
  readonly words: ReadonlySet<string>;
}

/** Languages whose every letter lies in the upper half: the most frequent first. */
const alphabets: Readonly<Record<string, string>> = {
  ru: "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
  uk: "оаинвітреслкдумпязьгбчйхцїжюєшщґф",
  be: "аінеяорсылтдукмвпьзчгбйўхжцшюэёф",
  bg: "аоиетнрсвлдпкмзяубгчъжцйхшщфюь",
  sr: "аоиенртсјувкдмплзгбчшцжњљхфћђџ",
  mk: "аоиетнрсвлдкпмзјугбчшцжќњљхфѓџѕ",
  el: "αοιετσνηυρπκμλςωδγχφάέίόήύθβώξζψϊϋ",
  he: "יוהלאתרשמבנכעדחםפקטגסזןצךףץ",
  yi: "יואַןטרדעשלגמסהבפזנכקצחךםתךץף",
  ar: "الينموتربهدعقفسحكجةأشصخطىضزذثإغءئظآؤ",
  fa: "اينردهمتوبشكسفزخگجقلعپحآطصغضچثظذژ",
  ur: "اينرکوہیتسملبےدکقعشںپحجھفزطٹگخصچضڑذغڈثظ",
  th: "านรอกเงมยลวดทสตปะบคจพหแไใผ้่ี์ิุโชัถขศธณซฐึูญภษฝฟำ",
};

/** What an encoding's upper half has that a language does not write. */
export const FOREIGN = Math.log(0.002);

function shares(letters: readonly string[]): Map<string, number> {
  const weights = letters.map((_, rank) => 1 / (rank + 2));
  // A language with one letter above ASCII writes it seldom.
  const all = weights.reduce((sum, weight) => sum + weight, 1);
  return new Map(letters.map((letter, rank) => [letter, Math.log((weights[rank] ?? 0) / all)]));
}

const thai: Letters = { tag: "th", script: "Thai", logShare: shares([...(alphabets["th"] ?? "")]), words: new Set() };

export const languages: readonly Letters[] = [
  ...profiles.flatMap(({ tag, script, letters, words }): Letters[] => {
    const all = alphabets[tag] ?? (script === "Latn" ? letters : "");
    return all === "" && script !== "Latn" ? [] : [{ tag, script, logShare: shares([...new Set(all)]), words }];
  }),
  thai,
];

const simplified =
  "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运击桥星关闭炮息";
const traditional =
  "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運擊橋星關閉砲息";
const hangul =
  "이다는의에을를가은하고한지로기사도리어서자대인시나정보아들해라전부여일그수과장만으주제구원국조성위했있것관상공동개경안군통연방무선문스미비유치오내입명적회되면신생실음진화재분체중학용러당였업물말요권세할거까습니됩";

/** Characters of East Asian texts by how often they stand there: `Common` ones are half of any text. */
export const commonEastAsian = {
  simplified: new Set(simplified),
  traditional: new Set(traditional),
  hangul: new Set(hangul),
};
