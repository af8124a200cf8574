import { formatNumber } from "@mainstay/phrases/format/format-number";
import styles from "./import.module.css";

/** A few counts, each under its name. */
export const Figures = ({ of }: { of: readonly (readonly [string, number])[] }) => (
  <dl className={styles["figures"]}>
    {of.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd className="numeric">{formatNumber(value)}</dd>
      </div>
    ))}
  </dl>
);
