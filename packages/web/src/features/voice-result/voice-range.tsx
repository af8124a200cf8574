import type { VoiceFigureView } from "@mainstay/contract/voice";
import { formatFigure, placeOnLine } from "./figure-words.ts";
import styles from "./voice-result.module.css";

/** A figure with its 95 % interval on a line from the lowest to the highest of its scale. */
export const VoiceRange = ({
  figure,
}: {
  figure: Pick<VoiceFigureView, "scale" | "value" | "low" | "high">;
}) => {
  const { scale, value, low, high } = figure;
  if (value === null || low === null || high === null) return null;
  const [from, at, to] = [low, value, high].map((one) => placeOnLine(scale, one) * 100) as [
    number,
    number,
    number,
  ];
  return (
    <svg
      className={styles["range"]}
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <title>{formatFigure(scale, value)}</title>
      <line x1="0" x2="100" y1="6" y2="6" data-line="base" />
      {scale === "nps" && <line x1="50" x2="50" y1="2" y2="10" data-line="zero" />}
      <line x1={from} x2={to} y1="6" y2="6" data-line="interval" />
      <line x1={at} x2={at} y1="1" y2="11" data-line="value" />
    </svg>
  );
};
