import { expect, test } from "vitest";
import { evidenceTypeOf } from "./evidence-type.ts";

const bytes = (text: string) => new Uint8Array([...text].map((letter) => letter.charCodeAt(0)));

test("a file is what its bytes say, whatever it is called", () => {
  expect(evidenceTypeOf(bytes("%PDF-1.7\n"))).toBe("application/pdf");
  expect(evidenceTypeOf(bytes("\xff\xd8\xff\xe0"))).toBe("image/jpeg");
  expect(evidenceTypeOf(bytes("\x89PNG\r\n\x1a\n"))).toBe("image/png");
  expect(evidenceTypeOf(bytes("RIFF\x10\x00\x00\x00WEBPVP8 "))).toBe("image/webp");
});

test("programs, pages, archives and empty files are no evidence", () => {
  for (const text of ["MZ\x90", "<html>", "PK\x03\x04", "", "%PD", "AVI \x10\x00\x00\x00WEBP"]) {
    expect(evidenceTypeOf(bytes(text))).toBeNull();
  }
});
