/** The colours of the product, said once: CSS variables (`--ink`, `--line`, …) and the kit's theme both follow. */
export interface Palette {
  readonly canvas: string;
  readonly surface: string;
  readonly sunken: string;
  readonly hover: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly accent: string;
  readonly accentHover: string;
  readonly accentSoft: string;
  readonly onAccent: string;
  readonly red: string;
  readonly redSoft: string;
  readonly amber: string;
  readonly amberSoft: string;
  readonly green: string;
  readonly greenSoft: string;
  readonly shadow: string;
}

export const lightPalette: Palette = {
  canvas: "#f8f8f6",
  surface: "#ffffff",
  sunken: "#f1f1ee",
  hover: "#f4f4f1",
  line: "#e5e5e0",
  lineStrong: "#cdcdc6",
  ink: "#1b1c1d",
  ink2: "#4c4f53",
  ink3: "#66696e",
  accent: "#155e75",
  accentHover: "#0e4a5d",
  accentSoft: "#e2eff2",
  onAccent: "#ffffff",
  red: "#b42318",
  redSoft: "#fcebe9",
  amber: "#8a5209",
  amberSoft: "#faf0dc",
  green: "#1d6a40",
  greenSoft: "#e3f2e8",
  shadow: "0 8px 28px rgb(20 22 24 / 12%), 0 1px 3px rgb(20 22 24 / 8%)",
};

export const darkPalette: Palette = {
  canvas: "#141516",
  surface: "#1b1c1e",
  sunken: "#101112",
  hover: "#222426",
  line: "#2b2d30",
  lineStrong: "#44474b",
  ink: "#ececea",
  ink2: "#b3b7bb",
  ink3: "#93989d",
  accent: "#6cc0d6",
  accentHover: "#8fd0e2",
  accentSoft: "#16323a",
  onAccent: "#08252d",
  red: "#ff9185",
  redSoft: "#3a1e1b",
  amber: "#e6b869",
  amberSoft: "#352a12",
  green: "#78c99d",
  greenSoft: "#183125",
  shadow: "0 8px 28px rgb(0 0 0 / 55%), 0 1px 3px rgb(0 0 0 / 40%)",
};

export const fontStack =
  '"Inter var", Inter, -apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif';

const cssName = (name: string) => `--${name.replace(/[A-Z0-9]/g, (c) => `-${c.toLowerCase()}`)}`;

/** Writes the palette to the page as CSS variables. */
export const wearPalette = (palette: Palette, scheme: "light" | "dark"): void => {
  const { style, dataset } = document.documentElement;
  for (const [name, value] of Object.entries(palette)) style.setProperty(cssName(name), value);
  style.setProperty("color-scheme", scheme);
  dataset["theme"] = scheme;
};
