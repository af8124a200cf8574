import type { QuickLogReading, Span } from "@mainstay/domain/quick-log/quick-log-reading";
import type { ReactNode } from "react";
import styles from "./quick-log.module.css";

type Sense = "account" | "people" | "day" | "kind" | "mood" | "topic" | "step";

const sensesOf = (reading: QuickLogReading): { span: Span; sense: Sense }[] => {
  const one = (sense: Sense, piece: { readonly span: Span } | null) =>
    piece ? [{ span: piece.span, sense }] : [];
  return [
    ...one("account", reading.account),
    ...reading.people.flatMap((person) => one("people", person)),
    ...one("day", reading.occurredOn),
    ...one("kind", reading.kind),
    ...one("kind", reading.isTwoWay),
    ...one("mood", reading.mood),
    ...one("topic", reading.topic),
    ...reading.nextSteps.flatMap((step) => one("step", step)),
  ];
};

/** The line with what was understood underlined, so that a wrong reading is seen where it comes from. */
export const ReadLine = ({ line, reading }: { line: string; reading: QuickLogReading }) => {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { span, sense } of sensesOf(reading).sort((a, b) => a.span.from - b.span.from)) {
    if (span.from < at) continue;
    pieces.push(line.slice(at, span.from));
    pieces.push(
      <mark key={span.from} className={styles["mark"]} data-sense={sense}>
        {line.slice(span.from, span.to)}
      </mark>,
    );
    at = span.to;
  }
  return (
    <p className={styles["readLine"]} aria-hidden="true">
      {pieces}
      {line.slice(at)}
    </p>
  );
};
