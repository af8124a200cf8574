/** @jsxImportSource preact */

export interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly maxLength: number;
  readonly rows?: number;
  readonly hint?: string;
  readonly isRequired?: boolean;
  readonly wrong?: string | null;
}

/** A labelled field for words, one line or several; what is wrong with it is read with it. */
export const TextField = (field: TextFieldProps) => {
  const { id, label, value, hint, wrong, rows = 1 } = field;
  const told = [hint ? `${id}-hint` : "", wrong ? `${id}-wrong` : ""].filter(Boolean).join(" ");
  const shared = {
    id,
    value,
    maxLength: field.maxLength,
    required: field.isRequired ?? false,
    "aria-invalid": wrong ? true : undefined,
    "aria-describedby": told || undefined,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} class="soft small">
          {hint}
        </p>
      ) : null}
      {rows > 1 ? (
        <textarea
          {...shared}
          rows={rows}
          onInput={(event) => field.change(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          onInput={(event) => field.change(event.currentTarget.value)}
        />
      )}
      {wrong ? (
        <p id={`${id}-wrong`} class="small wrong-words">
          {wrong}
        </p>
      ) : null}
    </div>
  );
};
