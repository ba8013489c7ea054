import type { Words } from './language.ts';

/** What an action of the audit is called; its code where this version has no word for it. */
export function auditAction(action: string, words: Words['admin']): string {
  const known = words.auditActions;
  return action in known ? known[action as keyof typeof known] : action;
}

/**
 * The detail of an audit row in words. Commands are kept as JSON: only what tells a reader something is shown, and never a
 * ticket's id, which is the citizen's key.
 */
export function auditDetail(detail: string, words: Words): string {
  if (!detail.startsWith('{')) return detail;
  const parts = words.admin.auditParts;
  return Object.entries(JSON.parse(detail) as Record<string, unknown>)
    .flatMap(([key, value]) => {
      if (!(key in parts)) return [];
      const text = key === 'outcome' ? outcomeText(value, words) : valueText(value, words);
      return text === '' ? [] : [`${parts[key as keyof typeof parts]}: ${text}`];
    })
    .join('; ');
}

function outcomeText(value: unknown, words: Words): string {
  const known = words.admin.auditOutcomes;
  return typeof value === 'string' && value in known ? known[value as keyof typeof known] : valueText(value, words);
}

function valueText(value: unknown, words: Words): string {
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return words.common.yes;
  return Array.isArray(value) ? value.join(', ') : String(value);
}
