import type { Ticket } from './ticket.ts';

const chunkSize = 32;
type Chunk = readonly Ticket[];

/**
 * The tickets of a day in the order of issue: an immutable map by id. `with` gives a new table that shares all but one
 * chunk with this one, so that an event costs the same in the morning and after thousands of tickets.
 */
export class TicketTable implements ReadonlyMap<string, Ticket> {
  static readonly empty = new TicketTable([], 0, [], new Map());

  readonly #chunks: readonly Chunk[];
  readonly size: number;
  /** Those who wait, in no order: most questions about a day are about them. */
  readonly waiting: readonly Ticket[];
  // Shared by all tables that grew from one another, and only ever added to: a place counts where the ticket is found there.
  readonly #places: Map<string, number>;

  private constructor(chunks: readonly Chunk[], size: number, waiting: readonly Ticket[], places: Map<string, number>) {
    this.#chunks = chunks;
    this.size = size;
    this.waiting = waiting;
    this.#places = places;
  }

  /** The same tickets as a table. */
  static of(tickets: ReadonlyMap<string, Ticket>): TicketTable {
    if (tickets instanceof TicketTable) return tickets;
    let table = TicketTable.empty;
    for (const ticket of tickets.values()) table = table.with(ticket);
    return table;
  }

  get(id: string): Ticket | undefined {
    const place = this.#places.get(id);
    if (place === undefined || place >= this.size) return undefined;
    const ticket = this.#at(place);
    return ticket?.id === id ? ticket : undefined;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** This table with one ticket added or changed. */
  with(ticket: Ticket): TicketTable {
    const before = this.get(ticket.id);
    const place = before ? (this.#places.get(ticket.id) ?? this.size) : this.size;
    const chunks = this.#chunks.slice();
    const chunk = (chunks[Math.floor(place / chunkSize)] ?? []).slice();
    chunk[place % chunkSize] = ticket;
    chunks[Math.floor(place / chunkSize)] = chunk;
    const waiting = waitingWith(this.waiting, before, ticket);
    return before
      ? new TicketTable(chunks, this.size, waiting, this.#places)
      : new TicketTable(chunks, this.size + 1, waiting, this.#placesWith(ticket.id));
  }

  #placesWith(id: string): Map<string, number> {
    const place = this.#places.get(id);
    if (place === this.size) return this.#places;
    // The first of a day, or an id that another line of descent has elsewhere: this table goes on with a map of its own.
    const isOwn = place !== undefined || this.size === 0;
    const places = isOwn ? new Map([...this.values()].map((ticket, i) => [ticket.id, i] as const)) : this.#places;
    return places.set(id, this.size);
  }

  #at(place: number): Ticket | undefined {
    return this.#chunks[Math.floor(place / chunkSize)]?.[place % chunkSize];
  }

  forEach(use: (ticket: Ticket, id: string, table: ReadonlyMap<string, Ticket>) => void): void {
    for (const chunk of this.#chunks) for (const ticket of chunk) use(ticket, ticket.id, this);
  }

  values(): MapIterator<Ticket> {
    return this.#chunks.flat().values();
  }

  keys(): MapIterator<string> {
    return this.#chunks.flatMap((chunk) => chunk.map((ticket) => ticket.id)).values();
  }

  entries(): MapIterator<[string, Ticket]> {
    return this.#chunks.flatMap((chunk) => chunk.map((ticket): [string, Ticket] => [ticket.id, ticket])).values();
  }

  [Symbol.iterator](): MapIterator<[string, Ticket]> {
    return this.entries();
  }
}

function waitingWith(waiting: readonly Ticket[], before: Ticket | undefined, after: Ticket): readonly Ticket[] {
  const others = before?.status === 'waiting' ? waiting.filter((ticket) => ticket !== before) : waiting;
  return after.status === 'waiting' ? [...others, after] : others;
}
