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

/** Fetches a page's script, once, when somebody who may see the page goes there. */
export async function loadPage(page: PageName): Promise<void> {
  switch (page) {
    case 'counter':
      await import('../counter/counter.ts');
      return;
    case 'supervisor':
      await import('../supervisor/supervisor.ts');
      return;
    case 'admin':
      await import('../admin/admin.ts');
      return;
    default:
      page satisfies never;
  }
}
