import { recall, remember } from '../../ui/memory.ts';
import { type Outcome, outcomes } from '../../wire/client.ts';

const nameOf = (user: string, service: string) => `outcome-${user}-${service}`;

/** The outcome this clerk chose last for a service; receiving a dossier before the first. */
export function rememberedOutcome(user: string, service: string): Outcome {
  const kept = recall(nameOf(user, service));
  return outcomes.find((outcome) => outcome === kept) ?? 'received';
}

/** Keeps the outcome as the clerk's choice for the next visit of this service. */
export function rememberOutcome(user: string, service: string, outcome: Outcome): void {
  remember(nameOf(user, service), outcome);
}
