import { describe, expect, it } from 'vitest';
import { Announcer } from '../../display/voice/announcer.ts';
import { SpokenMemory } from '../../display/voice/memory.ts';
import type { Said, Voice } from '../../display/voice/voice.ts';
import type { BoardCall } from '../../wire/client.ts';
import { call, noon } from './calls.ts';

/** A voice that says what it is told when the test lets it. */
class Speaker implements Voice {
  readonly said: string[] = [];
  readonly #waiting: ((said: Said) => void)[] = [];
  allowed = true;
  speakingNow = 0;

  sentences(): [] {
    return [];
  }

  async wake(): Promise<'ready' | 'blocked'> {
    return this.allowed ? 'ready' : 'blocked';
  }

  async say(spoken: BoardCall): Promise<Said> {
    if (!this.allowed) return 'blocked';
    this.said.push(spoken.id);
    this.speakingNow += 1;
    const end = await new Promise<Said>((resolve) => this.#waiting.push(resolve));
    this.speakingNow -= 1;
    return end;
  }

  /** Ends the call that is being said; resolves when the announcer has gone on. */
  async finish(said: Said = 'played'): Promise<void> {
    this.#waiting.shift()?.(said);
    await turn();
  }
}

/** Lets everything that is ready happen. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function given({ now = noon, memory = new SpokenMemory(null) } = {}) {
  const speaker = new Speaker();
  const clock = { time: now };
  const announcer = new Announcer(speaker, memory, { now: () => clock.time, speakWithinSeconds: () => 60 });
  const offer = async (...calls: BoardCall[]) => {
    void announcer.offer(calls);
    await turn();
  };
  return { speaker, announcer, clock, memory, offer };
}

describe('the announcer', () => {
  it('given three calls at once, says them one after another, the oldest first', async () => {
    const { speaker, announcer, offer } = given();
    await offer(call('3', 1), call('2', 2), call('1', 3));
    expect(speaker.said).toEqual(['1']);
    expect(announcer.saying?.id).toBe('1');
    await speaker.finish();
    expect(speaker.speakingNow).toBe(1);
    await speaker.finish();
    await speaker.finish();
    expect(speaker.said).toEqual(['1', '2', '3']);
    expect(announcer.saying).toBeNull();
  });

  it('given the same call in many views, says it once', async () => {
    const { speaker, offer } = given();
    await offer(call('1'));
    await offer(call('1'));
    await speaker.finish();
    await offer(call('1'));
    expect(speaker.said).toEqual(['1']);
  });

  it('given a call that grew too old while others were said, leaves it out', async () => {
    const { speaker, clock, offer } = given();
    await offer(call('2', 50), call('1', 55));
    clock.time = noon + 15_000;
    await speaker.finish();
    expect(speaker.said).toEqual(['1']);
  });

  it('given a reload in the middle of a call, says it again from the beginning', async () => {
    const before = given();
    await before.offer(call('1'));
    const after = given({ memory: before.memory });
    await after.offer(call('1'));
    expect(after.speaker.said).toEqual(['1']);
  });

  it('given a reload after a call, stays silent', async () => {
    const before = given();
    await before.offer(call('1'));
    await before.speaker.finish();
    const after = given({ memory: before.memory });
    await after.offer(call('1'));
    expect(after.speaker.said).toEqual([]);
  });

  it('given a voice that failed, goes on with the next call', async () => {
    const { speaker, offer } = given();
    await offer(call('2', 1), call('1', 2));
    await speaker.finish('failed');
    await speaker.finish();
    expect(speaker.said).toEqual(['1', '2']);
  });

  it('given refused sound, says so, and says the waiting call after a touch', async () => {
    const { speaker, announcer, offer } = given();
    speaker.allowed = false;
    await offer(call('1', 5));
    expect(announcer.blocked).toBe(true);
    expect(speaker.said).toEqual([]);
    speaker.allowed = true;
    void announcer.wake();
    await turn();
    expect(announcer.blocked).toBe(false);
    expect(speaker.said).toEqual(['1']);
  });

  it('given refused sound and a touch an hour later, old calls stay unsaid', async () => {
    const { speaker, announcer, clock, offer } = given();
    speaker.allowed = false;
    await offer(call('1', 5));
    speaker.allowed = true;
    clock.time = noon + 3_600_000;
    await announcer.wake();
    expect(speaker.said).toEqual([]);
  });

  it('tells of each change once', async () => {
    const { speaker, announcer, offer } = given();
    const seen: (string | null)[] = [];
    announcer.addEventListener('change', () => seen.push(announcer.saying?.id ?? null));
    await offer(call('1'));
    await speaker.finish();
    expect(seen).toEqual(['1', null]);
  });
});
