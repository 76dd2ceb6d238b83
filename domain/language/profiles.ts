// biome-ignore-all lint/style/noExcessiveLinesPerFile: one table of languages, read from top to bottom.
/** How a written language is told from others of its script. */
export interface Profile {
  /** BCP 47. */
  readonly tag: string;
  readonly script: Script;
  /**
   * Latin: the letters beside a to z; other scripts: the letters that not all languages of the script have. The most
   * frequent first, small.
   */
  readonly letters: string;
  /** Small words that stand in nearly every paragraph. */
  readonly words: ReadonlySet<string>;
}

export type Script = "Latn" | "Cyrl" | "Arab" | "Hebr" | "Deva" | "Beng" | "Ethi" | "Grek";

const rows: readonly (readonly [tag: string, script: Script, letters: string, words: string])[] = [
  [
    "en",
    "Latn",
    "éïêç",
    "the of and to in a is that for on was with as are by at be from has have it an were not said which this but their will they his he had been who after its would about or when than",
  ],
  [
    "fr",
    "Latn",
    "éàèêçôûùîâœïëÿüæ",
    "le la les de des du et en un une que qui dans pour par sur est a au aux il elle ne pas ce plus se sont avec été à ont son sa ses cette mais ou où leur comme après entre selon",
  ],
  [
    "de",
    "Latn",
    "üäößé",
    "der die das und in den von zu mit ist im für auf nicht sich dem des ein eine auch als es an werden aus er hat dass sie nach wird bei einer um am sind noch wie über einen war",
  ],
  [
    "es",
    "Latn",
    "óíáéñúü",
    "de la que el en y a los se del las un por con no una su para es al lo como más fue han son ha o pero sus entre sobre también hasta desde está según",
  ],
  [
    "pt",
    "Latn",
    "ãçéáíóêõâúàôü",
    "de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das à seu sua ou ser são também está há pelo pela segundo",
  ],
  [
    "it",
    "Latn",
    "èàùòìéó",
    "di e il la che in a per un è del con non si una le dei da nel al sono i alla lo della ha più anche come gli ma o ed hanno stato dal questo dopo delle",
  ],
  [
    "nl",
    "Latn",
    "ëéïöüè",
    "de het een van en in is dat op te zijn met voor niet aan er om door als uit maar ook bij was worden heeft naar hebben deze nog over dan volgens",
  ],
  [
    "sv",
    "Latn",
    "äåöé",
    "och i att det som en på är av för med till den har de inte om ett han var men sig från vi så kan när under efter eller enligt",
  ],
  [
    "da",
    "Latn",
    "øæåé",
    "og i at det er en til af på som for med de den har ikke der et var om han fra vil blev også efter men sig kan være ifølge",
  ],
  [
    "no",
    "Latn",
    "åøæéò",
    "og i det er på som en av for at til med har de ikke den om et var fra men han vi seg ved ble også etter skal være ifølge",
  ],
  [
    "fi",
    "Latn",
    "äöåšž",
    "ja on ei oli että se hän joka mutta ovat myös kun sen niin kuin tai jo mukaan ole sekä voi tämä ollut kanssa jälkeen",
  ],
  [
    "is",
    "Latn",
    "íáðéóþúæöý",
    "og í að á sem er það til um við var en með fyrir ekki af hann eru hefur frá verið þeir sé",
  ],
  [
    "et",
    "Latn",
    "äõüöšž",
    "ja on ei et see oli ka kui mis oma aga siis või ning selle tema pole kes nii pärast sõnul kuid",
  ],
  [
    "lv",
    "Latn",
    "āīēšūņļžģčķŗō",
    "un ir ar no par uz ka kas tas bija lai arī pēc bet kā tika nav to pie vai viņa šo gada tā",
  ],
  [
    "lt",
    "Latn",
    "ėšųžįąčūę",
    "ir yra kad į su iš už ne tai bet buvo kaip per jo dėl apie po ar jau pranešė prie nuo šį",
  ],
  [
    "pl",
    "Latn",
    "łóąężśćńź",
    "w i na z nie do się że to jest o jak po od za przez co dla są był ale było oraz przed tym może już który która które roku podały",
  ],
  [
    "cs",
    "Latn",
    "íáěéřščžýůúťňďó",
    "a v se na je že s z do o to i jako za by ve k pro po jsou ale který která nebo od bylo podle již při byl také byla",
  ],
  [
    "sk",
    "Latn",
    "áíéčšžýťúľňôďóäŕĺ",
    "a v sa na je že s z do o to ako za by vo pre po sú ale ktorý ktorá alebo od bolo podľa už pri bol aj ktoré bola",
  ],
  ["sl", "Latn", "čšžćđ", "je in v na se da so za ki pa z bi o po s pri od ne tudi kot ali bil še iz do že bo ni bila"],
  [
    "hr",
    "Latn",
    "čšžćđ",
    "je i u na se da za su od nije koji što kako iz o bi do te ali kao biti će ne koja po rekao nakon nisu",
  ],
  [
    "hu",
    "Latn",
    "éáóöőíüúű",
    "a az és hogy nem is egy volt meg de ez azt csak már van el ki mint vagy még be minden szerint után pedig",
  ],
  [
    "ro",
    "Latn",
    "ăîșțâşţé",
    "și şi de în a la cu pe nu că o din să un mai este care au pentru ce ar fost sunt dar după prin fi al lui",
  ],
  [
    "tr",
    "Latn",
    "ıüşğöçâî",
    "ve bir bu da de için ile olarak çok daha olan en gibi kadar sonra ne ama var olduğu o ise göre dedi",
  ],
  ["az", "Latn", "əıüşğçö", "və bir bu ki da ilə üçün olan də daha sonra var olub edib"],
  ["sq", "Latn", "ëç", "të e në dhe për me një që i nga më së ka është u do si nuk por janë"],
  ["mt", "Latn", "ħżġċàè", "li ta fil u il ma għal din minn fuq kien dan biex ġie"],
  ["ga", "Latn", "áíéóú", "an agus na i a ar le go is sa ag do bhí atá leis"],
  ["cy", "Latn", "ŵŷâêîô", "y yn a i o ar yr mae ei gan wedi bod oedd"],
  ["eu", "Latn", "ñ", "eta da ez bat du dute zuen egin ere izan ziren dira"],
  ["ca", "Latn", "àèéíòóúçï", "de la i el a en que les per un una amb és del no al va ha més són els"],
  ["gl", "Latn", "óáéíñú", "de a e o que do da en un para non unha con os se no na por máis como"],
  [
    "vi",
    "Latn",
    "đàáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹ",
    "và của là có các trong được cho với không người một đã những này để khi tại từ theo",
  ],
  [
    "id",
    "Latn",
    "é",
    "dan yang di dengan untuk dari ini itu dalam pada tidak akan oleh juga telah ke adalah mereka para bisa",
  ],
  [
    "ms",
    "Latn",
    "é",
    "dan yang di dengan untuk dari ini itu dalam pada tidak akan oleh juga telah ke adalah kerana boleh",
  ],
  ["sw", "Latn", "", "ya na wa kwa ni katika za la kuwa cha hii huo watu hiyo"],
  ["so", "Latn", "", "iyo ka oo ku in waa u ay la soo waxa uu"],
  ["ha", "Latn", "ɓɗƙ", "da a na ta ya ba ne ke kuma cikin wani an"],
  ["ku", "Latn", "êîşûç", "û li di ku de ji bi ew ên yê ya bo hat dibe"],
  ["fil", "Latn", "ñ", "ang ng sa na mga ay at ni para si hindi ito"],
  ["af", "Latn", "êëôéè", "die en van in is dat nie het om te met vir wat op aan"],
  ["uz", "Latn", "ʻʼ", "va bu bilan uchun bir ham edi deb"],
  ["el", "Grek", "", "και το η ο του της να με για που την στο από τον τη δεν ότι των είναι θα στην οι τα"],
  [
    "ru",
    "Cyrl",
    "ыэъёйщьюя",
    "и в не на что с по как это а к из у за от о но для его то до при был после также они было",
  ],
  ["uk", "Cyrl", "іїєґйщьюя", "і в на не що та з до у за як це для про від по його але було також після які"],
  ["be", "Cyrl", "іўыэёйьюя", "і ў не на што з да у як гэта па за ад для было таксама"],
  ["bg", "Cyrl", "ъйщьюя", "и на да в за се от че не с са по е като ще беше след"],
  ["sr", "Cyrl", "јљњћђџ", "је и у на се да за су од није који што из о до али као биће после"],
  ["mk", "Cyrl", "јљњќѓџѕ", "и на да во се за од не е со го ќе што беше по"],
  ["kk", "Cyrl", "әғқңөұүһіыэйщьюяё", "және мен бұл бір үшін деп да болып"],
  ["ky", "Cyrl", "өүңыэйщьюяё", "жана бул менен үчүн болгон деп"],
  ["tg", "Cyrl", "ӣӯқғҳҷъэёйьюя", "ва дар аз ба ки бо ин барои"],
  ["mn", "Cyrl", "өүыэёйщьюя", "нь байна энэ юм болон гэж"],
  [
    "ar",
    "Arab",
    "ةىيكأإؤئآء",
    "في من على أن إلى التي عن مع هذا ما لا كان قال الذي هذه بعد كما وقد ذلك بين إن قالت ولم لم أو",
  ],
  [
    "fa",
    "Arab",
    "یکپچژگآئأءيكة",
    "و در به از که این را با است برای آن یک می شد بر تا شده خود هم بود كه اين براي دادند",
  ],
  ["ur", "Arab", "یکہھےںٹڈڑگچپ", "کے کی میں ہے سے اور کا نے کو پر کہ ہیں اس نہیں تھا"],
  ["ps", "Arab", "یکښځڅډړڼېۍټپچژګگ", "د په او چې له ته دا کې یې سره نه دی"],
  ["ckb", "Arab", "یکەێۆڕڵڤپچژگ", "لە و بە کە بۆ ئەم لەگەڵ ئەو"],
  ["ug", "Arab", "ىكەېۇۆۈۋپچژگڭ", "ۋە بىلەن بىر بۇ دەپ"],
  ["sd", "Arab", "يڪڄڃڇڏڌڊڙڳڱٺٽڀپچگ", "جي ۾ آهي جو تي کان"],
  ["he", "Hebr", "", "של את על לא הוא כי עם זה גם היא או אל כל"],
  ["yi", "Hebr", "ײױ", "די און פון צו איז מיט דער אויף"],
  ["hi", "Deva", "", "के में की है और से को का ने पर कि यह हैं"],
  ["mr", "Deva", "ळ", "आहे आणि या व मध्ये होते असे"],
  ["ne", "Deva", "", "छ र को मा ले भने पनि हो"],
  ["bn", "Beng", "র", "ও এই করে থেকে একটি জন্য তার এবং"],
  ["as", "Beng", "ৰৱ", "আৰু এই কৰা পৰা এটা"],
  ["am", "Ethi", "", "ነው እና ላይ ውስጥ ነበር"],
  ["ti", "Ethi", "ኣ", "እዩ ናይ ኣብ ከም"],
];

export const profiles: readonly Profile[] = rows.map(([tag, script, letters, words]) => ({
  tag,
  script,
  letters,
  words: new Set(words.split(" ")),
}));

/** Scripts that one language is written in, as far as reports come to us. */
export const onlyLanguageOf: Readonly<Record<string, string>> = {
  Armenian: "hy",
  Georgian: "ka",
  Gujarati: "gu",
  Gurmukhi: "pa",
  Hangul: "ko",
  Kannada: "kn",
  Khmer: "km",
  Lao: "lo",
  Malayalam: "ml",
  Myanmar: "my",
  Oriya: "or",
  Sinhala: "si",
  Syriac: "syr",
  Tamil: "ta",
  Telugu: "te",
  Thaana: "dv",
  Thai: "th",
  Tibetan: "bo",
};

/** Languages that small words and letters don't tell apart: whichever a project has is meant. */
export const likeEachOther: readonly (readonly string[])[] = [
  ["hr", "bs", "sr", "sh", "cnr"],
  ["no", "nb", "nn"],
  ["id", "ms"],
  ["fa", "prs", "pes"],
  ["ku", "kmr"],
  ["ckb", "ku"],
  ["fil", "tl"],
  ["ar", "arb", "arz", "apc", "ary", "acm", "ajp", "afb", "aeb", "apd"],
  ["he", "iw"],
  ["yi", "ji"],
  ["zh", "yue", "cmn"],
];
