import { Resvg } from '@resvg/resvg-js';
import {
  appointmentSlip,
  checklistSlip,
  daySlip,
  type NumberSlip,
  numberSlip,
  type Slip,
  type SlipLayout,
  testPage,
  thanksSlip,
  usualLayout,
} from '../../core/slip.ts';
import { type Language, wordsOf } from '../../lang/index.ts';

const names = {
  vi: {
    centre: 'Trung tâm Phục vụ hành chính công xã Thiện Mỹ',
    service: 'Hộ tịch – Tư pháp',
    priority: 'Người khuyết tật',
    papers: ['Căn cước công dân (bản chính)', 'Giấy chứng sinh của cơ sở y tế', 'Giấy chứng nhận kết hôn, nếu có'],
    counter: 'Quầy 3',
    procedure: 'Đăng ký khai sinh',
    weekday: 'Thứ Ba',
    marks: ['Rất hài lòng', 'Hài lòng', 'Bình thường', 'Không hài lòng'],
    services: ['Chứng thực', 'Hộ tịch – Tư pháp', 'Lao động – Thương binh và Xã hội'],
    fee: 'không thu',
    duration: 'trong ngày làm việc',
  },
  en: {
    centre: 'Public Administrative Service Centre of Thien My commune',
    service: 'Civil status',
    priority: 'Person with a disability',
    papers: ['Citizen identity card (original)', 'Birth notice of the hospital', 'Marriage certificate, if any'],
    counter: 'Counter 3',
    procedure: 'Registration of a birth',
    weekday: 'Tuesday',
    marks: ['Very satisfied', 'Satisfied', 'Neutral', 'Not satisfied'],
    services: ['Certification', 'Civil status', 'Labour, war invalids and social affairs'],
    fee: 'none',
    duration: 'the same working day',
  },
} satisfies Record<Language, unknown>;

export const followUrl = 'http://192.168.1.10:8080/ticket/V1StGXR8Z5jdHi6BmyTQ';
const when = { date: '24/11/2026', time: '08:15' };

/** The facts of a usual number slip. */
export const numberFacts = (language: Language): NumberSlip => ({
  ticket: 'one',
  copy: 1,
  centre: names[language].centre,
  number: 'A012',
  service: names[language].service,
  priority: null,
  ahead: 3,
  wait: { low: 600, high: 1200 },
  ...when,
  followUrl,
  demonstration: false,
});

/** The slip that most citizens take. */
export const usualSlip = (language: Language): Slip => numberSlip(numberFacts(language), wordsOf(language).slip);

/** A shaded emblem, as centres have them. */
const emblem =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><defs><radialGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#a00"/></radialGradient></defs><circle cx="150" cy="50" r="48" fill="url(#g)"/></svg>';
/** As a centre sets it. */
export const logo = `data:image/png;base64,${new Resvg(emblem).render().asPng().toString('base64')}`;

/** Every kind of slip that may come out, as full as it may be. */
export function everySlip(language: Language): Record<string, Slip> {
  const own = names[language];
  const other = names[language === 'vi' ? 'en' : 'vi'];
  const words = wordsOf(language).slip;
  const facts = numberFacts(language);
  const common = { id: 'one', copy: 1, centre: own.centre, ...when, demonstration: false };
  const large: SlipLayout = { ...usualLayout, large: true };
  const second = {
    words: wordsOf(language === 'vi' ? 'en' : 'vi').slip,
    centre: other.centre,
    service: other.service,
    priority: other.priority,
  };
  return {
    number: numberSlip(facts, words),
    full: numberSlip({ ...facts, copy: 2, priority: own.priority, bring: own.papers, demonstration: true }, words, {
      layout: {
        ...usualLayout,
        logo,
        header: ['ỦY BAN NHÂN DÂN XÃ THIỆN MỸ'],
        footer: ['Điện thoại: 0294 3822 222'],
        show: { ...usualLayout.show, thanks: true },
      },
    }),
    large: numberSlip(facts, words, { layout: large }),
    bilingual: numberSlip({ ...facts, priority: own.priority }, words, { second }),
    checklist: checklistSlip(
      {
        ...common,
        procedure: own.procedure,
        code: '1.001193',
        papers: own.papers,
        fee: own.fee,
        duration: own.duration,
        place: own.counter,
        url: followUrl,
      },
      words,
    ),
    appointment: appointmentSlip(
      {
        ...common,
        code: '482 915',
        service: own.service,
        weekday: own.weekday,
        from: '08:30',
        to: '09:00',
        bring: own.papers,
        url: followUrl,
      },
      words,
    ),
    thanks: thanksSlip({ ...common, number: 'A012', counter: own.counter, ratingUrl: followUrl }, words),
    day: daySlip(
      {
        ...common,
        day: when.date,
        taken: 128,
        served: 117,
        noShow: 6,
        cancelled: 2,
        leftOvernight: 3,
        meanWait: 840,
        longestWait: 3120,
        meanService: 410,
        ratings: 74,
        marks: own.marks.map((name, i) => ({ name, count: [51, 18, 4, 1][i] ?? 0 })),
        services: own.services.map((name, i) => ({
          name,
          served: [63, 41, 13][i] ?? 0,
          wait: [600, 1020, null][i] ?? null,
        })),
      },
      words,
    ),
    test: testPage(
      { id: 'test-1', printer: 'Kiosk 1', profile: 'clone-80', rollMm: 80, headMm: 72, address: followUrl, ...when },
      words,
    ),
  };
}
