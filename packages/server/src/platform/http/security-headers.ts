import helmet from "@fastify/helmet";
import type { App } from "./app.ts";

/**
 * Only our own files run; nothing is asked of a foreign host. Styles may stand inline (the component library writes
 * them), scripts may not. HSTS and upgrades to https stay off unless TLS is in front, so plain-HTTP networks work.
 */
export const setSecurityHeaders = (app: App): void => {
  const hasTls = app.config.publicUrl?.startsWith("https:") ?? false;
  void app.http.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(hasTls ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: hasTls,
    crossOriginEmbedderPolicy: false,
    frameguard: { action: "deny" },
    originAgentCluster: hasTls,
    crossOriginOpenerPolicy: hasTls ? { policy: "same-origin" } : false,
    referrerPolicy: { policy: "no-referrer" },
  });
};
