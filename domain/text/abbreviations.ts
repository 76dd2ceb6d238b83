// biome-ignore-all lint/style/noExcessiveLinesPerFile: one table of abbreviations by language.
/** What a full stop after a word means; where it may mean two things, the next word decides. */
export type AbbreviationKind = "title" | "leading" | "numbered" | "within" | "ending";

export interface Abbreviations {
  /** What is known of a word, given without the stop after it. */
  kindOf(word: string): AbbreviationKind | undefined;
  /** Whether a word begins sentences and is hardly ever a name; `surely` leaves out those that are a name somewhere. */
  opens(word: string, surely?: boolean): boolean;
  /** Whether a stop after a number makes an ordinal of it. */
  readonly ordinals: boolean;
}

/**
 * The words by which a language shows whether a full stop ends a sentence. Without their stop, by single spaces; an
 * entry in small letters also stands for the capitalised word, and each but the leading ones for the word in capitals.
 */
interface Given {
  /** A name follows: "Gen.", "Mr.". */
  readonly titles?: string;
  /** More follows: "e.g.", "vs.". */
  readonly leading?: string;
  /** A number follows: "No. 5", "p. 12". */
  readonly numbered?: string;
  /** Months, places, units: mostly within a sentence, a number may follow. */
  readonly within?: string;
  /** Stand as well at a sentence's end: "etc.", "Inc.", "p.m.". */
  readonly ending?: string;
  /** Words that begin a sentence, and hardly ever a name. */
  readonly openers?: string;
  /** Whether a stop after a number makes an ordinal of it: "3. Mai". */
  readonly ordinals?: boolean;
}

const english: Given = {
  titles:
    "Mr Mrs Ms Messrs Dr Drs Prof Profs Gen Gens Brig Col Cols Lt Lts Maj Capt Cpt Cmdr Cdr Comdr Cpl Pvt Pfc Sgt Spc Adm Ens Gov Govs Sen Sens Rep Reps Pres Supt Insp Det Rev Fr Hon Amb Atty Msgr St Ste Mt Ft",
  leading: "e.g i.e viz cf vs v ca approx incl esp",
  numbered: "No Nos Vol Vols p pp Fig Figs Art Arts Sec Secs Ch Chap para Para Op",
  within:
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ave Blvd Rd Bldg Dept Univ Assn Bros Intl Natl Dist Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky Md Mich Minn Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wis Wyo Ont Que",
  ending: "etc a.m p.m al Inc Corp Co Cos Ltd Plc Jr Sr Esq Ph.D ft lb lbs oz hrs mins sq",
  openers:
    "the a an this that these those there it its he she they we you i his her their our my one two three four five six seven eight nine ten some many most several few all both each every another other others such in on at by for from with without within after before since until during while when where whenever whether if as although though because despite besides but and or nor so yet then thus hence however moreover meanwhile furthermore nevertheless nonetheless instead otherwise therefore still also even only just now once here today yesterday tomorrow later earlier according among amid between under over above below across against near behind beyond through throughout about around what who whom whose which why how not no none nobody nothing neither either perhaps maybe asked last next",
};

const french: Given = {
  titles: "MM Mme Mmes Mlle Mlles Mgr Me Dr Drs Pr Prof Gén Col Cdt Cap Lt St Ste Sts",
  leading: "p.ex cf ex c.-à-d env vs",
  numbered: "n no nos art p pp vol chap fig al",
  within: "janv févr fév avr juill juil sept oct nov déc av bd boul apr J.-C tél dép",
  ending: "etc Cie",
  openers:
    "le la les un une des il elle ils elles on nous vous je ce cet cette ces cela celui celle ceux son sa ses leur leurs mon ma mes notre nos en dans à au aux sur sous par pour avec sans chez vers depuis pendant après avant selon malgré contre entre mais et ou donc or ni car si quand lorsque comme puis ensuite enfin ainsi alors aussi cependant toutefois pourtant néanmoins tandis alors hier aujourd’hui demain plusieurs certains quelques tous toutes deux trois quatre cinq qui que quoi où pourquoi comment",
};

const spanish: Given = {
  titles:
    "sr sra srta sres sras srtas D Dª dr dra dres prof profa gral cnel Tte Cap Cmdte Sgto Lic Ing Arq Mons Sto Sta Excmo Excma Ilmo",
  leading: "p.ej ej cf vs aprox incl",
  numbered: "n núm nro nº art arts pág págs p pp vol cap fig",
  within: "ene feb abr jun jul ago sept oct nov dic av avda c/ tel EE UU a.C d.C",
  ending: "etc Ud Uds Vd Vds a.m p.m Cía S.A",
  openers:
    "el la los las un una unos unas lo él ella ellos ellas este esta estos estas ese esa esos esas esto eso su sus mi en a al de del con sin por para desde hasta hacia según sobre tras ante bajo entre durante pero y o ni aunque si cuando mientras como porque pues luego después entonces también además sin no ya así ayer hoy mañana algunos muchos varios todos dos tres cuatro cinco qué quién cómo dónde por",
};

const german: Given = {
  titles: "Hr Hrn Fr dr Drs prof Gen Oberst Hptm Lt Maj Dipl Ing Mag St Abg Min Präs",
  leading: "z.B d.h u.a bzw ca vgl sog evtl ggf inkl einschl exkl",
  numbered: "Nr Abs Art S Bd Kap Abb Tab Ziff Rn § Hs",
  within:
    "Jan Feb Febr Apr Aug Sep Sept Okt Nov Dez Mo Di Mi Do Fr Sa So Str Tel Mio Mrd Tsd Chr v.Chr n.Chr geb gest verh",
  ending: "usw etc u.s.w ff f GmbH Jh Jhdt Jhd",
  openers:
    "der die das den dem des ein eine einen einem einer er sie es wir ihr ich man dieser diese dieses diesen jener jene sein seine ihre unser in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter durch für gegen ohne um seit während trotz wegen zwischen und oder aber doch denn sondern wenn als ob da weil obwohl dass bis nachdem dann danach dort hier heute gestern morgen jetzt nun auch noch nur so außerdem jedoch dennoch dagegen zudem laut einige viele mehrere alle zwei drei vier fünf wer was wo warum wie nicht kein keine",
  ordinals: true,
};

const italian: Given = {
  titles: "sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa ing avv on gen col magg cap ten mons S ss",
  leading: "es p.es cfr vs ca",
  numbered: "n nn art artt pag pagg p pp vol cap fig",
  within: "gen feb mar apr mag giu lug ago sett set ott nov dic v.le tel a.C d.C",
  ending: "ecc S.p.A S.r.l",
  openers:
    "il lo la i gli le un uno una l egli ella lui lei loro esso essa questo questa questi queste quello quella quelli suo sua in nel nella a al alla di del della da dal dalla con su sul sulla per tra fra secondo dopo prima durante ma e o però quando se mentre come perché anche inoltre poi così ieri oggi domani non alcuni molti tutti due tre quattro cinque chi che cosa dove",
};

const portuguese: Given = {
  titles: "sr sra srta sres dr dra prof profa gen Cel Cap Ten Maj Sgt Eng Exmo Exma D St Sta Sto",
  leading: "p.ex ex cf vs aprox",
  numbered: "n nº núm art arts pág págs p pp vol cap fig",
  within: "jan fev abr jun jul ago out nov dez av tel a.C d.C",
  ending: "etc Ltda S.A Cia",
  openers:
    "o a os as um uma uns umas ele ela eles elas este esta esse essa isto isso aquele seu sua seus suas em no na nos nas de do da com sem por para pelo pela desde até segundo sobre após durante entre mas e ou se quando enquanto como porque também além depois então assim ontem hoje amanhã não alguns muitos todos dois duas três quatro cinco quem que onde",
};

const dutch: Given = {
  titles: "dhr mevr mw drs dr prof ing ir mr gen kol lt maj kap ds St H",
  leading: "bijv bv d.w.z o.a m.n vgl t.o.v i.p.v ca incl",
  numbered: "nr nrs blz p art lid hfst",
  within: "jan feb mrt apr aug sep sept okt nov dec str tel mln mld v.Chr n.Chr",
  ending: "enz etc e.d jl a.s N.V B.V",
  openers:
    "de het een hij zij ze we wij ik deze dit die dat zijn haar hun er in op aan bij met van voor na naar uit over onder door tegen zonder sinds tijdens volgens maar en of want als toen terwijl omdat hoewel ook dan daarna daar hier nu vandaag gisteren morgen niet geen enkele veel alle twee drie vier vijf wie wat waar",
};

const scandinavian: Given = {
  titles: "dr prof gen övl överste kapt maj lt hr fr St",
  leading: "t.ex bl.a d.v.s dvs f.eks fx jf jfr ca",
  numbered: "nr kap s art fig §",
  within: "jan feb apr aug sep sept okt nov dec des kl mill mrd tel f.Kr e.Kr",
  ending: "osv m.m m.fl etc mv",
  openers:
    "det den de en et ett han hun hon de vi jag jeg i på av fra från med til till for för om men og och eller da när når efter etter siden så også ikke inte ingen noen några alle alla to två tre",
};

const polish: Given = {
  titles: "p prof gen płk ppłk mjr kpt por ppor inż mgr św ks abp bp red",
  leading: "np tj tzn tzw m.in ok wg por zob",
  numbered: "nr art ust pkt s str poz par",
  within: "r w godz tys mln mld ul al im pl woj pow gm tel ur zm",
  ending: "itd itp etc zł Sp",
  openers:
    "w we na z ze o do od po przed przez przy pod nad dla bez według podczas ten ta to ci te on ona ono oni one jego jej ich i a ale lecz jednak oraz gdy kiedy jeśli jak ponieważ chociaż także również potem następnie wczoraj dziś jutro nie niektórzy wielu dwa trzy",
  ordinals: true,
};

const czech: Given = {
  titles: "p pí prof doc dr ing mgr bc gen plk pplk mjr kpt por sv",
  leading: "např tzn tj tzv resp mj cca srov",
  numbered: "č čl odst s str kap §",
  within: "r ul tis mil mld hod tel stol",
  ending: "atd apod aj",
  openers:
    "v ve na z ze o do od po před při pod nad pro bez podle během ten ta to ti on ona oni jeho její jejich a ale však nebo když pokud jak protože také potom včera dnes zítra ne některé mnoho dva tři",
  ordinals: true,
};

const russian: Given = {
  titles: "г-н г-жа проф акад доц ген полк подполк кап лейт тов гр св",
  leading: "т.е напр см ср т.н т.к в.т.ч",
  numbered: "№ п пп ст гл стр с рис табл",
  within:
    "им янв февр фев мар апр авг сент окт нояб дек ул пр пл пос дер обл р-н тыс млн млрд кв тел н.э до.н.э г гг в вв",
  ending: "т.д т.п др пр руб долл коп чел",
  openers:
    "в во на с со к ко о об от до из у по при за под над перед через для без после среди согласно он она оно они мы вы я это этот эта эти тот та те его её их но а и или однако если когда пока как так хотя потому поэтому также затем потом тогда там здесь сегодня вчера завтра сейчас уже не ни нет некоторые многие все два три четыре пять кто что где почему",
};

const ukrainian: Given = {
  titles: "проф акад доц ген полк підполк кап св",
  leading: "тобто напр див пор т.зв",
  numbered: "№ п пп ст гл стор с рис табл",
  within: "ім січ лют бер квіт трав черв лип серп вер жовт лист груд вул пл пос обл р-н тис млн млрд тел р рр м с н.е",
  ending: "т.д т.п ін грн дол коп",
  openers:
    "в у на з зі до від по при за під над перед через для без після серед він вона воно вони ми ви я це цей ця ці той та ті його її їх але а і й або однак якщо коли поки як так хоча тому також потім там тут сьогодні вчора завтра не ні деякі багато всі два три чотири пʼять хто що де",
};

const turkish: Given = {
  titles: "Dr Prof Doç Yrd Sn Av Gen Alb Yb Bnb Yzb Org Korg Tümg Tuğg Hz St",
  leading: "örn bkz krş yak",
  numbered: "No s sf md böl",
  within: "Cad Sok Mah Apt Tel M.Ö M.S yy",
  ending: "vb vs vd T.C A.Ş Ltd Şti",
  openers:
    "bu şu o bir ve ama fakat ancak ise da de için ile sonra önce göre olarak çünkü eğer bugün dün yarın ayrıca böylece bazı çok tüm iki üç",
  ordinals: true,
};

const arabic: Given = {
  numbered: "ص ج ع",
  ending: "إلخ الخ",
  openers:
    "وقال وقالت وقالوا وأضاف وأضافت وأكد وأكدت وأعلن وأعلنت وذكر وذكرت وأشار وأشارت وأوضح وأوضحت وأفاد وأفادت وكان وكانت وقد كما لكن ولكن وفي وعلى ومن وإلى هذا هذه وهذا وهذه ذلك وذلك يذكر ويذكر بينما فيما إلا",
};

const persian: Given = {
  numbered: "ص ج ش",
  ending: "غیره",
  openers: "این آن او آنها وی در به از با و اما ولی همچنین پس سپس امروز دیروز",
};

const greek: Given = {
  titles: "κ κκ κα δρ καθ στρ συντ αγ",
  leading: "π.χ δηλ βλ πρβλ",
  numbered: "αρ σελ τ κεφ παρ",
  within: "Ιαν Φεβ Μαρ Απρ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ π.Χ μ.Χ τηλ",
  ending: "κ.λπ κλπ κ.ά κ.τ.λ",
  openers:
    "ο η το οι τα ένας μια ένα αυτός αυτή αυτό σε στο στη στην στον από με για και αλλά όμως όταν αν όπως ενώ επίσης χθες σήμερα δεν",
};

const hindi: Given = { titles: "डॉ श्री श्रीमती प्रो पं", numbered: "नं सं पृ", within: "कि.मी ई" };

const hungarian: Given = {
  titles: "dr prof ifj id özv szt",
  leading: "pl ill ún vö",
  numbered: "sz old fej",
  within: "jan febr márc ápr jún júl aug szept okt nov dec u kb",
  ending: "stb",
  openers: "a az egy ez ezek ő ők és de ha mert amikor majd most itt ott ma tegnap nem",
  ordinals: true,
};

const indonesian: Given = {
  titles: "Bpk Sdr Ny Tn Dr Prof Ir H Hj Kol Jend Letjen Mayjen Brigjen Kapt Lettu",
  numbered: "No hlm hal",
  within: "Jan Feb Mar Apr Jun Jul Agu Sep Okt Nov Des Jl Kec Kab Prov",
  ending: "dll dsb dst Tbk",
  openers:
    "ini itu dia ia mereka kami kita di ke dari pada dengan untuk namun tetapi dan setelah sebelum menurut kemudian juga para",
};

const ordinalsOnly: Given = { ...english, ordinals: true };

const given: Readonly<Record<string, Given>> = {
  en: english,
  fr: french,
  es: spanish,
  ca: spanish,
  gl: spanish,
  de: german,
  it: italian,
  pt: portuguese,
  nl: dutch,
  sv: scandinavian,
  da: { ...scandinavian, ordinals: true },
  nb: { ...scandinavian, ordinals: true },
  nn: { ...scandinavian, ordinals: true },
  no: { ...scandinavian, ordinals: true },
  pl: polish,
  cs: czech,
  sk: czech,
  ru: russian,
  be: russian,
  bg: russian,
  uk: ukrainian,
  tr: turkish,
  ar: arabic,
  fa: persian,
  el: greek,
  hi: hindi,
  hu: hungarian,
  id: indonesian,
  ms: indonesian,
  fi: ordinalsOnly,
  et: ordinalsOnly,
  lv: ordinalsOnly,
  hr: ordinalsOnly,
  sr: ordinalsOnly,
  bs: ordinalsOnly,
  sl: ordinalsOnly,
  is: ordinalsOnly,
};

const made = new Map<string, Abbreviations>();

/** The abbreviations of a language (BCP 47); English ones for a language whose own nobody has gathered yet. */
export function abbreviationsOf(language: string): Abbreviations {
  const primary = language.toLowerCase().split(/[-_]/)[0] ?? "";
  const known = given[primary] ? primary : "en";
  const abbreviations = made.get(known) ?? make(given[known] ?? english, known);
  made.set(known, abbreviations);
  return abbreviations;
}

const words = (text = "") => text.split(" ").filter(Boolean);

/** Openers that stand after a title as somebody's name: "Dr. You". */
const NAMES = new Set(words("you one two how all may she her"));

function make(of: Given, language: string): Abbreviations {
  const kinds = new Map<string, AbbreviationKind>();
  const add = (kind: AbbreviationKind, text?: string) => {
    for (const word of words(text)) {
      const capitalised = word.charAt(0).toLocaleUpperCase(language) + word.slice(1);
      const forms = kind === "leading" ? [word, capitalised] : [word, capitalised, word.toLocaleUpperCase(language)];
      for (const form of forms) if (!kinds.has(form)) kinds.set(form, kind);
    }
  };
  add("title", of.titles);
  add("leading", of.leading);
  add("numbered", of.numbered);
  add("within", of.within);
  add("ending", of.ending);
  const openers = new Set(words(of.openers));
  return {
    kindOf: (word) => kinds.get(word),
    opens: (word, surely = false) => {
      const plain = word.toLocaleLowerCase(language);
      return openers.has(plain) && !(surely && (plain.length < 3 || NAMES.has(plain)));
    },
    ordinals: of.ordinals === true,
  };
}
