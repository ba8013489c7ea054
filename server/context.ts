import type { Logger } from 'pino';
import type { Centre } from './centre.ts';
import type { Recovery } from './files/json-file.ts';
import type { SettingsFile } from './files/settings.ts';
import type { GrowingDelay } from './people/delay.ts';
import type { DeviceFile } from './people/devices.ts';
import type { StaffFile } from './people/staff.ts';
import type { Printing } from './printing.ts';
import type { Store } from './store/store.ts';

/** The parts of a running server that operations work with. */
export interface Context {
  readonly centre: Centre;
  readonly store: Store;
  readonly settings: SettingsFile;
  readonly staff: StaffFile;
  readonly devices: DeviceFile;
  readonly printing: Printing;
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
