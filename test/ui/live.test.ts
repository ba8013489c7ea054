import { describe, expect, it, vi as vitest } from 'vitest';
import type { Connection } from '../../ui/connection.ts';
import { Live } from '../../ui/live.ts';
import type { CounterView, Topic } from '../../wire/client.ts';

/** A connection that keeps what is watched and gives what the test says. */
function spy() {
  const watched: { topic: Topic; show: (view: CounterView, at: number) => void; isEnded: boolean }[] = [];
  const watch = (topic: Topic, show: (view: CounterView, at: number) => void) => {
    const entry = { topic, show, isEnded: false };
    watched.push(entry);
    return () => {
      entry.isEnded = true;
    };
  };
  return { watched, connection: { watch } as unknown as Connection };
}

const host = () => ({
  addController: () => {},
  removeController: () => {},
  requestUpdate: vitest.fn(),
  updateComplete: Promise.resolve(true),
});
const view = (id: string) => ({ id }) as CounterView;

describe('a live view in an element', () => {
  it('given a new view, then the element has it and is drawn anew', () => {
    const { watched, connection } = spy();
    const element = host();
    const live = new Live(
      element,
      () => connection,
      () => ({ view: 'counter', counter: '1' }),
    );
    live.hostUpdate();
    live.hostUpdate();
    expect(watched).toHaveLength(1);
    watched[0]!.show(view('1'), 5);
    expect(live.view).toEqual({ id: '1' });
    expect(live.receivedAt).toBe(5);
    expect(element.requestUpdate).toHaveBeenCalled();
  });

  it('given another counter, then nothing of the first is shown any more', () => {
    const { watched, connection } = spy();
    let counter = '1';
    const live = new Live(
      host(),
      () => connection,
      () => ({ view: 'counter', counter }),
    );
    live.hostUpdate();
    watched[0]!.show(view('1'), 5);
    counter = '2';
    live.hostUpdate();
    expect(live.view).toBeUndefined();
    expect(watched.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  it('given another connection to the same counter, then what was shown stays until the new one answers', () => {
    const [before, after] = [spy(), spy()];
    let { connection } = before;
    const live = new Live(
      host(),
      () => connection,
      () => ({ view: 'counter', counter: '1' }),
    );
    live.hostUpdate();
    before.watched[0]!.show(view('1'), 5);
    ({ connection } = after);
    live.hostUpdate();
    expect(live.view).toEqual({ id: '1' });
    expect(before.watched[0]!.isEnded).toBe(true);
    expect(after.watched).toHaveLength(1);
  });

  it('given an element that leaves the page, then it watches no longer; when it comes back, then it does', () => {
    const { watched, connection } = spy();
    const live = new Live(
      host(),
      () => connection,
      () => ({ view: 'counter', counter: '1' }),
    );
    live.hostUpdate();
    live.hostDisconnected();
    expect(watched[0]!.isEnded).toBe(true);
    live.hostConnected();
    live.hostUpdate();
    expect(watched).toHaveLength(2);
  });
});
