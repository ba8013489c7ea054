import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from '../../core/command.ts';
import type { Rules } from '../../core/rules.ts';
import { simulateDay } from '../../core/simulate/day.ts';
import { ordinary } from '../../core/simulate/presets.ts';
import { demonstrationPin } from '../../server/demo.ts';
import { rulesOf } from '../../server/files/settings.ts';
import { settingsSchema } from '../../wire/settings.ts';

export interface Visit {
  readonly url: string;
  readonly visitsADay: number;
  readonly seed: number;
  /** How many times faster than life. */
  readonly speed: number;
}

/** How the server answered: counts of answers by status, and times in ms. */
export interface Answers {
  readonly statuses: ReadonlyMap<number, number>;
  readonly times: readonly number[];
}

/** Sends one day's commands to a running demonstration over HTTP, by its kiosk and its clerks, at the chosen speed. */
export async function sendDay({ url, visitsADay, seed, speed }: Visit): Promise<Answers> {
  const statuses = new Map<number, number>();
  const times: number[] = [];
  const send = async (method: string, path: string, token: string | null, body?: unknown): Promise<unknown> => {
    const start = performance.now();
    const answer = await fetch(new URL(path, url), {
      method,
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    times.push(performance.now() - start);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    return answer.json();
  };
  const signIn = async (user: string): Promise<string> => {
    const { token } = (await send('POST', '/api/session', null, { user, pin: demonstrationPin })) as { token?: string };
    if (token === undefined) throw new Error(`${url} does not know ${user} of the demonstration`);
    return token;
  };
  const supervisor = await signIn('supervisor');
  const rules: Rules = rulesOf(settingsSchema.parse(await send('GET', '/api/settings', supervisor)));
  const clerks = new Map<string, string>();
  for (const { id, active } of rules.counters) if (active) clerks.set(id, await signIn(`clerk${id}`));

  const tickets = new Map<string, string>();
  const scenario = ordinary('server', rules, visitsADay);
  const midnight = Date.parse('2026-03-03T00:00:00Z');
  const steps: { at: number; command: Command }[] = [];
  simulateDay(scenario, { midnight, seed, watch: ({ at, command }) => steps.push({ at, command }) });
  const began = performance.now();
  const first = steps.find(({ command }) => command.type !== 'OpenDay')?.at ?? midnight;
  for (const { at, command } of steps) {
    const due = (at - first) / speed - (performance.now() - began);
    if (due > 0) await wait(due);
    await give(command);
  }
  return { statuses, times };

  async function give(command: Command): Promise<void> {
    if (command.type === 'TakeTicket') {
      const { service, priority, language, ticket: requestId } = command;
      const body = { requestId: `${requestId}-${began}`, service, priority, language };
      const { id } = (await send('POST', '/api/tickets', 'demo-kiosk', body)) as { id?: string };
      if (id !== undefined) tickets.set(requestId, id);
      return;
    }
    const action = actions[command.type];
    if (action === undefined) return;
    if ('counter' in command) {
      const path = `/api/counters/${command.counter}/${action}`;
      await send('POST', path, clerks.get(command.counter) ?? null, bodyOf(command));
    } else if ('ticket' in command) {
      const id = tickets.get(command.ticket);
      if (id !== undefined) await send('POST', `/api/tickets/${id}/${action}`, supervisor, {});
    }
  }
}

const actions: Partial<Record<Command['type'], string>> = {
  OpenCounter: 'open',
  CloseCounter: 'close',
  PauseCounter: 'pause',
  ResumeCounter: 'resume',
  CallNext: 'next',
  RepeatCall: 'recall',
  StartService: 'start',
  FinishVisit: 'finish',
  MarkAbsent: 'absent',
  ParkTicket: 'park',
  TransferTicket: 'transfer',
  ReturnTicket: 'return',
  CancelTicket: 'cancel',
};

function bodyOf(command: Command): unknown {
  if (command.type === 'PauseCounter') return { reason: command.reason };
  if (command.type === 'FinishVisit') return { outcome: command.outcome, dossiers: command.dossiers };
  if (command.type === 'TransferTicket' && 'service' in command.to) return { service: command.to.service };
  return {};
}
