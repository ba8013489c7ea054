import { runCommand } from './command.ts';
import { queueTransport } from './queue.ts';
import { type Transport, TransportError } from './transport.ts';

/**
 * The spooler of Windows, called through PowerShell with data type RAW: no native module, no shared printer, no other driver.
 * The bytes come by standard input, the queue's name by the environment, so nothing has to be quoted.
 */
const script = `
$ErrorActionPreference = 'Stop'
Add-Type -TypeDefinition @'
using System;
using System.Runtime.InteropServices;
public static class RawPrinter {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  public struct DocInfo { public string Name; public string Output; public string DataType; }
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool OpenPrinterW(string name, out IntPtr printer, IntPtr defaults);
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern uint StartDocPrinterW(IntPtr printer, int level, ref DocInfo info);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool StartPagePrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool WritePrinter(IntPtr printer, byte[] bytes, int count, out int written);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool EndPagePrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool EndDocPrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool ClosePrinter(IntPtr printer);
  static void Check(bool ok, string step) {
    if (!ok) throw new Exception(step + " " + Marshal.GetLastWin32Error());
  }
  public static void Print(string name, byte[] bytes) {
    IntPtr printer;
    Check(OpenPrinterW(name, out printer, IntPtr.Zero), "OpenPrinter");
    try {
      if (bytes.Length == 0) return;
      var info = new DocInfo { Name = "Moi So", DataType = "RAW" };
      Check(StartDocPrinterW(printer, 1, ref info) != 0, "StartDocPrinter");
      int written;
      Check(StartPagePrinter(printer), "StartPagePrinter");
      Check(WritePrinter(printer, bytes, bytes.Length, out written) && written == bytes.Length, "WritePrinter");
      Check(EndPagePrinter(printer) && EndDocPrinter(printer), "EndDocPrinter");
    } finally { ClosePrinter(printer); }
  }
}
'@
$memory = New-Object System.IO.MemoryStream
[Console]::OpenStandardInput().CopyTo($memory)
[RawPrinter]::Print($env:MOISO_PRINTER, $memory.ToArray())
`;

/**
 * A queue of Windows by its name. Like CUPS, it keeps the job and says nothing of the paper: a slip is at best handed over.
 * Not yet tried on a real Windows: written after Microsoft's documentation of winspool.
 */
export function windowsTransport({ name }: { readonly name: string }): Transport {
  /** No bytes: only opens the queue. */
  async function print(input: Buffer, signal?: AbortSignal): Promise<void> {
    const encoded = Buffer.from(script, 'utf16le').toString('base64');
    const args = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded];
    const result = await runCommand('powershell.exe', args, { input, env: { MOISO_PRINTER: name }, signal });
    if (result.exitCode === 0) return;
    const early = /OpenPrinter|StartDocPrinter/.test(result.complaint);
    throw new TransportError(early ? 'unreachable' : 'device-error', result.complaint.trim(), !early);
  }
  return queueTransport({ look: () => print(Buffer.alloc(0)), take: print });
}
