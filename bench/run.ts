/** `npm run bench -- NAME`: runs bench/NAME.ts and prints its table. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -3));
const name = process.argv[2] ?? '';
if (!names.includes(name)) {
  console.error(`bench: name one of ${names.join(', ')}`);
  process.exit(2);
}
const bench = (await import(join(import.meta.dirname, `${name}.ts`))) as { run: () => Promise<void> };
await bench.run();
