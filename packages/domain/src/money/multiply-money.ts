import { minorDecimals } from "./currency.ts";
import {
  absurdMajorUnits,
  type MoneyReading,
  type MoneyRefusal,
  type ParsedMoney,
  readMoneyText,
} from "./parse-money.ts";
import { readUnsignedDecimal, scaledInteger } from "./read-decimal.ts";

const pricePlaces = 4;
const quantityPlaces = 3;
const simplePrice = /^-?\d{1,7}(\.\d{1,4})?$/;
const simpleQuantity = /^-?\d{1,5}$/;

/** A quantity (`12`, `-6`, `1,200`, `(3)`, `2.5`) in thousandths, or null when it is not a number. */
const quantityInThousandths = (text: string): number | null => {
  if (text.length > 80) return null;
  const clean = text.normalize("NFKC").replace(/[−–]/g, "-").trim();
  const negative = /^-|^\(.*\)$/.test(clean);
  const value = readUnsignedDecimal(clean.replace(/^[-+]|^\(|\)$/g, "").trim());
  return typeof value === "string" ? null : scaledInteger({ ...value, negative }, quantityPlaces);
};

const halfAwayFromZero = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

/**
 * The amount of a line from its unit price and its quantity, in integer minor units; exact for prices with
 * up to four decimals and quantities with up to three, half away from zero.
 */
export const multiplyMoney = (
  price: string,
  quantity: string,
  reading: MoneyReading = {},
): ParsedMoney | MoneyRefusal => {
  const column = reading.currency ?? null;
  if (!reading.shift && simpleQuantity.test(quantity) && simplePrice.test(price)) {
    const tenThousandths = Math.round(Number(price) * 10_000) * Number(quantity);
    const perMinor = 10 ** (pricePlaces - minorDecimals(column));
    return { minor: halfAwayFromZero(tenThousandths / perMinor) || 0, currency: null };
  }
  const unit = readMoneyText(price, reading);
  if (typeof unit === "string") return unit;
  const units = quantityInThousandths(quantity);
  if (units === null) return "not_a_number";
  const each = scaledInteger(unit.value, pricePlaces, unit.shift);
  if (each === null) return "absurd_amount";
  const decimals = minorDecimals(unit.currency ?? column);
  const minor = halfAwayFromZero((each * units) / 10 ** (pricePlaces + quantityPlaces - decimals));
  if (!Number.isSafeInteger(minor) || Math.abs(minor) > absurdMajorUnits * 10 ** decimals) {
    return "absurd_amount";
  }
  return { minor: minor || 0, currency: unit.currency };
};
