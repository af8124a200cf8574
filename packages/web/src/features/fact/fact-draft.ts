import type { facts } from "@mainstay/contract/fact";
import type { BodyOf } from "@mainstay/contract/endpoint/endpoint";
import type { AnniversaryCalendar } from "@mainstay/domain/calendar/anniversary-calendar";
import type { FactBasis } from "@mainstay/domain/fact/fact-basis";
import type { FactShape } from "@mainstay/domain/fact/fact-kind";
import type { FactValue } from "@mainstay/domain/fact/fact-value";

/** What the form holds, for every shape of value. */
export interface FactForm {
  words?: string;
  year?: number | null;
  isSo?: boolean;
  calendar?: AnniversaryCalendar;
  month?: number | null;
  day?: number | null;
  isLeapMonth?: boolean;
  region?: string;
  tripMonth?: string | null;
  occasionOn?: string | null;
  basis: FactBasis;
  consentId?: string | null;
  source?: string;
  purpose?: string;
}

/** The value as the contract wants it; null while something of it is missing. */
export const valueOfForm = (shape: FactShape, form: FactForm): FactValue | null => {
  switch (shape) {
    case "words":
      return form.words?.trim() ? { shape, words: form.words.trim() } : null;
    case "year":
      return form.year ? { shape, year: form.year } : null;
    case "yes_no":
      return form.isSo === undefined ? null : { shape, isSo: form.isSo };
    case "trip":
      return form.region?.trim() && form.tripMonth
        ? { shape, region: form.region.trim(), month: form.tripMonth }
        : null;
    case "anniversary":
      if (!form.month || (!form.day && !form.year)) return null;
      return {
        shape,
        calendar: form.calendar ?? "solar",
        month: form.month,
        day: form.day || null,
        year: form.year ?? null,
        isLeapMonth: form.calendar === "lunar" && form.isLeapMonth === true,
      };
  }
};

/** A stored value as the form shows it. */
export const formOfValue = (value: FactValue | null): Partial<FactForm> => {
  if (value === null) return {};
  switch (value.shape) {
    case "words":
      return { words: value.words };
    case "year":
      return { year: value.year };
    case "yes_no":
      return { isSo: value.isSo };
    case "trip":
      return { region: value.region, tripMonth: value.month };
    case "anniversary": {
      const { shape: _, ...anniversary } = value;
      return anniversary;
    }
  }
};

/** The papers of a form: on consent the consent alone, its purpose with it; else purpose and source. */
export const papersOfForm = (
  form: FactForm,
): Pick<BodyOf<typeof facts.enter>, "basis" | "consentId" | "source" | "purpose"> =>
  form.basis === "consent"
    ? { basis: form.basis, consentId: form.consentId ?? null }
    : {
        basis: form.basis,
        consentId: null,
        source: form.source?.trim() ?? "",
        purpose: form.purpose?.trim() ?? "",
      };
