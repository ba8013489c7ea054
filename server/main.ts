import { nodeProblem } from './node-version.ts';

// What this program writes is nobody else's to read: ticket keys, comments, the audit.
process.umask(0o077);

// Before anything else is loaded: an older Node would fail on the imports with words that help nobody.
const problem = nodeProblem(process.version);
if (problem !== null) {
  console.error(problem);
  process.exit(1);
}
const { run } = await import('./run.ts');
await run(process.argv.slice(2), process.env);
