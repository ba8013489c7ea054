import type { Slip } from './block.ts';
import { footOf, headOf, piecesOf, rule, type SlipLayout, space, usualLayout } from './layout.ts';
import type { SlipWords } from './words.ts';

/** A time kept for a citizen. It carries no name: paper gets lost. */
export interface AppointmentSlip {
  readonly id: string;
  readonly copy: number;
  readonly centre: string;
  /** What the citizen types in at the kiosk on arrival. */
  readonly code: string;
  readonly service: string;
  /** DD/MM/YYYY at the centre, and the name of that day. */
  readonly date: string;
  readonly weekday: string;
  /** HH:MM. */
  readonly from: string;
  readonly to: string;
  readonly bring: readonly string[];
  readonly url: string | null;
  readonly demonstration: boolean;
}

export function appointmentSlip(facts: AppointmentSlip, words: SlipWords, layout: SlipLayout = usualLayout): Slip {
  const { text, item } = piecesOf(layout);
  const blocks = [
    ...headOf({ copy: facts.copy, centre: facts.centre, title: words.appointmentTitle }, words, layout),
    space(2),
    text(words.appointmentWhen(facts.date, facts.weekday), 4.8, true),
    text(words.appointmentBetween(facts.from, facts.to), 5.6, true),
    space(1),
    text(words.slipService(facts.service), 4.4, true),
    rule,
    text(words.appointmentCode, 3.8),
    space(1.5),
    { kind: 'number', text: facts.code, heightMm: 10, leastMm: 8 } as const,
    space(1.5),
    text(words.appointmentArrive, 3.8),
  ];
  if (facts.bring.length > 0) {
    blocks.push(rule, text(words.slipBring, 3.8, true, 'left'), space(0.5));
    for (const paper of facts.bring) blocks.push(item(paper, 3.8, true), space(0.8));
  }
  if (layout.show.code && facts.url !== null)
    blocks.push({ kind: 'code', text: facts.url, sizeMm: 24 }, text(words.appointmentFollow, 3.2));
  blocks.push(rule, text(words.appointmentNoReceipt, 3.2), ...footOf(facts.demonstration, words, layout));
  return { id: `${facts.id}-${facts.copy}`, blocks };
}
