import type { AnswerOf } from '../../wire/client.ts';

/** A report as CSV for spreadsheet programs: UTF-8 with BOM, cells that look like formulas made harmless (OWASP). */
export function csvOf({ columns, rows }: Pick<AnswerOf<'report'>, 'columns' | 'rows'>): string {
  const lines = [
    columns.map((column) => column.key),
    ...rows.map((row) => columns.map((column) => row[column.key] ?? null)),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
