import type { Logger } from 'pino';
import type { PrinterStatus } from '../printer/driver.ts';
import type { KeptSlip } from '../wire/client.ts';
import type { Centre } from './centre.ts';
import type { Recovery } from './files/json-file.ts';
import type { SettingsFile } from './files/settings.ts';
import type { GrowingDelay } from './people/delay.ts';
import type { DeviceFile } from './people/devices.ts';
import type { StaffFile } from './people/staff.ts';
import type { Store } from './store/store.ts';

/** Slips that are kept as pictures. */
export interface SlipShelf {
  list(): readonly KeptSlip[];
  /** PNG, or null when there is none. */
  read(id: string): Promise<Buffer | null>;
}

/** The parts of a running server that operations work with. */
export interface Context {
  readonly centre: Centre;
  readonly store: Store;
  readonly settings: SettingsFile;
  readonly staff: StaffFile;
  readonly devices: DeviceFile;
  readonly slips: SlipShelf;
  /** What the kiosk's printer was like when it last told; null before it did. */
  readonly printerStatus: () => PrinterStatus | null;
  readonly delay: GrowingDelay;
  readonly demonstration: boolean;
  /** Address of this server as phones in the hall reach it. */
  readonly publicAddress: () => string;
  readonly version: string;
  readonly build: string;
  /** Set while no administrator exists; setting one up clears it. */
  readonly setup: { code: string | null };
  readonly recoveries: readonly (Recovery & { readonly at: number })[];
  readonly clock: () => number;
  readonly log: Logger;
  /** Tells every screen that settings, staff or devices changed. */
  readonly changed: () => void;
  /** Ends the sockets of a staff member or device whose right to be here ended. */
  readonly expel: (who: string) => void;
}
