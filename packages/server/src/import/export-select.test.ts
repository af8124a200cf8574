import { fieldsOfKind } from "@mainstay/domain/import/fields-of-kind";
import { recordKinds } from "@mainstay/domain/import/import-kind";
import { proposeMapping } from "@mainstay/domain/import/propose-mapping";
import { importVoice } from "@mainstay/phrases/import/rejection-words";
import { locales } from "@mainstay/phrases/locale";
import { expect, it } from "vitest";
import { exportSelect } from "./export-select.ts";

const cases = recordKinds.flatMap((kind) => locales.map((locale) => ({ kind, locale })));

it.each(cases)("the import knows every column of our own $kind export in $locale", (one) => {
  const { fields } = exportSelect(one.kind, "''", {});
  const voice = importVoice(one.locale);
  const header = fields.map((field) => String(voice.t(`import.fields.${field}` as never)));
  expect(proposeMapping(one.kind, header, []).columns).toEqual(
    Object.fromEntries(fields.map((field, i) => [field, i])),
  );
});

it.each(recordKinds)("every column of a %s export is one the import has", (kind) => {
  const known = new Set(fieldsOfKind(kind).map(({ field }) => field));
  expect(exportSelect(kind, "''", {}).fields.filter((field) => !known.has(field))).toEqual([]);
});

it("days limit what has a day, and a quotation mark in them stays text", () => {
  expect(exportSelect("order", "'x'", { from: "2024-01-01", to: "2024-'02" }).select).toContain(
    "t.ordered_on >= '2024-01-01'::date and t.ordered_on <= '2024-''02'::date",
  );
  expect(exportSelect("product", "'x'", { from: "2024-01-01" }).select).not.toContain("2024");
});
