/** Lists that both sides of the contract name; free of the validation library, so that screens stay light. */
export const staffRoles = ['clerk', 'supervisor', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

export const deviceKinds = ['kiosk', 'board', 'rating', 'agent'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Weekday = (typeof weekdays)[number];

export const languageCodes = ['vi', 'en'] as const;

export const reportNames = ['services', 'counters', 'hours', 'ratings'] as const;
export type ReportName = (typeof reportNames)[number];
