import { admin } from './vi/admin.ts';
import { board } from './vi/board.ts';
import { common } from './vi/common.ts';
import { counter } from './vi/counter.ts';
import { errors } from './vi/errors.ts';
import { home } from './vi/home.ts';
import { kiosk } from './vi/kiosk.ts';
import { rating } from './vi/rating.ts';
import { slip } from './vi/slip.ts';
import { staff } from './vi/staff.ts';
import { supervisor } from './vi/supervisor.ts';
import { ticket } from './vi/ticket.ts';

/** Vietnamese: the source of all words. Every other language has the same keys with the same parameters. */
export const vi = { common, home, kiosk, rating, board, ticket, slip, staff, counter, supervisor, admin, errors };
