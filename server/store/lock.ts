import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Holds a data folder for this process alone until `release`. The lock is one of the operating system's, taken by SQLite,
 * so that it goes away with the process, however it ends. Throws FolderInUse when another server holds it.
 */
export function lockFolder(folder: string): { release(): void } {
  const database = new DatabaseSync(join(folder, 'lock.sqlite'));
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) throw new FolderInUse(folder);
    throw error;
  }
  return { release: () => database.close() };
}

export class FolderInUse extends Error {
  constructor(folder: string) {
    super(`the data folder ${folder} is in use by another server`);
  }
}
