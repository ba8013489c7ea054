import type { IncomingMessage } from 'node:http';
import type { Context } from '../context.ts';
import type { Principal } from './principal.ts';

export const sessionCookie = 'moiso-session';

const anonymous: Principal = { kind: 'anonymous' };

/** Who a token belongs to: a device or a staff session; null when it is not (or no longer) valid. */
export function principalOf(context: Pick<Context, 'staff' | 'devices'>, token: string): Principal | null {
  const device = context.devices.byToken(token);
  if (device) return { kind: 'device', id: device.id, device: device.kind, counter: device.counter };
  const session = context.staff.session(token);
  if (!session) return null;
  const { user, name, role, counters } = session.member;
  return { kind: 'staff', user, name, role, counters, token, expiresAt: session.expiresAt };
}

/** The token that a program sends, or null. */
export const bearerToken = (request: IncomingMessage): string | null =>
  /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;

/** The session token in the request's cookie, or null. */
export function cookieToken(request: IncomingMessage): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === sessionCookie && value) return value;
  }
  return null;
}

/** Whether a browser sent this from a page of this very server; programs send no Origin. */
export function isSameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return request.headers['sec-fetch-site'] === undefined || isOwnFetch(request);
  return URL.canParse(origin) && new URL(origin).host === host;
}

const isOwnFetch = (request: IncomingMessage): boolean =>
  ['same-origin', 'none'].includes(String(request.headers['sec-fetch-site']));

/**
 * Who sends a request: by bearer token, else by cookie. A cookie counts for changes only from our own pages. Gives null
 * when a token was sent that is not valid.
 */
export function recognise(context: Pick<Context, 'staff' | 'devices'>, request: IncomingMessage): Principal | null {
  const bearer = bearerToken(request);
  if (bearer !== null) return principalOf(context, bearer);
  const cookie = cookieToken(request);
  return (cookie === null ? null : principalOf(context, cookie)) ?? anonymous;
}
