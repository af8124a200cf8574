import styles from "./quick-log.module.css";

/** A question with a few answers, each one tap. */
export const Choices = ({
  question,
  options,
  onChoose,
}: {
  question: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChoose: (value: string) => void;
}) => (
  <div role="group" aria-label={question} className={styles["choices"]}>
    <span className={styles["question"]}>{question}</span>
    {options.map(({ value, label }) => (
      <button
        key={value}
        type="button"
        className={styles["choice"]}
        onClick={() => onChoose(value)}
      >
        {label}
      </button>
    ))}
  </div>
);
