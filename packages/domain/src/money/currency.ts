/** ISO 4217 codes Mainstay accepts on imported facts. */
export const currencyCodes = [
  ..."CNY USD EUR GBP JPY HKD TWD MOP KRW SGD AUD CAD CHF NZD SEK NOK DKK INR THB MYR IDR".split(
    " ",
  ),
  ..."PHP VND RUB BRL MXN ZAR AED SAR TRY PLN CZK HUF ILS KWD BHD QAR KZT UAH CLP COP ARS".split(
    " ",
  ),
  ..."PEN EGP NGN KES PKR BDT LKR KHR LAK MMK MNT NPR RON BGN ISK GEL MAD OMR JOD TND UZS".split(
    " ",
  ),
] as const;

const known: ReadonlySet<string> = new Set(currencyCodes);

const decimalsOf: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  ISK: 0,
  KWD: 3,
  BHD: 3,
  OMR: 3,
  JOD: 3,
  TND: 3,
};

const wordsOf: Readonly<Record<string, string>> = {
  "¥": "CNY",
  RMB: "CNY",
  人民币: "CNY",
  元: "CNY",
  圆: "CNY",
  块: "CNY",
  $: "USD",
  US$: "USD",
  美元: "USD",
  美金: "USD",
  "€": "EUR",
  欧元: "EUR",
  "£": "GBP",
  英镑: "GBP",
  HK$: "HKD",
  港币: "HKD",
  港元: "HKD",
  NT$: "TWD",
  台币: "TWD",
  新台币: "TWD",
  日元: "JPY",
  日圆: "JPY",
  "₩": "KRW",
  韩元: "KRW",
  S$: "SGD",
  新加坡元: "SGD",
  新元: "SGD",
  A$: "AUD",
  澳元: "AUD",
  C$: "CAD",
  加元: "CAD",
  瑞士法郎: "CHF",
  "₹": "INR",
  卢比: "INR",
  "₽": "RUB",
  卢布: "RUB",
  泰铢: "THB",
};

/** The ISO code a currency word, symbol or code stands for (`美元`, `US$`, `usd` → `USD`), else null. */
export const currencyFromWord = (word: string): string | null => {
  const text = word.normalize("NFKC").trim().toUpperCase();
  if (known.has(text)) return text;
  return wordsOf[text] ?? null;
};

/** How many decimals the minor unit of a currency has: 2 for most, 0 for yen, 3 for dinar. */
export const minorDecimals = (currency: string | null): number =>
  (currency === null ? undefined : decimalsOf[currency]) ?? 2;
