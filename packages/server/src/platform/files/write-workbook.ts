/** A workbook of one sheet with a header row, as the bytes of an .xlsx; text cells stay text, no formula is written. */
export const writeWorkbook = async (
  sheet: string,
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<Uint8Array> => {
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({
    sheets: [
      {
        name: sheet.slice(0, 31),
        rows: [[...header], ...rows.map((row) => [...row])],
        freezePane: { rows: 1 },
      },
    ],
  });
};
