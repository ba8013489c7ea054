import { z } from 'zod';
import { type Weekday, weekdays } from './names.ts';

const text = (description: string) =>
  z.object({ vi: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(120) }).describe(description);

const identifier = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/)
  // A name that every object has, such as "constructor", could not be told from one that is missing.
  .refine((id) => !(id in {}), 'this name is reserved')
  .describe('Lower-case letters, digits and hyphens; never changes once used');

const clock = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  .describe('HH:MM, local time');

const window = z
  .object({ from: clock, to: clock })
  .refine((value) => value.from < value.to, { message: 'the end must come after the beginning', path: ['to'] });

const week = z.object(
  Object.fromEntries(weekdays.map((day) => [day, z.array(window).max(4).default([])])) as Record<
    Weekday,
    z.ZodDefault<z.ZodArray<typeof window>>
  >,
);

export const serviceSettings = z.object({
  id: identifier,
  prefix: z
    .string()
    .regex(/^[A-Z]{1,2}$/)
    .describe('Letters before the number; A C E G H K L M N R S X are told apart best by ear'),
  name: text('Name of the service as citizens read it'),
  dailyLimit: z
    .number()
    .int()
    .min(1)
    .max(9999)
    .nullable()
    .default(null)
    .describe('Most numbers a day; null for no limit'),
  usualMinutes: z.number().min(0.5).max(240).default(10).describe('Usual length of one visit, in minutes'),
  waitLimitMinutes: z.number().int().min(1).max(480).default(30).describe('A longer wait raises an alarm, in minutes'),
  active: z.boolean().default(true),
});

export const counterSettings = z.object({
  id: z
    .string()
    .regex(/^[A-Z0-9]{1,4}$/)
    .describe('What is shown and spoken: 1, 2, …'),
  name: text('Name of the counter'),
  services: z.array(identifier).max(50).describe('Services taken here, the preferred first'),
  active: z.boolean().default(true),
});

const slipLine = z.object({ vi: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(60) });

/** The number slip of a centre; by default as it has always been. */
export const slipSettings = z.object({
  header: z.array(slipLine).max(4).default([]).describe("Lines above the centre's name, such as its authority"),
  footer: z.array(slipLine).max(4).default([]).describe('Lines at the very end, such as a telephone number'),
  large: z.boolean().default(false).describe('Large print: fewer words, all of them bigger'),
  languages: z
    .enum(['citizen', 'both'])
    .default('citizen')
    .describe('In the language that the citizen chose, or in both'),
  show: z
    .object({
      ahead: z.boolean().default(true),
      wait: z.boolean().default(true),
      code: z.boolean().default(true),
      time: z.boolean().default(true),
      thanks: z.boolean().default(false),
    })
    .prefault({})
    .describe('Parts that can be left out'),
});

/** Shape of a printer's address; whether it leads to one is known when something is printed. No `file:`: a page must not write files. */
export const printerAddress = z
  .string()
  .trim()
  .max(300)
  .regex(/^(tcp|device|serial|cups|windows):./);

const officeDay = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const officeWeek = {
  sunday: [],
  monday: officeDay,
  tuesday: officeDay,
  wednesday: officeDay,
  thursday: officeDay,
  friday: officeDay,
  saturday: [],
};

/** All settings of a centre: each with its default, its meaning and its check. Kept as JSON that a technician can mend. */
export const settingsSchema = z
  .object({
    centre: z
      .object({
        name: text('Name of the centre'),
        timeZone: z.string().refine(isTimeZone, 'not a known time zone').default('Asia/Ho_Chi_Minh'),
        dayChange: clock
          .refine((value) => value < '24:00', 'the day cannot change at 24:00')
          .default('00:00')
          .describe('When the working day changes'),
        address: z
          .union([z.literal(''), z.url({ protocol: /^https?$/ }).max(100)])
          .default('')
          .describe('Address of this server as phones in the hall reach it, for the QR code on slips; empty for none'),
      })
      .prefault({ name: { vi: 'Trung tâm Phục vụ hành chính công', en: 'Public Administrative Service Centre' } }),
    services: z
      .array(serviceSettings)
      .min(1)
      .max(50)
      .prefault([
        { id: 'chung-thuc', prefix: 'A', name: { vi: 'Chứng thực', en: 'Certification' }, usualMinutes: 6 },
        { id: 'ho-tich', prefix: 'C', name: { vi: 'Hộ tịch – Tư pháp', en: 'Civil status' }, usualMinutes: 12 },
        {
          id: 'dat-dai',
          prefix: 'E',
          name: { vi: 'Đất đai – Xây dựng', en: 'Land and construction' },
          usualMinutes: 15,
        },
        {
          id: 'bao-tro-xa-hoi',
          prefix: 'G',
          name: { vi: 'Bảo trợ xã hội – Người có công', en: 'Social protection' },
          usualMinutes: 12,
        },
        { id: 'ho-kinh-doanh', prefix: 'H', name: { vi: 'Hộ kinh doanh', en: 'Household business' }, usualMinutes: 12 },
        { id: 'tra-ket-qua', prefix: 'K', name: { vi: 'Nhận kết quả', en: 'Collect results' }, usualMinutes: 3 },
      ]),
    counters: z
      .array(counterSettings)
      .min(1)
      .max(99)
      .prefault([
        { id: '1', name: { vi: 'Quầy 1', en: 'Counter 1' }, services: ['chung-thuc', 'ho-tich'] },
        { id: '2', name: { vi: 'Quầy 2', en: 'Counter 2' }, services: ['ho-tich', 'chung-thuc'] },
        { id: '3', name: { vi: 'Quầy 3', en: 'Counter 3' }, services: ['dat-dai', 'ho-kinh-doanh'] },
        { id: '4', name: { vi: 'Quầy 4', en: 'Counter 4' }, services: ['tra-ket-qua', 'bao-tro-xa-hoi', 'chung-thuc'] },
      ]),
    takingHours: week.prefault(officeWeek).describe('When numbers can be taken'),
    servingHours: week.prefault(officeWeek).describe('When counters serve'),
    priorities: z
      .array(z.object({ id: identifier, name: text('Who is meant') }))
      .max(12)
      .prefault([
        { id: 'elderly', name: { vi: 'Người từ 75 tuổi trở lên', en: 'Aged 75 and over' } },
        { id: 'disabled', name: { vi: 'Người khuyết tật', en: 'Person with a disability' } },
        { id: 'pregnant', name: { vi: 'Phụ nữ mang thai', en: 'Pregnant woman' } },
        { id: 'merit', name: { vi: 'Người có công với cách mạng', en: 'Person with merit' } },
        { id: 'infant', name: { vi: 'Người bế trẻ nhỏ', en: 'Carrying a baby' } },
      ]),
    priorityOrder: z
      .discriminatedUnion('mode', [
        z.object({ mode: z.literal('first') }),
        z.object({ mode: z.literal('interleaved'), every: z.number().int().min(2).max(20) }),
      ])
      .prefault({ mode: 'first' })
      .describe('Priority citizens always first, or one in every N calls'),
    absentGraceMinutes: z
      .number()
      .int()
      .min(0)
      .max(480)
      .default(30)
      .describe('How long an absent citizen may return to the old place'),
    rating: z
      .object({
        style: z.enum(['faces', 'stars']).default('faces'),
        levels: z.union([z.literal(3), z.literal(4), z.literal(5)]).default(4),
        lowUpTo: z.number().int().min(0).max(4).default(2).describe('Marks up to this one are asked for reasons'),
        reasons: z
          .array(z.object({ id: identifier, name: text('Reason') }))
          .max(12)
          .prefault([
            { id: 'attitude', name: { vi: 'Thái độ phục vụ', en: 'Attitude' } },
            { id: 'waiting', name: { vi: 'Thời gian chờ', en: 'Waiting time' } },
            { id: 'guidance', name: { vi: 'Hướng dẫn chưa rõ', en: 'Unclear guidance' } },
            { id: 'repeated-visits', name: { vi: 'Phải đi lại nhiều lần', en: 'Had to come several times' } },
            { id: 'facilities', name: { vi: 'Cơ sở vật chất', en: 'Facilities' } },
          ]),
      })
      .prefault({}),
    kiosk: z
      .object({
        diagonalInches: z
          .number()
          .min(7)
          .max(65)
          .default(21.5)
          .describe("The kiosk screen's diagonal in inches: gives buttons their size in mm"),
        idleSeconds: z
          .number()
          .int()
          .min(10)
          .max(600)
          .default(45)
          .describe('Without a touch for so long, the kiosk asks whether anyone is there'),
        warningSeconds: z
          .number()
          .int()
          .min(20)
          .max(120)
          .default(20)
          .describe('How long that question stands (WCAG 2.2.1: at least 20 s)'),
      })
      .prefault({}),
    printer: z
      .object({
        address: z
          .union([z.literal(''), printerAddress])
          .default('')
          .describe(
            "Address of the kiosk's printer, such as tcp://192.168.1.50?profile=epson-80; empty: slips are kept as pictures",
          ),
      })
      .prefault({}),
    slip: slipSettings.prefault({}),
    display: z
      .object({
        speakWithinSeconds: z.number().int().min(5).max(600).default(60),
        speechRegion: z.enum(['north', 'south']).default('south'),
      })
      .prefault({}),
  })
  .superRefine((settings, context) => {
    refuseTwice(settings.services, 'id', ['services'], context);
    refuseTwice(settings.services, 'prefix', ['services'], context);
    refuseTwice(settings.counters, 'id', ['counters'], context);
    refuseTwice(settings.priorities, 'id', ['priorities'], context);
    refuseTwice(settings.rating.reasons, 'id', ['rating', 'reasons'], context);
    const known = new Set(settings.services.map((s) => s.id));
    settings.counters.forEach((counter, i) => {
      counter.services.forEach((id, j) => {
        if (!known.has(id))
          context.addIssue({ code: 'custom', path: ['counters', i, 'services', j], message: `no service ${id}` });
      });
    });
    if (settings.rating.lowUpTo >= settings.rating.levels) {
      context.addIssue({ code: 'custom', path: ['rating', 'lowUpTo'], message: 'must be below the number of levels' });
    }
  });

export type Settings = z.output<typeof settingsSchema>;

function refuseTwice<F extends string>(
  list: readonly Readonly<Record<F, string>>[],
  field: F,
  path: string[],
  context: z.RefinementCtx,
): void {
  const seen = new Set<string>();
  list.forEach((item, index) => {
    if (seen.has(item[field])) {
      context.addIssue({ code: 'custom', path: [...path, index, field], message: `${item[field]} is used twice` });
    }
    seen.add(item[field]);
  });
}

function isTimeZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false; // Intl's only way to say that it does not know the zone
  }
}
