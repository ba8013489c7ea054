import { afterEach, describe, expect, it, vi as vitest } from 'vitest';
import { vi } from '../../lang/vi.ts';
import { Connection, type ConnectionOptions, ProblemError } from '../../ui/connection.ts';
import type { LiveView, Problem, Topic } from '../../wire/client.ts';
import { Centre } from './centre.ts';

const until = (fact: () => void) => vitest.waitFor(fact, { timeout: 15_000, interval: 10 });
const problem = (code: Problem['code'], status: number): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  code,
});
const slips = { view: 'slips' } as const;
const slipsView = (ids: readonly string[], at = 1_000): LiveView => ({
  key: 'slips',
  at,
  view: ids.map((id) => ({ id, at })),
});
const firstSlips = (ids: readonly string[], at?: number) => (_topic: Topic, reply: (reply: never) => void) =>
  reply({ ok: true, result: slipsView(ids, at) } as never);

const opened: { close(): void }[] = [];
const started: Centre[] = [];

async function start(answers?: Parameters<typeof Centre.start>[0]): Promise<Centre> {
  const centre = await Centre.start(answers);
  started.push(centre);
  return centre;
}

function connect(centre: Centre, token: string | null = 'token', options: ConnectionOptions = {}): Connection {
  const connection = new Connection(token, { address: centre.address, ...options });
  opened.push(connection);
  return connection;
}

afterEach(async () => {
  for (const connection of opened.splice(0)) connection.close();
  await Promise.all(started.splice(0).map((centre) => centre.stop()));
});

describe('watching', () => {
  it('given a view, when it is watched, then it comes whole and anew after each change', async () => {
    const centre = await start({ watch: firstSlips(['a']) });
    const connection = connect(centre);
    const seen: string[][] = [];
    connection.watch(slips, (view) => void seen.push(view.map(({ id }) => id)));
    await until(() => expect(seen).toEqual([['a']]));
    centre.publish(slipsView(['a', 'b']));
    await until(() => expect(seen).toEqual([['a'], ['a', 'b']]));
    expect(centre.tokens).toEqual(['token']);
  });

  it('given two listeners to one view, then the server is asked once and both see it', async () => {
    const centre = await start({ watch: firstSlips(['a']) });
    const connection = connect(centre);
    const [one, two] = [vitest.fn(), vitest.fn()];
    connection.watch(slips, one);
    await until(() => expect(one).toHaveBeenCalledTimes(1));
    const end = connection.watch(slips, two);
    await until(() => expect(two).toHaveBeenCalledTimes(1));
    expect(centre.watched).toEqual([slips]);
    end();
    centre.publish(slipsView(['b']));
    await until(() => expect(one).toHaveBeenCalledTimes(2));
    expect(two).toHaveBeenCalledTimes(1);
    expect(centre.unwatched).toEqual([]);
  });

  it('given a view that nobody listens to any more, then the server is told', async () => {
    const centre = await start({ watch: firstSlips([]) });
    const connection = connect(centre);
    const listener = vitest.fn();
    const end = connection.watch(slips, listener);
    await until(() => expect(listener).toHaveBeenCalled());
    end();
    await until(() => expect(centre.unwatched).toEqual([slips]));
  });

  it('given a ticket that is not known, then the listener learns why nothing is shown', async () => {
    const centre = await start({
      watch: (_topic, reply) => reply({ ok: false, problem: problem('ticket-unknown', 404) }),
    });
    const onProblem = vitest.fn();
    connect(centre).watch({ view: 'ticket', ticket: 'x' }, () => {}, onProblem);
    await until(() => expect(onProblem).toHaveBeenCalledWith(problem('ticket-unknown', 404)));
  });

  it('given a server that starts again, then everything is watched anew', async () => {
    const before = await start({ watch: firstSlips(['a']) });
    const connection = connect(before);
    const states: string[] = [];
    connection.addEventListener('state', () => void states.push(connection.state));
    const seen: string[][] = [];
    connection.watch(slips, (view) => void seen.push(view.map(({ id }) => id)));
    await until(() => expect(seen).toEqual([['a']]));
    await before.stop();
    await until(() => expect(connection.state).toBe('lost'));
    await start({ port: before.port, watch: firstSlips(['a', 'b']) });
    await until(() => expect(seen).toEqual([['a'], ['a', 'b']]));
    expect(states).toEqual(['online', 'lost', 'online']);
  });

  it('given a server with another clock, then ages are counted from that one', async () => {
    const at = 5_000_000_000_000;
    const centre = await start({ watch: firstSlips([], at) });
    const connection = connect(centre);
    expect(connection.silentMs()).toBeNull();
    const listener = vitest.fn();
    connection.watch(slips, listener);
    await until(() => expect(listener).toHaveBeenCalledWith([], at));
    expect(connection.serverNow()).toBeGreaterThanOrEqual(at);
    expect(connection.serverNow()).toBeLessThan(at + 60_000);
    expect(connection.silentMs()).toBeGreaterThanOrEqual(0);
  });

  it('given a server that starts again, then its clock is believed with its first view, and the old one until then', async () => {
    const at = 5_000_000_000_000;
    const before = await start({ watch: firstSlips([], at) });
    const connection = connect(before);
    const listener = vitest.fn();
    connection.watch(slips, listener);
    await until(() => expect(listener).toHaveBeenCalledWith([], at));
    await before.stop();
    await until(() => expect(connection.state).toBe('lost'));
    const after = await start({ port: before.port });
    await until(() => expect(after.watched).toEqual([slips]));
    expect(connection.serverNow()).toBeGreaterThanOrEqual(at);
    after.publish(slipsView([], at / 2));
    await until(() => expect(listener).toHaveBeenCalledWith([], at / 2));
    expect(connection.serverNow()).toBeLessThan(at);
  });
});

describe('calling', () => {
  it('given an operation, when it is called, then its answer comes and the request has an id', async () => {
    const centre = await start({ call: (_call, reply) => reply({ ok: true, result: { token: null } }) });
    const connection = connect(centre);
    expect(await connection.call('fetchPairing', { body: { secret: 's' } })).toEqual({ token: null });
    expect(centre.called).toEqual([
      { operation: 'fetchPairing', body: { requestId: expect.stringMatching(/^[0-9a-z]{24}$/), secret: 's' } },
    ]);
  });

  it('given a refusal, then the call ends with its problem, worded', async () => {
    const centre = await start({
      call: (_call, reply) => reply({ ok: false, problem: problem('nobody-waiting', 409) }),
    });
    const error = await connect(centre)
      .call('callNext', { params: { counter: '1' } })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ message: vi.errors['nobody-waiting'], problem: { status: 409 } });
  });

  it.each([
    ['broke down before it answered', (socket: { disconnect(close: boolean): void }) => socket.disconnect(true)],
    ['said that it is stopping', null],
  ])('given a server that %s, then the next one gets the same request', async (_name, breakDown) => {
    const before = await start({
      call: (_call, reply, socket) => {
        if (breakDown) breakDown(socket);
        else reply({ ok: false, problem: problem('stopping', 503) });
      },
    });
    const connection = connect(before);
    const answer = connection.call('callNext', { params: { counter: '1' } });
    await until(() => expect(before.called.length).toBeGreaterThan(0));
    await before.stop();
    const after = await start({
      port: before.port,
      call: (_call, reply) => reply({ ok: true, result: { id: '1' } }),
    });
    expect(await answer).toEqual({ id: '1' });
    expect(after.called).toEqual([before.called[0]]);
  });

  it('given no answer in time, then the call ends with no-connection', async () => {
    const centre = await start();
    const connection = connect(centre, 'token', { callLimitMs: 50 });
    await expect(connection.call('closeDay')).rejects.toMatchObject({ problem: { code: 'no-connection' } });
  });

  it('given a connection that is closed, then calls under way end', async () => {
    const connection = connect(await start());
    const answer = connection.call('closeDay');
    connection.close();
    await expect(answer).rejects.toMatchObject({ problem: { code: 'no-connection' } });
  });
});

describe('refusals', () => {
  it('given a token that the server does not know, then the connection and its calls are refused', async () => {
    const centre = await start({ refuse: () => problem('not-signed-in', 401) });
    const connection = connect(centre);
    const early = connection.call('closeDay');
    await expect(early).rejects.toMatchObject({ problem: { code: 'not-signed-in' } });
    expect(connection.state).toBe('refused');
    expect(connection.problem?.code).toBe('not-signed-in');
    await expect(connection.call('closeDay')).rejects.toBeInstanceOf(ProblemError);
  });

  it('given a session that ends, then the connection is refused for want of a sign-in', async () => {
    const centre = await start({ watch: firstSlips([]) });
    const connection = connect(centre, null);
    await until(() => expect(connection.state).toBe('online'));
    centre.say('signed-out');
    await until(() => expect(connection.state).toBe('refused'));
    expect(connection.problem?.code).toBe('not-signed-in');
  });

  it('given a server that is busy starting or stopping, then the connection tries again', async () => {
    let isReady = false;
    const centre = await start({ refuse: () => (isReady ? null : problem('stopping', 503)) });
    const connection = connect(centre);
    await until(() => expect(connection.state).toBe('lost'));
    isReady = true;
    await until(() => expect(connection.state).toBe('online'));
    expect(connection.problem).toBeNull();
  });
});
