import { bareJpeg } from "./jpeg-image.ts";
import { barePng } from "./png-image.ts";
import { bareWebp } from "./webp-image.ts";

export const photoMediaTypes = ["image/png", "image/jpeg", "image/webp"] as const;
export type PhotoMediaType = (typeof photoMediaTypes)[number];

/** A picture without anything but the picture. */
export interface BarePhoto {
  readonly mediaType: PhotoMediaType;
  readonly bytes: Uint8Array;
}

/**
 * Reads a PNG, JPEG or WebP file by its content, whatever its name says, and takes out all that is not picture: place, camera,
 * times, thumbnails, comments, authors, and anything after its end. How it is to be turned, and its colours, stay. Null when
 * it is none of the three or is broken. Sources: PNG 3rd ed. § 5 and 11; ITU-T T.81 annex B with EXIF 2.32 § 4.6; WebP
 * container specification.
 */
export const barePhoto = (file: Uint8Array): BarePhoto | null => {
  const png = barePng(file);
  if (png) return { mediaType: "image/png", bytes: png };
  const jpeg = bareJpeg(file);
  if (jpeg) return { mediaType: "image/jpeg", bytes: jpeg };
  const webp = bareWebp(file);
  return webp ? { mediaType: "image/webp", bytes: webp } : null;
};
