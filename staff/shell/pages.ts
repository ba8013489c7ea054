import { pageLanguage } from '../../ui/language.ts';
import type { StaffRole } from '../../wire/client.ts';

/** The pages of the staff room, by the last part of their address. */
export type PageName = 'counter' | 'supervisor' | 'admin';

/** What each role may see, its home first. */
export const pagesOf: Record<StaffRole, readonly PageName[]> = {
  clerk: ['counter'],
  supervisor: ['supervisor', 'counter'],
  administrator: ['admin', 'supervisor', 'counter'],
};

export const homeOf = (role: StaffRole): PageName => pagesOf[role][0] ?? 'counter';

export const addressOf = (page: PageName): string => `/staff/${page}`;

/** The page that an address names, or null for /staff itself and what is not known. */
export function pageAt(pathname: string): PageName | null {
  const name = /^\/staff\/([a-z]+)/.exec(pathname)?.[1];
  return pagesOf.administrator.find((page) => page === name) ?? null;
}

const scripts: Record<PageName, () => Promise<unknown>> = {
  counter: () => import('../counter/counter.ts'),
  supervisor: () => import('../supervisor/supervisor.ts'),
  admin: () => import('../admin/admin.ts'),
};

/** Fetches a page's script and its words, once, when somebody who may see the page goes there. */
export async function loadPage(page: PageName): Promise<void> {
  await scripts[page]();
  await pageLanguage.load(pageLanguage.value);
}
