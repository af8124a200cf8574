/** Ends a command with words on stderr: exit code 1 for refused input, 2 for wrong usage. */
export class CliProblem extends Error {
  override readonly name = "CliProblem";
  constructor(
    message: string,
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}

/** Runs a command body and turns a `CliProblem` into its words and exit code. */
export const withProblems = async (body: () => Promise<number>): Promise<number> => {
  try {
    return await body();
  } catch (error) {
    if (!(error instanceof CliProblem)) throw error;
    console.error(`mainstay: ${error.message}`);
    return error.exitCode;
  }
};
