import { personPhotos } from "@mainstay/contract/person-photo";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { readPhoto } from "./read-photo.ts";
import { removePhoto, setPhoto } from "./set-photo.ts";

const bodyLimit = 3 * 1024 * 1024;

export const personPhotoRoutes = (app: App): void => {
  serveDownload(app, personPhotos.get, (context, { params }, outlet) =>
    readPhoto(context, params.personId, outlet),
  );
  serve(
    app,
    personPhotos.set,
    (context, { params, body }) => setPhoto(context, params.personId, body.content),
    { bodyLimit },
  );
  serve(app, personPhotos.remove, (context, { params }) => removePhoto(context, params.personId));
};
