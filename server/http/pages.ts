import { join } from 'node:path';
import express, { Router } from 'express';

/** Address in the browser → file in the build. */
const pages: Readonly<Record<string, string>> = {
  '/': 'ui/home.html',
  '/kiosk': 'kiosk/index.html',
  '/kiosk/rating': 'kiosk/rating.html',
  '/kiosk/paper': 'kiosk/paper.html',
  '/display': 'display/index.html',
  '/ticket/:id': 'display/ticket.html',
  '/staff': 'staff/index.html',
  '/staff/*page': 'staff/index.html',
};

/** The built screens. Assets carry a hash in their name and never change; pages are asked for anew each time. */
export function pagesRouter(folder: string): Router {
  const router = Router();
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false, index: false }),
  );
  for (const [path, file] of Object.entries(pages)) {
    router.get(path, (_request, response) => {
      response.set('Cache-Control', 'no-cache').sendFile(join(folder, file));
    });
  }
  return router;
}
