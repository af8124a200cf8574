/** @jsxImportSource preact */

interface RadioGroupProps<Value extends string> {
  readonly name: string;
  readonly legend: string;
  readonly values: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
  readonly hints: Readonly<Record<Value, string>>;
  readonly chosen: Value;
  readonly choose: (value: Value) => void;
}

/** One of a few, each with a line that says what it means. */
export const RadioGroup = <Value extends string>(group: RadioGroupProps<Value>) => (
  <fieldset>
    <legend>{group.legend}</legend>
    {group.values.map((value) => (
      <label key={value} class={value === group.chosen ? "choice chosen" : "choice"}>
        <input
          type="radio"
          name={group.name}
          value={value}
          checked={value === group.chosen}
          onChange={() => group.choose(value)}
        />
        <span>
          {group.words[value]}
          <small>{group.hints[value]}</small>
        </span>
      </label>
    ))}
  </fieldset>
);
