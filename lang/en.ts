import { admin } from './en/admin.ts';
import { board } from './en/board.ts';
import { common } from './en/common.ts';
import { counter } from './en/counter.ts';
import { errors } from './en/errors.ts';
import { home } from './en/home.ts';
import { kiosk } from './en/kiosk.ts';
import { rating } from './en/rating.ts';
import { slip } from './en/slip.ts';
import { staff } from './en/staff.ts';
import { supervisor } from './en/supervisor.ts';
import { ticket } from './en/ticket.ts';
import type { Words } from './words.ts';

/** English, complete beside Vietnamese. */
export const en: Words = {
  common,
  home,
  kiosk,
  rating,
  board,
  ticket,
  slip,
  staff,
  counter,
  supervisor,
  admin,
  errors,
};
