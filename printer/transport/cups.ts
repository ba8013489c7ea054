import { runCommand } from './command.ts';
import { queueTransport } from './queue.ts';
import { type Transport, TransportError } from './transport.ts';

/**
 * A raw queue of CUPS. It keeps the job over paper out and power off, but says nothing of the paper: a slip is at best handed over.
 * `server` (HOST:PORT) is for a CUPS elsewhere than on this machine.
 */
export function cupsTransport({ name, server }: { readonly name: string; readonly server?: string }): Transport {
  const env: Record<string, string> = server === undefined ? {} : { CUPS_SERVER: server };
  return queueTransport({
    async look() {
      const { exitCode, output, complaint } = await runCommand('lpstat', ['-a', name], { env });
      if (exitCode !== 0) throw new TransportError('unreachable', complaint.trim());
      if (/ not accepting /.test(output)) throw new TransportError('offline', output.trim());
    },
    async take(input, signal) {
      const { exitCode, complaint } = await runCommand('lp', ['-d', name, '-o', 'raw'], { env, input, signal });
      if (exitCode !== 0) throw new TransportError('unreachable', complaint.trim());
    },
  });
}
