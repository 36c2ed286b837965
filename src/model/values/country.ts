/** Country codes: which are assigned, and the other forms in which countries are met. Names come from `Intl.DisplayNames`. */
import { remembered } from './memo.ts';

/** ISO 3166-1 alpha-2, officially assigned, and XK, which carriers use for Kosovo. */
const assigned = new Set(
  `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
  FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
  JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
  MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
  PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
  TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
`
    .trim()
    .split(/\s+/),
);

/** True for an assigned ISO 3166-1 alpha-2 code in capitals, as Routee writes `country`. */
export function isCountryCode(code: string): boolean {
  return assigned.has(code);
}

/** ISO 3166-1 alpha-3 by alpha-2, where the third letter is not simply added. */
const alpha3 = `
  AD AND AE ARE AF AFG AG ATG AI AIA AL ALB AM ARM AO AGO AQ ATA AR ARG AS ASM AT AUT AU AUS AW ABW AX ALA AZ AZE BA BIH
  BB BRB BD BGD BE BEL BF BFA BG BGR BH BHR BI BDI BJ BEN BL BLM BM BMU BN BRN BO BOL BQ BES BR BRA BS BHS BT BTN BV BVT
  BW BWA BY BLR BZ BLZ CA CAN CC CCK CD COD CF CAF CG COG CH CHE CI CIV CK COK CL CHL CM CMR CN CHN CO COL CR CRI CU CUB
  CV CPV CW CUW CX CXR CY CYP CZ CZE DE DEU DJ DJI DK DNK DM DMA DO DOM DZ DZA EC ECU EE EST EG EGY EH ESH ER ERI ES ESP
  ET ETH FI FIN FJ FJI FK FLK FM FSM FO FRO FR FRA GA GAB GB GBR GD GRD GE GEO GF GUF GG GGY GH GHA GI GIB GL GRL GM GMB
  GN GIN GP GLP GQ GNQ GR GRC GS SGS GT GTM GU GUM GW GNB GY GUY HK HKG HM HMD HN HND HR HRV HT HTI HU HUN ID IDN IE IRL
  IL ISR IM IMN IN IND IO IOT IQ IRQ IR IRN IS ISL IT ITA JE JEY JM JAM JO JOR JP JPN KE KEN KG KGZ KH KHM KI KIR KM COM
  KN KNA KP PRK KR KOR KW KWT KY CYM KZ KAZ LA LAO LB LBN LC LCA LI LIE LK LKA LR LBR LS LSO LT LTU LU LUX LV LVA LY LBY
  MA MAR MC MCO MD MDA ME MNE MF MAF MG MDG MH MHL MK MKD ML MLI MM MMR MN MNG MO MAC MP MNP MQ MTQ MR MRT MS MSR MT MLT
  MU MUS MV MDV MW MWI MX MEX MY MYS MZ MOZ NA NAM NC NCL NE NER NF NFK NG NGA NI NIC NL NLD NO NOR NP NPL NR NRU NU NIU
  NZ NZL OM OMN PA PAN PE PER PF PYF PG PNG PH PHL PK PAK PL POL PM SPM PN PCN PR PRI PS PSE PT PRT PW PLW PY PRY QA QAT
  RE REU RO ROU RS SRB RU RUS RW RWA SA SAU SB SLB SC SYC SD SDN SE SWE SG SGP SH SHN SI SVN SJ SJM SK SVK SL SLE SM SMR
  SN SEN SO SOM SR SUR SS SSD ST STP SV SLV SX SXM SY SYR SZ SWZ TC TCA TD TCD TF ATF TG TGO TH THA TJ TJK TK TKL TL TLS
  TM TKM TN TUN TO TON TR TUR TT TTO TV TUV TW TWN TZ TZA UA UKR UG UGA UM UMI US USA UY URY UZ UZB VA VAT VC VCT VE VEN
  VG VGB VI VIR VN VNM VU VUT WF WLF WS WSM XK XKX YE YEM YT MYT ZA ZAF ZM ZMB ZW ZWE
`
  .trim()
  .split(/\s+/);

/** Names that `Intl` does not give: the European Union's EL and UK, and what people write. */
const usualNames: Readonly<Record<string, string>> = {
  el: 'GR', uk: 'GB', hellas: 'GR', 'hellenic republic': 'GR', usa: 'US', 'united states of america': 'US',
  'great britain': 'GB', england: 'GB', holland: 'NL', 'czech republic': 'CZ', 'russian federation': 'RU',
  'korea, republic of': 'KR', 'viet nam': 'VN', 'iran, islamic republic of': 'IR', macedonia: 'MK', xkx: 'XK',
}; // biome-ignore format: a table

let names: ReadonlyMap<string, string> | null = null;

/** English and Greek names and three-letter codes, made when first asked for. */
function namesOfCountries(): ReadonlyMap<string, string> {
  if (names !== null) return names;
  const made = new Map(Object.entries(usualNames));
  for (let at = 0; at + 1 < alpha3.length; at += 2) made.set((alpha3[at + 1] ?? '').toLowerCase(), alpha3[at] ?? '');
  for (const language of ['en', 'el']) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of assigned) {
      const name = display.of(code)?.toLowerCase();
      if (name !== undefined) made.set(name, code);
    }
  }
  names = made;
  return made;
}

/**
 * The ISO 3166-1 alpha-2 code that a text can only mean: `GR` for GR, gr, EL, GRC, Greece, Ελλάδα; the text itself where
 * it means none.
 */
export const countryCode = remembered((text: string): string => {
  const code = text.trim().toUpperCase();
  if (assigned.has(code)) return code;
  return namesOfCountries().get(text.trim().toLowerCase()) ?? text;
});
