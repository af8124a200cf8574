import type { mapExportFormats } from "@mainstay/contract/relationship-map";
import { relationshipMaps } from "@mainstay/contract/relationship-map";
import type { TFunction } from "i18next";
import { call } from "../../lib/call.ts";
import { drawMapSvg } from "./draw-map-svg.ts";
import { layOutMap } from "./lay-out-map.ts";
import type { MapModel } from "./map-model.ts";
import { mapWords } from "./map-words.ts";
import { type LayoutChoice, placePeople } from "./place-people.ts";
import { offerFile, paintPng, printSheet } from "./take-picture.ts";

/** Takes the map out as it is arranged and filtered: first into the audit, then into a file or onto paper. */
export const exportMap = async (
  model: MapModel,
  layout: LayoutChoice,
  format: (typeof mapExportFormats)[number],
  t: TFunction,
): Promise<void> => {
  const { account, asOf, today, projectId, projects, nodes, places } = model.map;
  const taken = await call(relationshipMaps.noteExport, {
    params: { accountId: account.id },
    body: {
      format,
      people: nodes.length,
      ...(projectId !== null && { projectId }),
      ...(asOf !== today && { asOf }),
    },
  });
  const project = projects.find(({ id }) => id === projectId);
  const placed = placePeople(layOutMap(model.tree), layout === "automatic" ? [] : places[layout]);
  const heading = t("map.export.heading", { account: account.name });
  const picture = drawMapSvg(model, placed, mapWords(t), {
    heading,
    lead: [
      t("map.export.asOf", { on: asOf }),
      project && t("map.export.project", { project: project.name }),
    ]
      .filter(Boolean)
      .join(" · "),
    watermark: t("map.export.watermark", {
      workspace: taken.workspace,
      on: taken.on,
      by: taken.by,
    }),
  });
  const fileName = `${heading.replace(/[\\/:*?"<>|\s]+/g, "_")}_${asOf}.${format}`;
  if (format === "print") printSheet(picture.svg);
  else if (format === "png") offerFile(await paintPng(picture), fileName);
  else offerFile(new Blob([picture.svg], { type: "image/svg+xml" }), fileName);
};
