import type { Actor } from '../../core/command.ts';
import type { DeviceKind, StaffRole } from '../../wire/names.ts';
import type { Role } from '../../wire/people.ts';

/** Who sends a request, once the token or cookie was looked up. */
export type Principal =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'staff';
      readonly user: string;
      readonly name: string;
      readonly role: StaffRole;
      readonly counters: readonly string[];
      readonly token: string;
      readonly expiresAt: number;
    }
  | { readonly kind: 'device'; readonly id: string; readonly device: DeviceKind; readonly counter: string | null };

const roleOf = (principal: Principal): Role => {
  switch (principal.kind) {
    case 'anonymous':
      return 'anyone';
    case 'staff':
      return principal.role;
    case 'device':
      return principal.device;
    default:
      return principal satisfies never;
  }
};

export const isAllowed = (principal: Principal, who: readonly Role[]): boolean =>
  who.includes('anyone') || who.includes(roleOf(principal));

/** Whether this member of staff may see a counter; supervisors and administrators see all. */
export const seesCounter = (principal: Principal, counter: string): boolean =>
  principal.kind === 'staff' && (principal.role !== 'clerk' || principal.counters.includes(counter));

/** The sender as the rules know it. */
export function actorOf(principal: Principal): Actor {
  switch (principal.kind) {
    case 'anonymous':
      return { role: 'citizen', id: 'citizen' };
    case 'staff':
      return principal.role === 'clerk'
        ? { role: 'clerk', id: principal.user, counters: principal.counters }
        : { role: principal.role, id: principal.user };
    case 'device':
      return { role: 'device', id: `device:${principal.id}` };
    default:
      return principal satisfies never;
  }
}

/** A stable name for limits and logs; addresses stand in for anonymous senders. */
export const nameOf = (principal: Principal, address: string): string =>
  principal.kind === 'anonymous' ? `address:${address}` : actorOf(principal).id;
