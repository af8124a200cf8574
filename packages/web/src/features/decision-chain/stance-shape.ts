import type { Stance } from "@mainstay/domain/stance/stance";

/** A stance, or that nobody has judged it yet. */
export type ShownStance = Stance | "unknown";

interface StanceShape {
  /** One path on a 16-unit grid, for SVG and for `Path2D` on a canvas. */
  readonly path: string;
  /** How much of it is filled, 0–1; its edge is always drawn. */
  readonly fill: number;
  /** The CSS variable of its colour. */
  readonly colour: "--green" | "--ink-2" | "--amber" | "--red" | "--ink-3";
  readonly isDashed?: boolean;
}

const circle = "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11";
const diamond = "M8 1.8l6.2 6.2-6.2 6.2L1.8 8z";

/** Every stance by shape and colour, so that neither has to be told apart alone: round is for us, angular is not. */
export const stanceShapes: Readonly<Record<ShownStance, StanceShape>> = {
  insider: {
    path: "M8 1.6l1.9 4 4.4.5-3.3 3 .9 4.4L8 11.3l-3.9 2.2.9-4.4-3.3-3 4.4-.5z",
    fill: 1,
    colour: "--green",
  },
  ally: { path: circle, fill: 1, colour: "--green" },
  supporter: { path: `${circle}M8 5.4v5.2M5.4 8h5.2`, fill: 0, colour: "--green" },
  neutral: { path: "M3.2 3.2h9.6v9.6H3.2z", fill: 0, colour: "--ink-2" },
  sceptic: { path: diamond, fill: 0, colour: "--amber" },
  misinformed: { path: `${diamond}M8 5.2v3.2M8 10.6v.01`, fill: 0, colour: "--amber" },
  backslider: { path: "M2 3.2h12L8 13.6z", fill: 0.9, colour: "--amber" },
  opponent: {
    path: "M5.6 2.2h4.8l3.4 3.4v4.8l-3.4 3.4H5.6l-3.4-3.4V5.6z",
    fill: 1,
    colour: "--red",
  },
  unknown: { path: circle, fill: 0, colour: "--ink-3", isDashed: true },
};
