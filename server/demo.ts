import { weekdays } from '../wire/names.ts';
import type { SettingsFile } from './files/settings.ts';
import type { DeviceFile } from './people/devices.ts';
import type { StaffFile } from './people/staff.ts';

/** The one PIN that is known beforehand; nothing but the demonstration has one. */
export const demonstrationPin = '246810';

const always = Object.fromEntries(weekdays.map((day) => [day, [{ from: '00:00', to: '24:00' }]])) as Record<
  (typeof weekdays)[number],
  { from: string; to: string }[]
>;

/** Fills a data folder so that everything can be tried at any hour: staff, devices, open all day. Asked for again, it changes nothing. */
export async function prepareDemonstration(
  settings: SettingsFile,
  staff: StaffFile,
  devices: DeviceFile,
): Promise<void> {
  if (staff.hasAdministrator) return;
  settings.save({
    ...settings.settings,
    centre: {
      ...settings.settings.centre,
      name: { vi: 'Trung tâm Phục vụ hành chính công phường Bến Thử', en: 'Bến Thử Ward Public Service Centre' },
    },
    takingHours: always,
    servingHours: always,
  });
  const clerks = ['Nguyễn Thị Lan', 'Trần Văn Minh', 'Thạch Thị Sô Phia', 'Lê Hoàng Nam'];
  await staff.addAll(
    [
      { user: 'admin', name: 'Quản trị', role: 'administrator', counters: [] },
      { user: 'supervisor', name: 'Phạm Thu Hà', role: 'supervisor', counters: [] },
      ...clerks.map((name, index) => ({
        user: `clerk${index + 1}`,
        name,
        role: 'clerk' as const,
        counters: [String(index + 1)],
      })),
    ],
    demonstrationPin,
  );
  devices.add({ id: 'kiosk-demo', kind: 'kiosk', name: 'Máy lấy số', counter: null }, 'demo-kiosk');
  devices.add({ id: 'board-demo', kind: 'board', name: 'Màn hình sảnh', counter: null }, 'demo-board');
  devices.add({ id: 'rating-demo', kind: 'rating', name: 'Máy đánh giá', counter: null }, 'demo-rating');
}
