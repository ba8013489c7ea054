import { open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { queueTransport } from './queue.ts';
import { causeOfCode, type Transport, TransportError } from './transport.ts';

/** Adds the bytes of each slip to a plain file, for trials and for a decoder. */
export function fileTransport({ path }: { readonly path: string }): Transport {
  return queueTransport({
    async look() {
      const folder = await stat(dirname(path)).catch((error: unknown) => {
        throw new TransportError(causeOfCode(error), String(error));
      });
      if (!folder.isDirectory()) throw new TransportError('unreachable', `${dirname(path)} is not a folder`);
    },
    async take(bytes) {
      let begun = false;
      try {
        const file = await open(path, 'a');
        try {
          begun = true;
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
      } catch (error) {
        throw new TransportError(causeOfCode(error), String(error), begun);
      }
    },
  });
}
