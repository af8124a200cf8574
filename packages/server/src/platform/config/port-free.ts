import { createServer } from "node:net";

/** Whether we could listen there; asked before anything else starts, so that the answer is quick and clear. */
export const isPortFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host }, () => probe.close(() => resolve(true)));
  });
