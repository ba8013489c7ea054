import { describe, expect, it } from 'vitest';
import { SpokenMemory } from '../../display/voice/memory.ts';
import { nextCall } from '../../display/voice/next-call.ts';
import { call, noon } from './calls.ts';

const next = (calls: Parameters<typeof nextCall>[0], said = new SpokenMemory(null), now = noon) =>
  nextCall(calls, said, now, 60)?.id ?? null;

/** A storage as a browser keeps it. */
function storage(content = new Map<string, string>()) {
  return {
    getItem: (key: string) => content.get(key) ?? null,
    setItem: (key: string, value: string) => void content.set(key, value),
  };
}

describe('which call is said next', () => {
  it('given several calls, the oldest comes first', () => {
    expect(next([call('3', 1), call('2', 5), call('1', 9)])).toBe('1');
  });

  it('given a call that was said, it is not said again', () => {
    const said = new SpokenMemory(null);
    said.add(call('1', 9));
    expect(next([call('2', 5), call('1', 9)], said)).toBe('2');
    said.add(call('2', 5));
    expect(next([call('2', 5), call('1', 9)], said)).toBeNull();
  });

  it('given a call older than the limit, it is only shown', () => {
    expect(next([call('1', 61)])).toBeNull();
    expect(next([call('1', 60)])).toBe('1');
    expect(next([call('2', 3), call('1', 61)])).toBe('2');
  });

  it('given a repeated call, it is said again under its own id', () => {
    const said = new SpokenMemory(null);
    said.add(call('1', 20));
    expect(next([call('2', 0, { number: 'A001', time: 2 })], said)).toBe('2');
  });

  it('given a call that was replaced before its turn came, it is never said', () => {
    const first = [call('2', 1), call('1', 2, { counter: '1' })];
    expect(next(first)).toBe('1');
    const moved = [call('3', 0, { number: 'A001', counter: '4' }), call('2', 1)];
    expect(next(moved)).toBe('2');
  });
});

describe('the memory of said calls', () => {
  it('given a reload, it still knows them', () => {
    const kept = storage();
    new SpokenMemory(kept).add(call('1', 9));
    expect(next([call('1', 9)], new SpokenMemory(kept))).toBeNull();
  });

  it('given a store that was set up anew and counts from 1 again, its calls are new', () => {
    const kept = storage();
    new SpokenMemory(kept).add(call('1', 50));
    expect(next([call('1', 2)], new SpokenMemory(kept))).toBe('1');
  });

  it('given more calls than it keeps, the oldest are forgotten first', () => {
    const kept = storage();
    const memory = new SpokenMemory(kept);
    for (let id = 1; id <= 200; id += 1) memory.add(call(String(id)));
    const reloaded = new SpokenMemory(kept);
    expect(reloaded.has(call('200'))).toBe(true);
    expect(reloaded.has(call('150'))).toBe(true);
    expect(reloaded.has(call('1'))).toBe(false);
  });

  it.each(['not json', '{"a":1}', '[1, null]'])('given %s in the browser, it starts empty', (content) => {
    const kept = { getItem: () => content, setItem: () => undefined };
    expect(next([call('1')], new SpokenMemory(kept))).toBe('1');
  });

  it('given a browser that keeps nothing, it remembers as long as the page stands', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const memory = new SpokenMemory(full);
    memory.add(call('1'));
    expect(memory.has(call('1'))).toBe(true);
  });
});
