import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, nothing } from "./endpoint/wire.ts";

/** Largest picture, in bytes. */
export const largestPhotoBytes = 2 * 1024 * 1024;

const params = z.object({ personId: id });

export const personPhotos = {
  get: endpoint({
    id: "personPhotos.get",
    method: "GET",
    path: "/people/:personId/photo",
    allow: "fact.view",
    summary: "The picture of a person who agreed to it (class P)",
    params,
    response: nothing,
    download: "image/*",
  }),
  set: endpoint({
    id: "personPhotos.set",
    method: "PUT",
    path: "/people/:personId/photo",
    allow: "fact.edit",
    summary: "Put up a picture (PNG, JPEG or WebP, at most 2 MB) under a valid consent to it",
    params,
    body: z.object({
      /** The file's bytes as base64. */
      content: z
        .string()
        .min(1)
        .max(Math.ceil((largestPhotoBytes * 4) / 3) + 4),
    }),
    response: z.object({ personId: id, expiresOn: day }),
  }),
  remove: endpoint({
    id: "personPhotos.remove",
    method: "DELETE",
    path: "/people/:personId/photo",
    allow: "fact.edit",
    summary: "Take the picture down; it is deleted",
    params,
    response: nothing,
    status: 204,
  }),
};
