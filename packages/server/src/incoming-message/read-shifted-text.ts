/** Seven-bit codes the platform's decoder does not know: which marks open a run, and the code its letters belong to. */
const codes = [
  { open: "\u001b$)A", encoding: "gbk" },
  { open: "\u001b$)C", encoding: "euc-kr" },
] as const;

const lifted = (run: string, encoding: string): string =>
  new TextDecoder(encoding).decode(Uint8Array.from(run, (letter) => letter.charCodeAt(0) | 0x80));

/**
 * Text in ISO-2022-CN and ISO-2022-KR (RFC 1922, RFC 1557), which reaches us undecoded: runs between SO and SI are letters of GB
 * 2312 or KS X 1001 with their high bits cut off. Anything else is given back as it is.
 */
export const readShiftedText = (text: string): string => {
  const code = codes.find(({ open }) => text.includes(open));
  if (!code) return text;
  return text
    .replaceAll(code.open, "")
    .replaceAll(/\u000e([\u0021-\u007e]*)\u000f?/g, (_, run: string) => lifted(run, code.encoding));
};
