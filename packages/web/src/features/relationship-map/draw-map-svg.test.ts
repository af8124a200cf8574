import type { MapNode, RelationshipMap } from "@mainstay/contract/relationship-map";
import { laterZh } from "@mainstay/phrases/later-zh";
import { zh } from "@mainstay/phrases/zh";
import { createVoice } from "@mainstay/phrases/render";
import { beforeAll, expect, test } from "vitest";
import { drawMapSvg, escapeXml, fitWords } from "./draw-map-svg.ts";
import { layOutMap } from "./lay-out-map.ts";
import { buildModel } from "./map-model.ts";
import { type MapWords, mapWords } from "./map-words.ts";

let say: MapWords;
beforeAll(() => {
  say = mapWords(createVoice("zh-CN", { ...zh, ...laterZh }).t);
});

const node = (personId: string, name: string, over: Partial<MapNode> = {}): MapNode => ({
  positionId: personId,
  positionVersion: 1,
  personId,
  name,
  title: "总监",
  department: null,
  superiorPersonId: null,
  isPlaceholder: false,
  placeholderSince: null,
  role: "technical",
  profile: "shown",
  stance: {
    stance: "ally",
    assessedOn: "2026-10-01",
    freshness: 1,
    isStale: false,
    isDisputed: false,
  },
  influence: { influence: 4, isAssumed: false },
  coverage: 0.5,
  lastTwoWayOn: null,
  ourUserIds: [],
  ...over,
});

const mapOf = (nodes: MapNode[], ties: RelationshipMap["ties"] = []) =>
  buildModel(
    { nodes, ties, today: "2026-11-22", asOf: "2026-11-22" } as unknown as RelationshipMap,
    {},
  );

const sheet = { heading: "甲", lead: "乙", watermark: "砥柱 · 2026-11-22 · 导出人 王" };
const draw = (model: ReturnType<typeof mapOf>) =>
  drawMapSvg(model, layOutMap(model.tree), say, sheet).svg;

test("the picture names everybody, every line and who took it out", () => {
  const svg = draw(
    mapOf(
      [
        node("a", "陈总"),
        node("b", "林经理", { superiorPersonId: "a" }),
        node("c", "财务总监", { isPlaceholder: true, stance: null }),
      ],
      [
        {
          id: "t",
          kind: "conflict",
          fromPersonId: "a",
          toPersonId: "b",
          weight: 3,
          evidence: "",
          notedOn: "2026-01-01",
          notedByName: null,
          endedOn: null,
          version: 1,
        },
      ],
    ),
  );
  for (const words of [
    "陈总",
    "林经理",
    "财务总监",
    "占位",
    "结盟者",
    "冲突 · 强",
    sheet.watermark,
  ])
    expect(svg).toContain(words);
});

test("a name that is markup stays a name: well-formed, no script, no handler, no foreign address", () => {
  const svg = draw(
    mapOf([node("a", `</text><script>alert(1)</script>`, { title: `" onload="x` })]),
  );
  const read = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(read.querySelector("parsererror")).toBeNull();
  expect(read.querySelectorAll("script, foreignObject, image, a, style")).toHaveLength(0);
  const attributes = [...read.querySelectorAll("*")].flatMap((one) => one.getAttributeNames());
  expect(attributes.filter((name) => /^on|href|src|style/.test(name))).toEqual([]);
});

test("an empty map is an empty sheet, not a fault", () => {
  expect(draw(mapOf([]))).toContain(sheet.watermark);
});

test("words are cut to their width, hanzi counting double", () => {
  expect(fitWords("采购中心总经理", 4)).toBe("采购中心…");
  expect(fitWords("director", 8)).toBe("director");
  expect(escapeXml("a\u0000<b>")).toBe("a&#60;b&#62;");
});
