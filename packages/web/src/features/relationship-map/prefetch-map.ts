import { relationshipMaps } from "@mainstay/contract/relationship-map";
import { isPhoneNow } from "../../lib/media.ts";
import { answerOptions, queryClient } from "../../lib/query.ts";
import type { MapSearch } from "./map-search.ts";

let canvas: Promise<typeof import("./map-canvas.tsx")> | null = null;
let loaded: typeof import("./map-canvas.tsx").MapCanvas | null = null;

/** The canvas and its drawing library, apart from the screen: a phone shows the list and fetches them on demand. */
export const loadMapCanvas = async () => {
  canvas ??= import("./map-canvas.tsx").catch((error: unknown) => {
    canvas = null;
    throw error;
  });
  const module = await canvas;
  loaded = module.MapCanvas;
  return module;
};

/** The canvas where it has arrived already: it is drawn at once, without the third of a second a fallback stands at least. */
export const readyMapCanvas = () => loaded;

/** The screen, and with it the canvas where it will be shown: fetched one after the other, the canvas would come late. */
export const loadMapScreen = async () => {
  const [{ MapScreen }] = await Promise.all([
    import("./map-screen.tsx"),
    isPhoneNow() ? null : loadMapCanvas(),
  ]);
  return { MapScreen };
};

/** Asks for a map while the code of the screen is on its way, or when a link to it is only hovered. */
export const prefetchMap = (accountId: string, { project, asOf }: MapSearch): Promise<void> =>
  queryClient.prefetchQuery(
    answerOptions(relationshipMaps.get, {
      params: { accountId },
      query: { projectId: project, asOf },
    }),
  );
