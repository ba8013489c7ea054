import { spawn } from 'node:child_process';
import { codeOf, TransportError } from './transport.ts';

/** What a program of the system said. */
export interface CommandResult {
  readonly exitCode: number;
  readonly output: string;
  readonly complaint: string;
}

/**
 * Runs a program of the system without a shell.
 * @throws TransportError 'unreachable' when it is not installed.
 */
export function runCommand(
  program: string,
  args: readonly string[],
  { input, env = {}, signal }: { input?: Buffer; env?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    // Always the same language: the answers are read by us.
    const child = spawn(program, args, { env: { ...process.env, LC_ALL: 'C', ...env }, signal, windowsHide: true });
    const output: Buffer[] = [];
    const complaint: Buffer[] = [];
    child.stdout.on('data', (bytes: Buffer) => output.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => complaint.push(bytes));
    child.on('error', (error) =>
      reject(
        new TransportError(
          codeOf(error) === 'ENOENT' ? 'unreachable' : 'device-error',
          `${program}: ${error.message}`,
          true,
        ),
      ),
    );
    child.on('close', (exitCode) =>
      resolve({
        exitCode: exitCode ?? -1,
        output: String(Buffer.concat(output)),
        complaint: String(Buffer.concat(complaint)),
      }),
    );
    // One that ends before it has read everything says why by its exit code.
    child.stdin.on('error', (error) => complaint.push(Buffer.from(error.message)));
    child.stdin.end(input);
  });
}
