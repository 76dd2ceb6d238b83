/** Words that say that a name beside them is a place, and words that say that it is none. English. */

export const TOWN =
  "town|city|village|hamlet|township|suburb|municipality|port city|neighbou?rhood|settlement|camp|capital";
export const AREA =
  "province|governorate|oblast|state|district|county|region|prefecture|department|countryside|valley|desert|peninsula|coast";
export const ROAD = "road|highway|route|motorway|street|avenue|corridor|railway|line";
export const SITE =
  "airport|airbase|air base|airfield|base|hospital|dam|bridge|refinery|power plant|power station|prison|checkpoint|crossing|border|camp|island|islands|river|lake|mountains?|mount|hills?|square|port|university|school|mosque|church|cathedral|park|stadium|plains?|gulf|sea|strait|bay";

/** Right before a name, these place what is told. "to", "from" and "of" also stand before people. */
export const STRONG_BEFORE =
  /(?:^|[\s(])(?:in|near|at|towards?|outside|around|via|across|throughout|inside|into|through|(?:north|south|east|west|northeast|northwest|southeast|southwest|outskirts|suburbs|streets|residents|people|governor|mayor|coast|shores) of|(?:northern|southern|eastern|western|central|north|south|east|west|rural|downtown|northeastern|northwestern|southeastern|southwestern))(?: the)? $/i;
export const WEAK_BEFORE =
  /(?:^|[\s(])(?:from|to|on|between|over|off|within|along|beyond|reached|reach|entered|enter|left|leave|captured|seized|retook|visited|visit|besieged|bombed|shelled|of)(?: the)? $/i;
/** Words that a name needs nothing else beside. */
const SURE = `${TOWN}|province|governorate|oblast|district|county|raion|prefecture|countryside|desert|valley|peninsula|road|highway|motorway|airport|airbase|air base|refinery|dam|river`;
export const TRIGGER_BEFORE = new RegExp(
  String.raw`(?:^|[\s(])(?:[Tt]he )?(?:${TOWN}|${AREA}|${ROAD}|${SITE})s?(?: of(?: the)?)? $`,
);
export const TRIGGER_AFTER = new RegExp(String.raw`^(?: |-)(?:${TOWN}|${AREA}|${ROAD}|${SITE})s?\b`);
export const SURE_BEFORE = new RegExp(String.raw`(?:^|[\s(])(?:[Tt]he )?(?:${SURE})s? of(?: the)? $`);
export const SURE_AFTER = new RegExp(String.raw`^ (?:${SURE})s?\b`);

/** Ends a name of several words that is one of a site: Jamarat Bridge, Kennedy Space Center. */
export const SITE_NAME =
  /^(?:Airport|Airbase|Airfield|Bridge|Cathedral|Center|Centre|Dam|Desert|District|Hall|Heights|Hospital|Hotel|Island|Islands|Lake|Museum|Mosque|Mountains?|Palace|Park|Peninsula|Planetarium|Port|Prison|Province|Road|River|Square|Stadium|Station|Street|Temple|Tower|Towers|Valley|Bay|Sea|Strait|Ocean|Base|Camp|Crossing|Highway|Avenue)$/;
/** Begins one: Museum of Flight, Plains of Arafat, Cape Canaveral. */
export const SITE_OPENS =
  /^(?:(?:Port|Cape|Mount|Lake) \p{Lu}|(?:Museum|Gulf|Bay|Strait|Plains?|State|Province|Isles?|Horn|City|Republic|Kingdom) of \p{Lu})/u;
/** Parts of the world, which no gazetteer of settlements has. */
export const WORLD_REGIONS = new Set([
  ...["Africa", "Asia", "Europe", "Antarctica", "Oceania", "America", "North America", "South America"],
  ...["Central America", "Latin America", "Middle East", "Near East", "Far East", "North Africa", "West Africa"],
  ...[
    "East Africa",
    "Southern Africa",
    "Central Africa",
    "Sub-Saharan Africa",
    "Central Asia",
    "South Asia",
    "East Asia",
  ],
  ...["Southeast Asia", "South East Asia", "South-East Asia", "Western Europe", "Eastern Europe", "Central Europe"],
  ...["Balkans", "Caucasus", "Sahel", "Maghreb", "Levant", "Horn of Africa", "Persian Gulf", "Gulf", "Caribbean"],
  ...["West Bank", "Gaza Strip", "Golan Heights", "Crimea", "Donbas", "Donbass", "Kurdistan", "Darfur", "Kashmir"],
  ...["Scandinavia", "Siberia", "Sahara", "Sinai", "Red Sea", "Black Sea", "Mediterranean", "Pacific", "Atlantic"],
  ...["Pacific Northwest", "Midwest", "New England", "Tigray", "Chechnya", "Transnistria", "Nagorno-Karabakh"],
]);
/** A people, not a place: "Indonesian coast". */
export const DEMONYM = /(?:ian|ean|ese|ish|can)s?$/;
/** Before a name, these make it part of the name of a body. */
export const BODY_BEFORE =
  /\b(?:Institute|University|Ministry|Department|Church|Bank|Academy|College|Board|Secretary|School|Bureau|Office|Party|Union|Council) (?:of|for)(?: the)? $/;
/** "pro-Beijing" means those who govern there. */
export const STANDS_FOR = /(?:^|[\s(“"'‘])(?:pro|anti|non|ex|post|pre) ?[-–] ?$/i;

/** What makes the name beside it that of a person or body. */
export const TITLE_BEFORE =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|Gen|Col|Capt|Maj|Lt|Sgt|Rev|President|Presidents?|Minister|Secretary|Senator|Governor|General|Colonel|Captain|Major|King|Queen|Prince|Princess|Pope|Judge|Justice|Chancellor|Ambassador|spokes(?:man|woman|person)|commander|leader|coach|actor|singer|author|professor|sheikh|Sheikh|said|says|called|named)\.? $/;
export const BODY_AFTER =
  /^(?:['’]s)? (?:Army|Party|Times|Post|Herald|Tribune|News|Press|Agency|Ministry|Government|Council|Committee|Union|Front|Brigades?|Forces?|Movement|Group|Company|Corp|Inc|Bank|University|Institute|Foundation|Association|Club|United|FC|Airlines|Police|Court|Department|Broadcasting|Television|Radio|Center|Centre|Street Journal)\b/;

/** Words that begin with a capital and name no place by themselves. */
export const NO_PLACE = new Set(
  `I A An The This That These Those He She It They We You His Her Its Their Our My In On At To From By For With Of As And But Or If
  When While After Before Since Until Because Although However Meanwhile Also Not No Yes There Here What Who Which Where Why How
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October
  November December Army Navy Force Forces Troops Military Police Government Ministry Minister President Prime General Colonel
  Commander Official Officials Source Sources Field Local Senior Some Many Several Most All Both Each Every Other Another One Two
  Three Four Five Six Seven Eight Nine Ten First Second Third Last Next New Open Front Lift Siege Nearing Stronghold Islam Islamic
  Muslim Muslims Christian Christians Jewish God Council Security National International Republican Democrat Democratic
  Union Party Congress Parliament Senate House Court Supreme Internet Twitter Facebook Google English French Arabic German Spanish Chinese
  Russian Syrian Iraqi Turkish American British Israeli Iranian Image Photo File Reuters World War According Earlier Later Today
  Yesterday Tomorrow Then Thus Sunni Shiite Kurdish Nazi Olympics Christmas Easter Hajj Ramadan North South East West Northern
  Southern Eastern Western Central Northeastern Northwestern Southeastern Southwestern Mr Mrs Ms Dr Of Up Out Over Under Between During Against Through
  About Around Once Only Just Even Still Such More Less Very Well Now Never Always Often Citing Based Asked Speaking Following Despite
  ISIL ISIS Daesh IS UN EU NATO FBI CIA NASA BBC CNN AP AFP TV KCNA KPA`.split(/\s+/),
);
