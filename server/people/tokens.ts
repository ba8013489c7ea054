import { createHash, randomBytes } from 'node:crypto';

/** A secret that nobody can guess: 192 bits, safe in URLs. */
export const newToken = (): string => randomBytes(24).toString('base64url');

/** What is kept of a token, so that a stolen file opens no door. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
