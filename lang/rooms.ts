import type { Language } from './names.ts';
import type { Words } from './words.ts';

/** A part of the words that pages carry or leave: those of a page, or common ones. */
export type Room = keyof Words;

/** Gets the words of one room in one language; rejects when the server does not give them. */
type Loaders = { readonly [R in Room]: () => Promise<Words[R]> };

/** Every language but Vietnamese, which pages carry; a new one has one more entry here. */
const loaders: Record<Exclude<Language, 'vi'>, Loaders> = {
  en: {
    common: async () => (await import('./en/common.ts')).common,
    home: async () => (await import('./en/home.ts')).home,
    kiosk: async () => (await import('./en/kiosk.ts')).kiosk,
    rating: async () => (await import('./en/rating.ts')).rating,
    board: async () => (await import('./en/board.ts')).board,
    ticket: async () => (await import('./en/ticket.ts')).ticket,
    slip: async () => (await import('./en/slip.ts')).slip,
    staff: async () => (await import('./en/staff.ts')).staff,
    counter: async () => (await import('./en/counter.ts')).counter,
    supervisor: async () => (await import('./en/supervisor.ts')).supervisor,
    admin: async () => (await import('./en/admin.ts')).admin,
    errors: async () => (await import('./en/errors.ts')).errors,
  },
};

/** Gets the words of some rooms in a language that pages do not carry; rejects when the server does not give all of them. */
export async function loadRooms<R extends Room>(
  language: Exclude<Language, 'vi'>,
  rooms: readonly R[],
): Promise<Pick<Words, R>> {
  const load = async (room: R) => [room, await loaders[language][room]()] as const;
  return Object.fromEntries(await Promise.all(rooms.map(load))) as Pick<Words, R>;
}
