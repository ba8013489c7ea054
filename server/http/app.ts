import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import type { Limits } from '../limits.ts';
import { Refusal } from '../problem.ts';
import { apiRouter } from './api.ts';
import { pagesRouter } from './pages.ts';
import { problemHandler } from './problems.ts';

const bodyLimit = '256kb';

/** The whole HTTP side. `screens` is the folder of the built pages. */
export function httpApp(context: Context, limits: Limits, screens: string): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', false);
  app.use(requestLog(context.log));
  app.use(securityHeaders());
  app.use(express.json({ limit: bodyLimit, strict: true }));
  app.use(apiRouter(context, limits));
  app.use(pagesRouter(screens));
  app.use(() => {
    throw new Refusal('not-found');
  });
  app.use(problemHandler(context.log));
  return app;
}

// Helmet's upgrade to https and HSTS would lock out a LAN that has only http.
const securityHeaders = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
  });

/** One line a request, by route and not by address: a ticket's id is its citizen's key. */
const requestLog =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const started = performance.now();
    response.on('finish', () => {
      const route = request.route as { path?: string } | undefined;
      log.info({
        method: request.method,
        route: route?.path ?? '(none)',
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
      });
    });
    next();
  };
