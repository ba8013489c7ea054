import { type Request, type Response, Router } from 'express';
import type { AnswerOf } from '../../wire/client.ts';
import { type OperationName, operations } from '../../wire/operations.ts';
import type { Context } from '../context.ts';
import type { Limits } from '../limits.ts';
import { dispatch } from '../operations/dispatch.ts';
import { nameOf } from '../people/principal.ts';
import { bearerToken, cookieToken, isSameOrigin, recognise, sessionCookie } from '../people/recognise.ts';
import { Refusal } from '../problem.ts';
import { csvOf } from './csv.ts';
import { openApi } from './openapi.ts';

/** Every operation of the contract as an Express route. */
export function apiRouter(context: Context, limits: Limits): Router {
  const router = Router();
  for (const name of Object.keys(operations) as OperationName[]) {
    const { method, path } = operations[name];
    router[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'](path, (request, response) =>
      handle(context, limits, name, request, response),
    );
  }
  const document = JSON.stringify(openApi(context.version));
  router.get('/api/openapi.json', (_request, response) => void response.type('json').send(document));
  router.get('/api/slips/:id.png', (request, response) => sendSlip(context, request, response));
  router.use('/api', () => {
    throw new Refusal('not-found');
  });
  return router;
}

async function handle(
  context: Context,
  limits: Limits,
  name: OperationName,
  request: Request,
  response: Response,
): Promise<void> {
  const address = request.socket.remoteAddress ?? '';
  const principal = recognise(context, request);
  if (principal === null) {
    await limits.count(`address:${address}`, false);
    throw new Refusal('not-signed-in');
  }
  const isChange = request.method !== 'GET';
  if (isChange && cookieToken(request) !== null && bearerToken(request) === null && !isSameOrigin(request)) {
    throw new Refusal('wrong-origin');
  }
  // Whoever watches over the server must hear from it also when others ask too much.
  if (name !== 'health') await limits.count(nameOf(principal, address), isChange);
  const { params, body, query } = request;
  const result = await dispatch(context, name, {
    params: params as Record<string, string>,
    body,
    query,
    principal,
    address,
  });
  if (name === 'signIn') setCookie(response, result.body as AnswerOf<'signIn'>);
  if (name === 'signOut') response.clearCookie(sessionCookie, { path: '/' });
  if (name === 'report' && query.format === 'csv') {
    const report = result.body as AnswerOf<'report'>;
    response.attachment(`${report.name}-${report.from}-${report.to}.csv`).type('text/csv').send(csvOf(report));
    return;
  }
  response.status(result.status).json(result.body);
}

// Not marked Secure: on the centre's LAN there is no https, and the cookie would never come back.
const setCookie = (response: Response, { token, expiresAt }: AnswerOf<'signIn'>): void =>
  void response.cookie(sessionCookie, token, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    expires: new Date(expiresAt),
  });

// A longer one has no file: the disk would refuse the name.
const longestSlipId = 64;

async function sendSlip(context: Context, request: Request, response: Response): Promise<void> {
  const principal = recognise(context, request);
  const mayLook =
    (principal?.kind === 'staff' && principal.role !== 'clerk') ||
    (principal?.kind === 'device' && ['kiosk', 'agent'].includes(principal.device));
  if (!mayLook) throw new Refusal('not-allowed');
  const id = String(request.params.id);
  const picture = id.length > longestSlipId ? null : await context.printing.shelf.read(id);
  if (!picture) throw new Refusal('not-found');
  response.type('png').set('Cache-Control', 'private, max-age=86400, immutable').send(picture);
}
