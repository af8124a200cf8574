import { lightPalette } from "../../app/tokens.ts";
import { stanceShapes } from "../decision-chain/stance-shape.ts";
import { lockPath, lookOfCard } from "./card-look.ts";
import { boundsOf, cardSize, type MapLayout, type Point } from "./lay-out-map.ts";
import { lookOfTie, reportingPath, sidePoint, sidesOf, tieCurve, widthOfTie } from "./map-line.ts";
import type { MapModel } from "./map-model.ts";
import type { MapWords } from "./map-words.ts";

/** What stands around the drawing. */
export interface MapSheet {
  readonly heading: string;
  readonly lead: string;
  /** Workspace, day and who took it out. */
  readonly watermark: string;
}

const fonts = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif";

const paint = (variable: string): string => {
  const name = variable.slice(2).replace(/-(\w)/g, (_, c: string) => c.toUpperCase());
  return lightPalette[name as keyof typeof lightPalette] ?? lightPalette.ink;
};

/** Text for XML: nothing in a name can become markup; what XML cannot hold is left out. */
export const escapeXml = (text: string): string =>
  text
    // biome-ignore lint: control characters are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** Cuts words to a width in ems: a hanzi is one, a Latin letter about half. */
export const fitWords = (text: string, ems: number): string => {
  let used = 0;
  let kept = "";
  for (const c of text) {
    used += (c.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.56;
    if (used > ems) return `${kept.trimEnd()}…`;
    kept += c;
  }
  return kept;
};

const words = (x: number, y: number, size: number, text: string, extra = ""): string =>
  text === ""
    ? ""
    : `<text x="${x}" y="${y}" font-size="${size}" ${extra}>${escapeXml(text)}</text>`;

const glyph = (model: MapModel, personId: string): string => {
  const node = model.personOf(personId);
  if (!node) return "";
  const look = lookOfCard(node);
  const shape = stanceShapes[look.stance];
  const colour = paint(look.colour);
  const ring = look.radius + 3.5;
  const scale = look.isLocked ? 1.1 : (look.radius * 1.35) / 16;
  const fill = look.isLocked || shape.fill === 0 ? "none" : colour;
  return [
    look.ring === null
      ? ""
      : `<circle r="${ring}" fill="none" stroke="${lightPalette.line}" stroke-width="3"/><circle r="${ring}" fill="none" stroke="${lightPalette.accent}" stroke-width="3" pathLength="1" stroke-dasharray="${look.ring} 1" transform="rotate(-90)"/>`,
    `<circle r="${look.radius}" fill="#fff" stroke="${lightPalette.lineStrong}"${look.isDashed ? ' stroke-dasharray="3 3"' : ""}/>`,
    `<path transform="scale(${scale}) translate(-8 -8)" d="${look.isLocked ? lockPath : shape.path}" fill="${fill}" fill-opacity="${look.isGrey ? shape.fill * 0.4 : shape.fill}" stroke="${colour}" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round"${shape.isDashed && !look.isLocked ? ' stroke-dasharray="2.4 2.4"' : ""}/>`,
  ].join("");
};

const card = (model: MapModel, say: MapWords, personId: string, { x, y }: Point): string => {
  const node = model.personOf(personId);
  if (!node) return "";
  const note =
    say.placeholder(node) ?? (node.profile === "shown" ? null : (say.profile(node)[0] ?? null));
  const role = say.role(node);
  const stance = node.profile === "shown" ? say.stance(node) : "";
  const below = [role, stance].filter(Boolean).join(" · ");
  return `<g transform="translate(${x} ${y})"${model.isAsked(personId) ? "" : ' opacity="0.28"'}><rect width="${cardSize.width}" height="${cardSize.height}" rx="8" fill="${node.stance?.isStale ? lightPalette.sunken : "#fff"}" stroke="${lightPalette.lineStrong}"${node.isPlaceholder ? ' stroke-width="1.5" stroke-dasharray="4 3"' : ""}/><g transform="translate(31 32)">${glyph(model, personId)}</g>${words(63, 23, 13, fitWords(node.name, 9.6), 'font-weight="600"')}${words(63, 39, 11, fitWords(note ?? say.job(node), 11.4), `fill="${lightPalette.ink2}"`)}${words(63, 54, 10.5, fitWords(below, 11.8), `fill="${lightPalette.ink2}"`)}</g>`;
};

const lines = (model: MapModel, { places, hanging }: MapLayout, say: MapWords): string => {
  const drawn: string[] = [];
  for (const personId of model.tree.order) {
    const superior = model.tree.superiorOf(personId);
    const [from, to] = [superior && places.get(superior), places.get(personId)];
    if (!from || !to) continue;
    const start = { x: from.x + cardSize.width / 2, y: from.y + cardSize.height };
    const isHanging = hanging.has(personId);
    const end = isHanging ? sidePoint(to, "left") : { x: to.x + cardSize.width / 2, y: to.y };
    drawn.push(
      `<path d="${reportingPath(start, end, isHanging)}" fill="none" stroke="${lightPalette.lineStrong}" stroke-width="1.5"/>`,
    );
  }
  const met = new Map<string, number>();
  for (const tie of model.map.ties) {
    const [from, to] = [places.get(tie.fromPersonId), places.get(tie.toPersonId)];
    if (!from || !to) continue;
    const pair = [tie.fromPersonId, tie.toPersonId].sort().join();
    const bend = met.get(pair) ?? 0;
    met.set(pair, bend + 1);
    const [a, b] = sidesOf(from, to);
    const { path, middle } = tieCurve(sidePoint(from, a), a, sidePoint(to, b), b, bend);
    const look = lookOfTie(tie.kind);
    const isDim = !model.isAsked(tie.fromPersonId) || !model.isAsked(tie.toPersonId);
    drawn.push(
      `<g${isDim ? ' opacity="0.2"' : ""}><path d="${path}" fill="none" stroke="${paint(look.colour)}" stroke-width="${widthOfTie(tie.weight)}" stroke-linecap="round"${look.dash === "" ? "" : ` stroke-dasharray="${look.dash}"`}${look.hasArrow ? ` marker-end="url(#arrow-${tie.kind})"` : ""}/>${words(middle.x, middle.y + 3.5, 10.5, `${say.tieKind(tie.kind)} · ${say.weight(tie.weight)}`, `text-anchor="middle" fill="${lightPalette.ink2}" stroke="#fff" stroke-width="3" paint-order="stroke"`)}</g>`,
    );
  }
  return drawn.join("");
};

const arrows = (["influence", "matrix_line"] as const)
  .map((kind) => {
    const colour = paint(lookOfTie(kind).colour);
    return `<marker id="arrow-${kind}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M1 1l8 4-8 4" fill="${kind === "influence" ? colour : "none"}" stroke="${colour}" stroke-width="1.4"/></marker>`;
  })
  .join("");

/**
 * The whole map as one SVG document in the light colours: what PNG, SVG and the printed page all come from. Texts are
 * escaped; there is no script, no style sheet and no foreign address in it.
 */
export const drawMapSvg = (
  model: MapModel,
  layout: MapLayout,
  say: MapWords,
  sheet: MapSheet,
): { svg: string; width: number; height: number } => {
  const box = boundsOf(layout.places);
  const margin = 40;
  const head = 64;
  const foot = 32;
  const width = Math.ceil(Math.max(box.width, 640) + 2 * margin);
  const height = Math.ceil(box.height + 2 * margin + head + foot);
  const cards = [...layout.places].map(([personId, place]) => card(model, say, personId, place));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fonts}" fill="${lightPalette.ink}"><title>${escapeXml(sheet.heading)}</title><defs>${arrows}</defs><rect width="100%" height="100%" fill="#fff"/>${words(margin, margin + 16, 20, sheet.heading, 'font-weight="600"')}${words(margin, margin + 40, 13, sheet.lead, `fill="${lightPalette.ink2}"`)}<g transform="translate(${margin - box.x} ${margin + head - box.y})">${lines(model, layout, say)}${cards.join("")}</g>${words(margin, height - 18, 11, sheet.watermark, `fill="${lightPalette.ink3}"`)}</svg>`;
  return { svg, width, height };
};
