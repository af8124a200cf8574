import type { KeyboardEvent, PointerEvent } from "react";
import { clampShare } from "./matrix-frame.ts";
import styles from "./matrix-field.module.css";

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 0.01,
  ArrowUp: 0.01,
  ArrowLeft: -0.01,
  ArrowDown: -0.01,
  PageUp: 0.05,
  PageDown: -0.05,
};

/** A line of the matrix that is dragged by mouse or finger and moved by the arrow keys. */
export const CutLine = ({
  label,
  valueText,
  orientation,
  at,
  least,
  most,
  isLocked,
  onMove,
}: {
  label: string;
  valueText: string;
  orientation: "vertical" | "horizontal";
  /** Place on its axis, 0..1. */
  at: number;
  least: number;
  most: number;
  isLocked: boolean;
  onMove: (at: number) => void;
}) => {
  const isVertical = orientation === "vertical";
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const field = event.currentTarget.parentElement?.getBoundingClientRect();
    if (field === undefined) return;
    const share = isVertical
      ? (event.clientX - field.left) / field.width
      : (field.bottom - event.clientY) / field.height;
    onMove(clampShare(share, least, most));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const edge = event.key === "Home" ? least : event.key === "End" ? most : undefined;
    if (step === undefined && edge === undefined) return;
    event.preventDefault();
    onMove(clampShare(edge ?? at + (step ?? 0), least, most));
  };
  return (
    <div
      role="slider"
      tabIndex={isLocked ? -1 : 0}
      aria-label={label}
      aria-orientation={isVertical ? "horizontal" : "vertical"}
      aria-valuemin={Math.round(least * 100)}
      aria-valuemax={Math.round(most * 100)}
      aria-valuenow={Math.round(at * 100)}
      aria-valuetext={valueText}
      aria-disabled={isLocked || undefined}
      className={styles["line"]}
      data-way={orientation}
      style={isVertical ? { left: `${at * 100}%` } : { bottom: `${at * 100}%` }}
      onKeyDown={isLocked ? undefined : onKeyDown}
      onPointerDown={(event) => {
        if (isLocked) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus();
      }}
      onPointerMove={drag}
    >
      <span className={styles["tag"]}>
        {label} {valueText}
      </span>
    </div>
  );
};
