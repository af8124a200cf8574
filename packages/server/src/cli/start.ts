import type { Clock } from "../platform/clock/clock.ts";
import { type Config, ConfigInvalid, readConfig } from "../platform/config/read-config.ts";
import { isPortFree } from "../platform/config/port-free.ts";
import { type Running, serveAll } from "../serve-all.ts";

/** `mainstay start`: serves until a signal asks it to stop. Exit code 0 after a clean stop, 1 when it cannot start. */
export const runStart = async (args: string[], clock?: Clock): Promise<number> => {
  if (args.length > 0) {
    console.error("Usage: mainstay start   (PORT, HOST, DATA_DIR, DATABASE_URL … decide how)");
    return 2;
  }
  // Heard from the beginning: a stop asked for while starting must not leave a database server behind.
  const asked = stopSignal();
  let running: Running;
  try {
    const config = readConfig();
    if (!(await isPortFree(config.port, config.host))) {
      console.error(portTaken(config));
      return 1;
    }
    running = await serveAll(config, clock);
    console.log(greeting(config, running));
  } catch (error) {
    const isKnown = error instanceof ConfigInvalid || process.env.LOG_LEVEL !== "debug";
    console.error(isKnown && error instanceof Error ? error.message : error);
    return 1;
  }
  await asked;
  console.log("正在停止…… Stopping …");
  await running.stop();
  return 0;
};

const portTaken = ({ port }: Config): string =>
  `端口 ${port} 已被占用。请换一个端口,例如:PORT=${port + 1} npm start\n` +
  `Port ${port} is taken. Choose another, for example: PORT=${port + 1} npm start`;

const greeting = (config: Config, { url, firstRun }: Running): string => {
  const lines = ["", `Mainstay · 砥柱  已就绪 ready:  ${url}`];
  if (firstRun) {
    lines.push(
      "",
      "首次使用:请打开下面的一次性链接,创建系统管理员(7 天内有效,重启后换新):",
      "First run: open this one-time link to create the administrator (7 days, renewed at restart):",
      `  ${url}${firstRun.path}`,
    );
  }
  if (["localhost", "127.0.0.1", "::1"].includes(config.host)) {
    lines.push(
      "",
      "目前仅本机可访问;要让局域网内其他电脑访问:HOST=0.0.0.0 npm start",
      "Only this machine can reach it; for the local network: HOST=0.0.0.0 npm start",
    );
  }
  if (Number(process.versions.node.split(".")[0]) < 22) {
    lines.push(
      "",
      `Node ${process.versions.node} 已停止维护,可以使用,但生产环境请升级到 Node 24。`,
      `Node ${process.versions.node} is past its end of life; it works, but use Node 24 in production.`,
    );
  }
  return `${lines.join("\n")}\n`;
};

/** Resolves at the first signal to stop, or when `npm start` is gone; a second signal ends the process at once. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    let asked = 0;
    const hear = () => {
      asked += 1;
      if (asked === 1) resolve();
      else process.exit(130);
    };
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, hear);
    process.once("disconnect", resolve);
    process.channel?.unref();
  });
