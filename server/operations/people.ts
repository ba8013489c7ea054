import { isDeepStrictEqual } from 'node:util';
import type { StaffMember } from '../../wire/client.ts';
import { userName } from '../../wire/people.ts';
import type { Context } from '../context.ts';
import type { Principal } from '../people/principal.ts';
import { LastAdministrator, NoPin } from '../people/staff.ts';
import { Refusal } from '../problem.ts';
import { type Handler, type Input, ok } from './operation.ts';
import { readPrinterAddress } from './printer-address.ts';

const byOf = (principal: Principal): string => (principal.kind === 'staff' ? principal.user : 'setup');

export const setUp: Handler<'setUp'> = async (context, { body, address }) => {
  const key = `setup/${address}`;
  refuseWhileDelayed(context, [key]);
  if (context.setup.code === null || body.code.trim().toUpperCase() !== context.setup.code) {
    context.delay.wrong(key);
    throw new Refusal('wrong-code');
  }
  refuseOddName(body.user);
  const { code } = context.setup;
  context.setup.code = null;
  const member = { user: body.user, name: body.user, role: 'administrator' as const, counters: [] };
  const saved = await context.staff.save(member, body.pin).catch((error: unknown) => {
    context.setup.code = code; // not used up by a disk that refused
    throw error;
  });
  context.centre.audit(body.user, 'set-up', body.user);
  return ok(saved);
};

function refuseWhileDelayed(context: Context, keys: readonly string[]): void {
  const ms = Math.max(...keys.map((key) => context.delay.remaining(key)));
  if (ms > 0) throw new Refusal('too-many-attempts', { retryAfterSeconds: Math.ceil(ms / 1000) });
}

/** Several clerks may share one PC: an address is slowed down only after many wrong ones, whatever the names. */
const freeAttemptsOfAddress = 20;

export const signIn: Handler<'signIn'> = (context, input) => {
  const { delay } = context;
  return delay.inTurn(`address/${input.address}`, () =>
    delay.inTurn(`user/${input.body.user}`, () => tryToSignIn(context, input)),
  );
};

const tryToSignIn: Handler<'signIn'> = async (context, { body, address }) => {
  const ofUser = `user/${body.user}`;
  const ofAddress = `address/${address}`;
  const keys = [ofUser, ofAddress];
  refuseWhileDelayed(context, keys);
  const member = await context.staff.check(body.user, body.pin);
  if (!member) {
    context.delay.wrong(ofUser);
    context.delay.wrong(ofAddress, freeAttemptsOfAddress);
    context.centre.audit(body.user, 'sign-in-refused', '');
    throw new Refusal('wrong-pin');
  }
  for (const key of keys) context.delay.right(key);
  const { token, expiresAt } = context.staff.open(member.user);
  context.centre.audit(member.user, 'sign-in', '');
  return ok({ ...member, expiresAt, token });
};

const signedIn = ({ principal }: Pick<Input<'session'>, 'principal'>) => {
  if (principal.kind !== 'staff') throw new Refusal('not-signed-in');
  return principal;
};

export const session: Handler<'session'> = async (_context, input) => {
  const { user, name, role, counters, expiresAt } = signedIn(input);
  return ok({ user, name, role, counters: [...counters], expiresAt });
};

export const signOut: Handler<'signOut'> = async (context, input) => {
  const { user, token } = signedIn(input);
  context.staff.close(token);
  context.expel(`session:${token}`);
  context.centre.audit(user, 'sign-out', '');
  return ok({});
};

export const staff: Handler<'staff'> = async (context) => ok(context.staff.list());

export const saveStaff: Handler<'saveStaff'> = async (context, { principal, params, body }) => {
  const { pin, ...rest } = body;
  const user = params.user ?? '';
  const before = context.staff.find(user);
  if (!before) refuseOddName(user);
  const saved = await context.staff.save({ user, ...rest }, pin).catch((error: unknown) => {
    throw refusalOf(error);
  });
  context.centre.audit(byOf(principal), 'save-staff', JSON.stringify({ ...saved, newPin: pin !== undefined }));
  // What they watch now may no longer be theirs; another name alone takes nothing away.
  if (before && (pin !== undefined || mayOther(before, saved))) context.expel(`staff:${user}`);
  return ok(saved);
};

const mayOther = (before: StaffMember, after: StaffMember): boolean =>
  before.role !== after.role || before.counters.join() !== after.counters.join();

/** Names that stand for somebody else in events and audit. */
const reservedNames = ['citizen', 'system', 'printer', 'setup'];

function refuseOddName(user: string): void {
  const checked = userName.safeParse(user);
  if (checked.success && checked.data === user && !reservedNames.includes(user)) return;
  const message = 'letters, digits and . _ - only, 40 at most, and none of the reserved names';
  throw new Refusal('invalid-input', { fields: [{ path: 'user', message }] });
}

export const removeStaff: Handler<'removeStaff'> = async (context, { principal, params }) => {
  const user = params.user ?? '';
  if (!asRefusals(() => context.staff.remove(user))) throw new Refusal('not-found');
  context.centre.audit(byOf(principal), 'remove-staff', user);
  context.expel(`staff:${user}`);
  return ok({});
};

/** What the file of staff refuses, as it is told to the sender. */
function asRefusals<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof LastAdministrator) return new Refusal('not-allowed', { detail: error.message });
  if (error instanceof NoPin)
    return new Refusal('invalid-input', { fields: [{ path: 'pin', message: error.message }] });
  return error;
}

export const settings: Handler<'settings'> = async (context) => ok(context.settings.settings);

export const saveSettings: Handler<'saveSettings'> = async (context, { principal, body }) => {
  refuseForgottenServices(
    context,
    body.services.map((service) => service.id),
  );
  refuseBusyCounters(
    context,
    body.counters.map((counter) => counter.id),
  );
  refuseUsedLetters(context, body.services);
  if (body.printer.address !== '') readPrinterAddress(body.printer.address, 'printer.address');
  const before = context.settings.settings;
  context.settings.save(body);
  context.printing.use(body.printer.address);
  const changed = Object.entries(body).filter(
    ([key, value]) => !isDeepStrictEqual(value, before[key as keyof typeof before]),
  );
  context.centre.audit(byOf(principal), 'save-settings', changed.map(([key]) => key).join(', '));
  context.changed();
  return ok(body);
};

/** A counter that somebody works at is closed before it goes, or its citizen would be stuck there. */
function refuseBusyCounters(context: Context, kept: readonly string[]): void {
  const { counters } = context.centre.now().day;
  for (const [id, { state }] of Object.entries(counters)) {
    if (state === 'closed' || kept.includes(id)) continue;
    throw new Refusal('invalid-input', { fields: [{ path: 'counters', message: `${id} is open: close it first` }] });
  }
}

/** A service that gave numbers is retired, never deleted: old reports need its name. */
function refuseForgottenServices(context: Context, kept: readonly string[]): void {
  for (const { id } of context.settings.settings.services) {
    if (!kept.includes(id))
      throw new Refusal('invalid-input', {
        fields: [{ path: 'services', message: `${id} may be switched off, not removed` }],
      });
  }
}

/** Two services that share letters on one day would give one number to two citizens. */
function refuseUsedLetters(context: Context, wanted: readonly { id: string; prefix: string }[]): void {
  const present = new Map(context.settings.settings.services.map(({ id, prefix }) => [id, prefix]));
  const used = new Set([...context.centre.now().day.tickets.values()].map(({ number }) => number.replace(/\d+$/, '')));
  const fields = wanted.flatMap(({ id, prefix }, index) =>
    prefix === present.get(id) || !used.has(prefix)
      ? []
      : [{ path: `services.${index}.prefix`, message: `numbers of today carry ${prefix} already; change it tomorrow` }],
  );
  if (fields.length > 0) throw new Refusal('invalid-input', { fields });
}

export const devices: Handler<'devices'> = async (context) => ok(context.devices.list());

export const removeDevice: Handler<'removeDevice'> = async (context, { principal, params }) => {
  const id = params.device ?? '';
  if (!context.devices.remove(id)) throw new Refusal('not-found');
  context.centre.audit(byOf(principal), 'remove-device', id);
  context.expel(`device:${id}`);
  return ok({});
};

export const askPairing: Handler<'askPairing'> = async (context, { body }) => {
  const asked = context.devices.ask(body.kind);
  if (!asked) throw new Refusal('too-many-requests', { detail: 'too many devices wait to be paired' });
  return { status: 201, body: asked };
};

export const pairings: Handler<'pairings'> = async (context) => ok(context.devices.waiting());

export const approvePairing: Handler<'approvePairing'> = async (context, { principal, params, body }) => {
  const counter = body.counter ?? null;
  if (counter !== null && !context.settings.rules.counters.some(({ id }) => id === counter)) {
    throw new Refusal('invalid-input', { fields: [{ path: 'counter', message: `no counter ${counter}` }] });
  }
  const device = context.devices.approve(params.code ?? '', body.name, counter);
  if (!device) throw new Refusal('wrong-code');
  context.centre.audit(byOf(principal), 'pair-device', JSON.stringify({ id: device.id, name: device.name }));
  return ok({ ...device, connected: false, lastSeenAt: null });
};

export const fetchPairing: Handler<'fetchPairing'> = async (context, { body }) => {
  const token = context.devices.fetch(body.secret);
  if (token === undefined) throw new Refusal('wrong-code');
  return ok({ token });
};
