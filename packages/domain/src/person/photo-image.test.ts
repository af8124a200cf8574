import fc from "fast-check";
import { expect, test } from "vitest";
import { barePhoto } from "./photo-image.ts";

const bytes = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const has = (file: Uint8Array | undefined, text: string) =>
  String.fromCharCode(...(file ?? [])).includes(text);
const secret = "GPS 30.65N 104.06E";

const chunk = (name: string, data: number[]) =>
  [[0, 0, data.length >> 8, data.length & 255], bytes(name), data, [0, 0, 0, 0]].flat();
const png = Uint8Array.from(
  [
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]),
    chunk("eXIf", bytes(secret)),
    chunk("tEXt", bytes(secret)),
    chunk("IDAT", [1, 2, 3]),
    chunk("IEND", []),
    bytes(secret),
  ].flat(),
);

const segment = (mark: number, data: number[]) => [
  0xff,
  mark,
  (data.length + 2) >> 8,
  (data.length + 2) & 255,
  ...data,
];
const exif = [
  [...bytes("Exif"), 0, 0, 0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0],
  [0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0],
  bytes(secret),
].flat();
const jpeg = Uint8Array.from(
  [
    [0xff, 0xd8],
    segment(0xe0, bytes("JFIF\u0000")),
    segment(0xe1, exif),
    segment(0xed, bytes(secret)),
    segment(0xfe, bytes(secret)),
    segment(0xda, [1, 2]),
    [9, 0xff, 0x00, 0xff, 0xd0, 7],
    [0xff, 0xd9],
    bytes(secret),
  ].flat(),
);

const riff = (name: string, data: number[]) =>
  [bytes(name), [data.length, 0, 0, 0], data, data.length % 2 === 1 ? [0] : []].flat();
const webpBody = [
  riff("VP8X", [0x0c | 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
  riff("VP8 ", [1, 2, 3]),
  riff("EXIF", bytes(secret)),
  riff("XMP ", bytes(secret)),
].flat();
const webp = Uint8Array.from(
  [bytes("RIFF"), [webpBody.length + 4, 0, 0, 0], bytes("WEBP"), webpBody].flat(),
);

test("place, comments and whatever hides behind the end are gone, the picture stays", () => {
  for (const [file, mediaType] of [
    [png, "image/png"],
    [jpeg, "image/jpeg"],
    [webp, "image/webp"],
  ] as const) {
    const bare = barePhoto(file);
    expect(bare?.mediaType).toBe(mediaType);
    expect(has(bare?.bytes, "GPS")).toBe(false);
    expect(has(bare?.bytes, "104.06")).toBe(false);
    expect(bare?.bytes.length).toBeGreaterThan(20);
  }
});

test("taking out twice changes nothing more", () => {
  for (const file of [png, jpeg, webp]) {
    const once = barePhoto(file)?.bytes ?? new Uint8Array();
    expect(barePhoto(once)?.bytes).toEqual(once);
  }
});

test("a JPEG keeps how it is turned, its coded bytes and its restart marks", () => {
  const { bytes: bare } = barePhoto(jpeg) ?? { bytes: new Uint8Array() };
  expect(has(bare, "Exif")).toBe(true);
  expect([...bare].join()).toContain([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6].join());
  expect([...bare].join()).toContain([9, 0xff, 0, 0xff, 0xd0, 7, 0xff, 0xd9].join());
});

test("a WebP no longer claims to carry EXIF or XMP", () => {
  const { bytes: bare } = barePhoto(webp) ?? { bytes: new Uint8Array() };
  expect(bare[20]).toBe(0x20);
  expect(new DataView(bare.buffer).getUint32(4, true)).toBe(bare.length - 8);
});

test("what only pretends, or is cut off, is no picture", () => {
  expect(barePhoto(Uint8Array.from(bytes("<svg onload=alert(1)>")))).toBeNull();
  expect(barePhoto(Uint8Array.from(bytes("GIF89a")))).toBeNull();
  for (const file of [png, jpeg]) expect(barePhoto(file.subarray(0, 30))).toBeNull();
});

test("no bytes whatever make the reader fail or loop", () => {
  const heads = [png.subarray(0, 8), jpeg.subarray(0, 3), webp.subarray(0, 12), new Uint8Array()];
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), (head, tail) => {
      const file = new Uint8Array([...head, ...tail]);
      const bare = barePhoto(file);
      if (bare) expect(bare.bytes.length).toBeLessThanOrEqual(file.length + 40);
    }),
  );
});
