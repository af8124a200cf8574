import { secondFactors } from "@mainstay/contract/second-factor";
import type { App } from "../platform/http/app.ts";
import { serve, servePublic } from "../platform/http/serve.ts";
import {
  readSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "./change-second-factor.ts";
import { beginSecondFactor, confirmSecondFactor } from "./set-up-second-factor.ts";
import { signInWithCode } from "./sign-in-with-code.ts";

export const secondFactorRoutes = (app: App): void => {
  serve(app, secondFactors.get, (context) => context.read((db) => readSecondFactor(db, context)));
  serve(app, secondFactors.begin, (context, { body }) =>
    beginSecondFactor(app, context, body.password),
  );
  serve(app, secondFactors.confirm, (context, { body }) =>
    confirmSecondFactor(app, context, body.code),
  );
  serve(app, secondFactors.renewCodes, (context, { body }) =>
    renewRecoveryCodes(app, context, body.password),
  );
  serve(app, secondFactors.remove, (context, { body }) =>
    removeSecondFactor(app, context, body.password),
  );
  servePublic(app, secondFactors.signIn, (context, { body }) =>
    signInWithCode(app, context, body.code),
  );
};
