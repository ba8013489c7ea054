import { z } from 'zod';
import type { Frozen } from './frozen.ts';
import { type DeviceKind, deviceKinds, type StaffRole, staffRoles } from './names.ts';

/** Who may call an operation. `anyone` needs no token. */
export type Role = StaffRole | DeviceKind | 'anyone';

export const userName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}._-]{1,40}$/u)
  .describe('Sign-in name');

/** Six digits or more: long enough that the growing delay after wrong ones makes guessing hopeless. */
export const pin = z
  .string()
  .regex(/^\d{6,12}$/)
  .describe('6 to 12 digits');

/** A member of staff as administrators see and change them; the PIN never comes back. */
export const staffReply = z.object({
  user: z.string(),
  name: z.string(),
  role: z.enum(staffRoles),
  counters: z.array(z.string()),
});
export type StaffMember = Frozen<z.infer<typeof staffReply>>;

export const sessionReply = z.object({
  user: z.string(),
  name: z.string(),
  role: z.enum(staffRoles),
  counters: z.array(z.string()),
  /** ms since 1970 */
  expiresAt: z.number(),
});
export type Session = Frozen<z.infer<typeof sessionReply>>;

export const deviceReply = z.object({
  id: z.string(),
  kind: z.enum(deviceKinds),
  name: z.string(),
  /** The counter of a rating panel; null when it is shared. */
  counter: z.string().nullable(),
  connected: z.boolean(),
  /** ms since 1970, or null when never seen since the server started */
  lastSeenAt: z.number().nullable(),
});
export type Device = Frozen<z.infer<typeof deviceReply>>;

export const pairingReply = z.object({
  code: z.string().describe('Shown on the device; the administrator types it'),
  kind: z.enum(deviceKinds),
  /** ms since 1970 */
  expiresAt: z.number(),
});
export type Pairing = Frozen<z.infer<typeof pairingReply>>;
