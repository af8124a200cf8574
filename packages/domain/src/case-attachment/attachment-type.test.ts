import { expect, test } from "vitest";
import { attachmentName } from "./attachment-name.ts";
import { attachmentTypeOf } from "./attachment-type.ts";

const bytes = (text: string) => new Uint8Array([...text].map((letter) => letter.charCodeAt(0)));

/** An archive of empty, stored parts of these names. */
const zipOf = (...names: string[]): Uint8Array => {
  const u16 = (n: number) => String.fromCharCode(n & 255, n >> 8);
  const u32 = (n: number) => u16(n & 65_535) + u16(n >>> 16);
  let local = "";
  let directory = "";
  for (const name of names) {
    const sizes = u32(0) + u32(0) + u32(0) + u16(name.length);
    directory += `PK\x01\x02${u16(20)}${u16(20)}${u16(0)}${u16(0)}${u32(0)}${sizes}${u16(0)}${u16(0)}${u16(0)}${u16(0)}${u32(0)}${u32(local.length)}${name}`;
    local += `PK\x03\x04${u16(20)}${u16(0)}${u16(0)}${u32(0)}${sizes}${u16(0)}${name}`;
  }
  return bytes(
    `${local}${directory}PK\x05\x06${u16(0)}${u16(0)}${u16(names.length)}${u16(names.length)}${u32(directory.length)}${u32(local.length)}${u16(0)}`,
  );
};

test("a file is what its bytes say", () => {
  expect(attachmentTypeOf(bytes("%PDF-1.7\n"))).toBe("application/pdf");
  expect(attachmentTypeOf(bytes("\x00\x00\x00\x18ftypheic\x00"))).toBe("image/heic");
  expect(attachmentTypeOf(bytes("\x00\x00\x00\x18ftypisom\x00"))).toBe("video/mp4");
  expect(attachmentTypeOf(zipOf("[Content_Types].xml", "word/document.xml"))).toContain("word");
  expect(attachmentTypeOf(zipOf("[Content_Types].xml", "xl/workbook.xml"))).toContain("sheet");
  expect(attachmentTypeOf(zipOf("[Content_Types].xml", "ppt/presentation.xml"))).toContain(
    "presentation",
  );
  expect(attachmentTypeOf(new TextEncoder().encode("阀门漏油\n第二行"))).toBe("text/plain");
  expect(attachmentTypeOf(bytes("From: a@b.c\r\nSubject: x\r\n\r\nHello"))).toBe("message/rfc822");
});

test("programs, bare archives, papers with macros, cut archives and empty files are not taken", () => {
  const withMacros = zipOf("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
  const cut = zipOf("[Content_Types].xml", "word/document.xml").subarray(0, 60);
  for (const refused of [bytes("MZ\x90\x00\x03"), zipOf("a.txt"), withMacros, cut, bytes("")])
    expect(attachmentTypeOf(refused)).toBeNull();
});

test.each([
  ["C:\\temp\\报告.pdf", "报告.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["offer v2.1", "offer v2.1.pdf"],
  ["gnp\u202e.pdf", "gnp.pdf"],
  ["...", "file.pdf"],
  [`${"长".repeat(300)}.pdf`, `${"长".repeat(116)}.pdf`],
])("%j is kept as %j", (given, kept) => {
  expect(attachmentName(given, "application/pdf")).toBe(kept);
});

test("a name that claims another type is false", () => {
  for (const name of ["setup.exe", "photo.jpg", "paper.pdf.html"])
    expect(attachmentName(name, "application/pdf")).toBeNull();
  expect(attachmentName("a.html", "text/plain")).toBeNull();
});
