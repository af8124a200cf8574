/** The commands of `mainstay`, each in `cli/<name>.ts` as `run<Name>(args)`, which answers the exit code. */
const commands: Readonly<Record<string, string>> = {
  analyze: "who matters, who is slipping and why, from an order file; no database needed",
  fit: "fit a published purchase model to an order log or summary",
  start: "start the server (API, web page, jobs)",
  migrate: "bring the database to the shape of this version",
  demo: "fill a workspace with the demo portfolio",
  import: "import a file into a workspace",
  export: "export a workspace",
  doctor: "check database, versions, disk and clock",
  backup: "write a backup",
  restore: "restore a backup",
  keys: "keys rotate|tidy|status: the keys sensitive values are sealed with",
  audit: "audit verify, audit anchor: was the record of acts tampered with?",
  user: "user create-admin-link: a one-time link for an administrator",
};

const usage = (): string => {
  const lines = Object.entries(commands).map(([name, words]) => `  ${name.padEnd(9)} ${words}`);
  return `Usage: mainstay <command> [options]\n\n${lines.join("\n")}\n\nmainstay <command> --help says more. Exit codes: 0 fine, 1 refused input or failure, 2 usage.`;
};

/** Runs one command line; only the asked command's code is loaded. Answers the exit code. */
export const runMainstay = async (argv: readonly string[]): Promise<number> => {
  const [name = "", ...args] = argv;
  if (name === "" || name === "--help" || name === "-h" || name === "help") {
    (name === "" ? console.error : console.log)(usage());
    return name === "" ? 2 : 0;
  }
  if (!Object.hasOwn(commands, name)) {
    console.error(`mainstay: unknown command “${name}”\n\n${usage()}`);
    return 2;
  }
  const module = (await import(`./cli/${name}.ts`)) as Record<
    string,
    (args: string[]) => Promise<number>
  >;
  const run = module[`run${name.charAt(0).toUpperCase()}${name.slice(1)}`];
  if (!run) throw new Error(`cli/${name}.ts does not export its command`);
  return run(args);
};
