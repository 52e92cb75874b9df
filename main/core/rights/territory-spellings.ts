/**
 * How agencies spell countries where that is not the name CLDR has, and what their people and things are called.
 * One line a country: code, names, then demonyms after a colon. Folded as `foldName` folds.
 */
const spellings = `
AE united arab emirates, uae, u.a.e., emirates: emirati
AF : afghan, afghani
AL : albanian
AM : armenian
AD : andorran
AO : angolan
AR argentine republic: argentine, argentinian, argentinean
AT : austrian
AU : australian
AZ : azerbaijani, azeri
BA bosnia, bosnia herzegovina, bosnia and herzegovina, bih: bosnian
BB : barbadian
BD : bangladeshi
BE : belgian
BF burkina: burkinabe
BG : bulgarian
BH : bahraini
BI : burundian
BJ : beninese
BN brunei darussalam: bruneian
BO : bolivian
BR brasil: brazilian
BW : botswanan
BY belorussia, byelorussia: belarusian, belarussian
CA : canadian
CD democratic republic of congo, democratic republic of the congo, dr congo, d.r. congo, drc, congo kinshasa: congolese
CF central african republic: central african
CG republic of congo, republic of the congo, congo, congo brazzaville
CH suisse, schweiz: swiss
CI ivory coast, cote d'ivoire: ivorian
CL : chilean
CM : cameroonian
CN mainland china, prc, p.r.c., people's republic of china, peoples republic of china, china mainland: chinese
CO : colombian
CR : costa rican
CU : cuban
CV cape verde, cabo verde
CY : cypriot
CZ czech republic, czechia, czech rep., czech rep: czech
DE federal republic of germany, deutschland, frg: german
DK : danish
DO dominican republic: dominican
DZ : algerian
EC : ecuadorian, ecuadorean
EE : estonian
EG : egyptian
ER : eritrean
ES espana: spanish
ET : ethiopian
FI : finnish
FJ : fijian
FR metropolitan france: french
GB uk, u.k., united kingdom, great britain, britain, england, scotland, wales, northern ireland, great britain and northern ireland, united kingdom of great britain and northern ireland: british, english, scottish, welsh
GE : georgian
GH : ghanaian
GM gambia, the gambia: gambian
GN : guinean
GR hellas: greek
GT : guatemalan
GY : guyanese
HK hong kong, hongkong, hong kong sar, hksar
HN : honduran
HR : croatian
HT : haitian
HU : hungarian
ID : indonesian
IE eire, republic of ireland, irish republic, roi: irish
IL : israeli
IN : indian
IQ : iraqi
IR islamic republic of iran: iranian
IS : icelandic
IT italia: italian
JM : jamaican
JO : jordanian
JP nippon: japanese
KE : kenyan
KG kirghizia, kyrgyz republic: kyrgyz
KH : cambodian
KP north korea, dprk, d.p.r.k., n. korea, n.korea, democratic people's republic of korea, democratic peoples republic of korea, korea north: north korean
KR south korea, republic of korea, rok, r.o.k., s. korea, s.korea, korea republic, korea south, korea republic of, korea, rep. of korea: south korean, korean
KW : kuwaiti
KZ : kazakh, kazakhstani
LA lao: lao, laotian
LB : lebanese
LI : liechtensteiner
LK ceylon: sri lankan
LR : liberian
LT : lithuanian
LU : luxembourgish
LV : latvian
LY : libyan
MA : moroccan
MC : monegasque
MD republic of moldova: moldovan
ME : montenegrin
MG : malagasy
MK north macedonia, macedonia, fyrom, republic of macedonia, former yugoslav republic of macedonia: macedonian
ML : malian
MM myanmar, burma: burmese
MN : mongolian
MO macau, macao, macau sar, macao sar
MT : maltese
MV : maldivian
MW : malawian
MX : mexican
MY : malaysian
MZ : mozambican
NA : namibian
NE : nigerien
NG : nigerian
NI : nicaraguan
NL holland, the netherlands: dutch
NO : norwegian
NP : nepalese, nepali
NZ : new zealander
OM : omani
PA : panamanian
PE : peruvian
PG png: papua new guinean
PH the philippines: philippine, filipino
PK : pakistani
PL : polish
PS palestine, palestinian territory, palestinian territories, gaza, west bank: palestinian
PT : portuguese
PY : paraguayan
QA : qatari
RO rumania: romanian
RS republic of serbia: serbian
RU russian federation: russian
RW : rwandan
SA ksa, kingdom of saudi arabia: saudi, saudi arabian
SD : sudanese
SE : swedish
SG : singaporean
SI : slovenian, slovene
SK slovak republic: slovak
SN : senegalese
SO : somali
SR surinam: surinamese
SS : south sudanese
SV : salvadoran
SY syrian arab republic: syrian
SZ swaziland, eswatini
TH : thai
TJ : tajik
TL east timor, timor leste: timorese
TM : turkmen
TN : tunisian
TR turkey, turkiye: turkish
TT trinidad, trinidad and tobago
TW republic of china, chinese taipei, taiwan: taiwanese
TZ : tanzanian
UA : ukrainian
UG : ugandan
US usa, u.s.a., us, u.s., united states, united states of america, america, the united states: american
UY : uruguayan
UZ : uzbek
VA vatican, vatican city, holy see
VE : venezuelan
VN viet nam: vietnamese
XK kosovo: kosovan, kosovar
YE : yemeni
ZA south africa, rsa: south african
ZM : zambian
ZW : zimbabwean
`;

/** Groups that a territory list may name, in English and the continental agencies' languages. */
const groups = `
benelux: BE NL LU
scandinavia, skandinavien, scandinavie, escandinavia: DK NO SE
nordics, nordic countries, nordic: DK FI IS NO SE
baltics, baltic states, baltic countries, baltikum, pays baltes: EE LT LV
former yugoslavia, ex yugoslavia, ex-yugoslavia, yugoslavia, ehemaliges jugoslawien: BA HR ME MK RS SI XK
former ussr, ex ussr, former soviet union: AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ
cis: AM AZ BY KG KZ MD RU TJ UZ
european union, eu, e.u., europaische union, union europeenne: AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK
dach, d-a-ch, d/a/ch, gsa, german speaking countries, german-speaking countries, deutschsprachiger raum, german speaking territories: AT CH DE
czechoslovakia: CZ SK
serbia and montenegro: ME RS
iberia: ES PT
united kingdom and ireland, uk and ireland, uk & ireland, british isles: GB IE
north america: CA MX US
us and canada, usa and canada: CA US
koreas, both koreas, korean peninsula: KP KR
greater china: CN HK MO TW
gcc, gulf states, gulf countries: AE BH KW OM QA SA
maghreb: DZ LY MA MR TN
oceania, australasia: AU NZ
central america: BZ CR GT HN NI PA SV
south america: AR BO BR CL CO EC FK GF GY PE PY SR UY VE
europe: AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM UA VA XK
`;

/** One country's further names and demonyms. */
export interface Spelling {
  readonly code: string;
  readonly names: readonly string[];
  readonly demonyms: readonly string[];
}

export const countrySpellings: readonly Spelling[] = lines(spellings).map(line => {
  const [names = '', demonyms = ''] = line.slice(2).split(':');
  return { code: line.slice(0, 2), names: commaList(names), demonyms: commaList(demonyms) };
});

export const territoryGroups: readonly {
  readonly names: readonly string[];
  readonly codes: readonly string[];
}[] = lines(groups).map(line => {
  const [names = '', codes = ''] = line.split(':');
  return { names: commaList(names), codes: codes.trim().split(' ') };
});

function lines(table: string): string[] {
  return table.trim().split('\n');
}

function commaList(text: string): string[] {
  return text
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
}
