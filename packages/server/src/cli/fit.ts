import { parseArgs } from "node:util";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { cliEn } from "@mainstay/phrases/reason/cli-en";
import { readMapOption } from "./analyze-options.ts";
import { CliProblem, withProblems } from "./cli-problem.ts";
import { fileProblem, headerProblem, refusedReason } from "./file-words.ts";
import { type FitInput, readFitInput } from "./fit-input.ts";
import { fitModel, type FitModelName, fitModelNames, type FitResult } from "./fit-model.ts";
import { machineDay } from "./machine-day.ts";
import { textTable } from "./text-table.ts";
import { writeOut } from "./write-out.ts";

const help = `Usage: mainstay fit FILE --model ${fitModelNames.join("|")} [options]

Fits a published model by maximum likelihood and prints parameters, standard errors, log-likelihood and counts.
FILE is an order log (account, date, amount; same-day orders merge; returns are netted) or a summary with the
headers x, t_x, T and perhaps spend (also frequency, recency, T, monetary_value or zbar).

  --unit week|day      time unit of a log (default week); a summary keeps its own
  --until YYYY-MM-DD   last observed day of a log (default: its last day); later orders are ignored
  --k N                regularity of mbg-cnbd-k (default: the k of best likelihood)
  --map FIELD=HEADER,… columns of a log by header or place, e.g. --map account=1,date=3,amount=5
  --json               print JSON

Exit codes: 0 fine; 1 when the file or any row was refused; 2 wrong usage.`;

const usage = (message: string): CliProblem =>
  new CliProblem(`${message}\nmainstay fit --help says more.`, 2);

const parse = (args: string[]) => {
  try {
    const text = { type: "string" } as const;
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        model: text,
        unit: text,
        until: text,
        k: text,
        map: text,
        json: { type: "boolean" },
      },
    });
  } catch (error) {
    throw usage((error as Error).message);
  }
};

const readOptions = (args: string[]) => {
  const { values, positionals } = parse(args);
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw usage("fit wants exactly one FILE");
  const model = fitModelNames.find((name) => name === values.model);
  if (!model) throw usage(`--model is one of ${fitModelNames.join(", ")}`);
  const unit = values.unit ?? "week";
  if (unit !== "week" && unit !== "day") throw usage("--unit is week or day");
  const until = values.until === undefined ? null : dayNumberFromIso(values.until);
  if (values.until !== undefined && until === null)
    throw usage(`--until wants YYYY-MM-DD, not “${values.until}”`);
  const k = values.k === undefined ? undefined : Number(values.k);
  if (k !== undefined && !(Number.isInteger(k) && k >= 1 && k <= 64))
    throw usage("--k is a whole number from 1 to 64");
  const columns = values.map === undefined ? {} : readMapOption(values.map);
  return {
    file,
    model,
    unit: unit as "week" | "day",
    until,
    k,
    columns,
    json: values.json ?? false,
  };
};

const finite = (values: Record<string, number>): Record<string, number | null> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Number.isFinite(value) ? value : null]),
  );

const refusedRows = (input: FitInput): { line: number; reason: string }[] =>
  input.file
    ? input.file.refused.map((one) => ({ line: one.line, reason: refusedReason(one, cliEn) }))
    : input.refused;

const fitJson = (model: FitModelName, unit: string, input: FitInput, fit: FitResult): object => ({
  model,
  unit: input.kind === "summary" ? "as in the file" : unit,
  until: input.until === null ? null : isoFromDayNumber(input.until),
  parameters: fit.parameters,
  standardErrors: finite(fit.standardErrors),
  logLikelihood: fit.logLikelihood,
  converged: fit.converged,
  evaluations: fit.evaluations,
  customers: fit.customers,
  counts: {
    customers: input.customers,
    orders: input.orders,
    repeatOrders: input.histories.x.reduce((sum, n) => sum + n, 0),
    anonymousLines: input.file?.counts.anonymous ?? 0,
    rejectedRows: input.refusedCount,
  },
  rejectedRows: refusedRows(input),
});

const fitText = (model: FitModelName, unit: string, input: FitInput, fit: FitResult): string => {
  const rows = Object.entries(fit.parameters).map(([name, value]) => {
    const error = fit.standardErrors[name] ?? Number.NaN;
    return [name, value.toPrecision(10), Number.isFinite(error) ? error.toPrecision(4) : "—"];
  });
  const until = input.until === null ? "" : ` until ${isoFromDayNumber(input.until)}`;
  const repeats = input.histories.x.reduce((sum, n) => sum + n, 0);
  return [
    `${model} · ${input.kind === "summary" ? "unit as in the file" : `unit ${unit}`}${until}`,
    textTable(["parameter", "estimate", "std. error"], rows, [false, true, true]),
    `log-likelihood ${fit.logLikelihood.toFixed(6)}${fit.converged ? "" : "  (not converged)"}`,
    `${fit.customers} customers in the fit · ${input.orders} orders · ${repeats} repeats · ${fit.evaluations} evaluations`,
  ].join("\n");
};

/** `mainstay fit FILE --model …`: a published purchase or spend model on a log or summary. Answers the exit code. */
export const runFit = (args: string[]): Promise<number> =>
  withProblems(async () => {
    if (args.includes("--help") || args.includes("-h")) {
      console.log(help);
      return 0;
    }
    const { file, model, unit, until, k, columns, json } = readOptions(args);
    const today = machineDay();
    const options = { columns, today, currency: null, rates: new Map<string, number>() };
    const input = await readFitInput(file, options, unit === "week" ? 7 : 1, until).catch(
      (error: unknown) => {
        throw fileProblem(error, file, cliEn);
      },
    );
    if (!("histories" in input)) throw headerProblem(input, file, cliEn);
    const refused = refusedRows(input).map(({ line, reason }) => cliEn.rejectedRow(line, reason));
    if (refused.length > 0) {
      refused.push(cliEn.rejectedMore(input.refusedCount - refused.length, input.refusedCount));
      console.error(refused.join("\n"));
    }
    const fit = fitModel(model, input, k);
    await writeOut(
      json
        ? `${JSON.stringify(fitJson(model, unit, input, fit))}\n`
        : `${fitText(model, unit, input, fit)}\n`,
    );
    return input.refusedCount > 0 ? 1 : 0;
  });
