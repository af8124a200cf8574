import styles from "./import.module.css";

/** The first rows as they were read, under their headers. */
export const SampleTable = ({
  label,
  header,
  rows,
}: {
  label: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
}) => (
  <div className={styles["sample"]} tabIndex={0} role="region" aria-label={label}>
    <table>
      <thead>
        <tr>
          {header.map((name, column) => (
            <th key={column} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, 12).map((row, line) => (
          <tr key={line}>
            {header.map((_, column) => (
              <td key={column}>{row[column] ?? ""}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
