import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { apiPrefix, csrfHeader } from "@mainstay/contract/endpoint/headers";
import { describeApi } from "@mainstay/contract/openapi/describe-api";
import { productVersion } from "../config/product-version.ts";
import type { App } from "./app.ts";

const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mainstay · 砥柱 API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<link rel="icon" href="/api/docs/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/open-page.js"></script>
</body>
</html>
`;

const openPage = `window.ui = SwaggerUIBundle({
  url: "${apiPrefix}/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  requestInterceptor: (request) => {
    request.headers["${csrfHeader}"] = "docs";
    return request;
  },
});
`;

const mediaTypes: Readonly<Record<string, string>> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
  "favicon-32x32.png": "image/png",
};

/**
 * The interface for programs (`/api/v1/openapi.json`) and for people (`/api/docs`). The page's files come from the
 * installed package and run under the same content policy as everything else, so it works without a network.
 */
export const apiDocs = (app: App): void => {
  const { http } = app;
  let text: string | undefined;
  http.get(`${apiPrefix}/openapi.json`, async (_, reply) => {
    text ??= JSON.stringify(describeApi(productVersion));
    return reply
      .type("application/json; charset=utf-8")
      .header("cache-control", "no-cache")
      .send(text);
  });
  http.get("/api/docs", async (_, reply) =>
    reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(page),
  );
  http.get("/api/docs/open-page.js", async (_, reply) =>
    reply.type("text/javascript; charset=utf-8").header("cache-control", "no-cache").send(openPage),
  );
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve("@fastify/swagger-ui/package.json")), "static");
  for (const [name, mediaType] of Object.entries(mediaTypes)) {
    http.get(`/api/docs/${name}`, async (_, reply) =>
      reply
        .type(mediaType)
        .header("cache-control", "public, max-age=86400")
        .send(createReadStream(join(folder, name))),
    );
  }
};
