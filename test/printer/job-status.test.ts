import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockedBy, processLetters, type Reply, StatusReader } from '../../printer/status.ts';

const read = (...pieces: readonly (readonly number[])[]): Reply[] => {
  const reader = new StatusReader();
  return pieces.flatMap((piece) => reader.push(Uint8Array.from(piece)));
};

const automatic = fc
  .tuple(fc.integer({ min: 0, max: 0x7f }), ...[0, 1, 2].map(() => fc.integer({ min: 0, max: 0x7f })))
  .map(([first, ...rest]) => [(first & 0x6c) | 0x10, ...rest.map((byte) => byte & 0x6f)]);
const realTime = fc.integer({ min: 0, max: 0x7f }).map((byte) => (byte & 0x6c) | 0x12);
const id = fc.string({ unit: fc.constantFrom(...processLetters), minLength: 4, maxLength: 4 });
const process = id.map((text) => [0x37, 0x22, ...Buffer.from(text), 0]);
const inOrder = fc.constantFrom(0x00, 0x03, 0x0c, 0x0f).map((byte) => [byte]);

describe('The answers of a printer', () => {
  it('say what its sensors see', () => {
    const signs = (bytes: number[]) => {
      const [reply] = read(bytes);
      return reply?.kind === 'automatic' ? blockedBy(reply.signs) : 'none';
    };
    expect(signs([0x10, 0, 0, 0])).toBe(null);
    expect(signs([0x18, 0, 0x0f, 0])).toBe('paper-out');
    expect(signs([0x38, 0, 0x0f, 0])).toBe('cover-open');
    expect(signs([0x18, 0x08, 0, 0])).toBe('printer-error');
    expect(signs([0x18, 0, 0, 0])).toBe('offline');
    expect(read([0x10, 0, 0x03, 0])).toEqual([
      expect.objectContaining({ signs: expect.objectContaining({ nearEnd: true, paperOut: false }) }),
    ]);
  });

  it('are the same however they are cut into pieces, one after another', () => {
    const answers = fc.array(
      fc.oneof(
        automatic,
        process,
        inOrder,
        realTime.map((byte) => [byte]),
      ),
    );
    fc.assert(
      fc.property(answers, fc.infiniteStream(fc.integer({ min: 1, max: 7 })), (list, sizes) => {
        const bytes = list.flat();
        const pieces: number[][] = [];
        for (let at = 0; at < bytes.length; ) {
          const size = sizes.next().value ?? 1;
          pieces.push(bytes.slice(at, at + size));
          at += size;
        }
        const replies = read(...pieces);
        expect(replies).toEqual(read(bytes));
        expect(replies.map(({ kind }) => kind)).toEqual(list.map(kindOf));
      }),
    );
  });

  it('are found when a real-time one stands inside an automatic one', () => {
    fc.assert(
      fc.property(automatic, realTime, fc.integer({ min: 1, max: 3 }), (bytes, byte, at) => {
        const mixed = [...bytes.slice(0, at), byte, ...bytes.slice(at)];
        expect(read(mixed).map(({ kind }) => kind)).toEqual(['real-time', 'automatic']);
        expect(read(mixed)[1]).toEqual(read(bytes)[0]);
      }),
    );
  });

  it('never confirm a slip when they are cut off or noise: an id is taken only whole and in its frame', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), id, (noise, wanted) => {
        const framed = [0x37, 0x22, ...Buffer.from(wanted), 0].join();
        const confirmed = read([...noise]).some((reply) => reply.kind === 'process' && reply.id === wanted);
        if (confirmed) expect([...noise].join()).toContain(framed);
      }),
    );
    fc.assert(
      fc.property(process, fc.integer({ min: 1, max: 6 }), realTime, (bytes, length, byte) => {
        const replies = read(bytes.slice(0, length), [byte & 0x1f, 0xff]);
        expect(replies.filter(({ kind }) => kind === 'process')).toEqual([]);
      }),
    );
  });

  it('are understood again after any noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), automatic, (noise, bytes) => {
        // The first may end what the noise began; the second is read as it is.
        const reader = new StatusReader();
        reader.push(noise);
        reader.push(Uint8Array.from(bytes));
        expect(reader.push(Uint8Array.from(bytes))).toEqual(read(bytes));
      }),
    );
  });

  it('left over of an automatic one are never enough for GS r', () => {
    fc.assert(
      fc.property(automatic, fc.integer({ min: 1, max: 3 }), (bytes, lost) => {
        expect(read(bytes.slice(lost)).filter(({ kind }) => kind === 'in-order').length).toBeLessThan(4);
      }),
    );
  });
});

function kindOf([first = 0]: readonly number[]): Reply['kind'] {
  if (first === 0x37) return 'process';
  if ((first & 0x93) === 0x10) return 'automatic';
  return (first & 0x93) === 0x12 ? 'real-time' : 'in-order';
}
