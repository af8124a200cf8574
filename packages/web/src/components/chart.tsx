import type { EChartsCoreOption } from "echarts/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

type ChartLibrary = typeof import("./chart-library.ts");
let library: Promise<ChartLibrary> | undefined;

/**
 * A chart whose library is fetched when the first one is shown. `label` says in words what the picture shows, for
 * those who do not see it. `onPick` gets the datum that was clicked.
 */
export const Chart = ({
  option,
  label,
  height = 240,
  onPick,
}: {
  option: EChartsCoreOption;
  label: string;
  height?: number;
  onPick?: (picked: { seriesName?: string; dataIndex: number; data: unknown }) => void;
}) => {
  const place = useRef<HTMLDivElement>(null);
  const { i18n } = useTranslation();
  useEffect(() => {
    let dispose: (() => void) | undefined;
    let isGone = false;
    library ??= import("./chart-library.ts");
    void library.then(({ drawChart }) => {
      if (!isGone && place.current !== null)
        dispose = drawChart(place.current, option, i18n.language, onPick);
    });
    return () => {
      isGone = true;
      dispose?.();
    };
  }, [option, i18n.language, onPick]);
  return <div ref={place} role="img" aria-label={label} style={{ height, width: "100%" }} />;
};
