import { describe, expect, it } from 'vitest';
import { visitOf } from '../../core/visit.ts';
import { centre, today, tomorrow } from '../support/centre.ts';
import {
  type Before,
  citizen,
  clock,
  closeDay,
  finish,
  given,
  givenFromNothing,
  kiosk,
  lan,
  next,
  open,
  openDay,
  rate,
  system,
  take,
} from '../support/given.ts';

const called: Before[] = [
  [open('1'), lan('07:30')],
  [take('a1', 'certify'), kiosk('08:00')],
  [next('1'), lan('08:10')],
];
const finished: Before[] = [...called, [finish('1'), lan('08:20')]];

describe('rating', () => {
  it('given a finished visit, when it is rated, then score, reasons and words are kept', () => {
    const answer = given(finished).when(rate('a1', 2, ['waiting', 'attitude'], 'Chờ hơi lâu'), citizen('08:21'));
    answer.then([
      {
        type: 'VisitRated',
        ticket: 'a1',
        score: 2,
        levels: 4,
        reasons: ['waiting', 'attitude'],
        comment: 'Chờ hơi lâu',
      },
    ]);
    expect(answer.ticket('a1').rating).toEqual({
      score: 2,
      reasons: ['waiting', 'attitude'],
      comment: 'Chờ hơi lâu',
      at: clock('08:21'),
    });
    expect(visitOf(today, answer.ticket('a1'))).toMatchObject({ score: 2, reasons: ['waiting', 'attitude'] });
  });

  it('given it was rated, when it is rated again, then it is refused', () => {
    given([...finished, [rate('a1', 4), citizen('08:21')]])
      .when(rate('a1', 1), citizen('08:22'))
      .then('already-rated');
  });

  it.each([0, 5, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'when the score is %d of four levels, then it is refused',
    (score) => {
      given(finished).when(rate('a1', score), citizen('08:21')).then('score-unknown');
    },
  );

  it.each([1, 4])('when the score is %d of four levels, then it counts', (score) => {
    given(finished)
      .when(rate('a1', score), citizen('08:21'))
      .then([{ type: 'VisitRated', score, levels: 4 }]);
  });

  it('given five stars are configured, when five are given, then they count', () => {
    const stars = centre({ rating: { ...centre().rating, style: 'stars', levels: 5 } });
    given(finished, stars)
      .when(rate('a1', 5), citizen('08:21'))
      .then([{ type: 'VisitRated', score: 5, levels: 5 }]);
  });

  it('when a reason is not known, then it is refused', () => {
    given(finished)
      .when(rate('a1', 1, ['waiting', 'weather']), citizen('08:21'))
      .then('reason-unknown');
  });

  it('given the visit is not over, when it is rated, then it is refused', () => {
    given(called).when(rate('a1', 4), citizen('08:11')).then('not-finished');
  });

  it('when the ticket is not known, then it is refused', () => {
    given(finished).when(rate('nobody', 4), citizen('08:21')).then('ticket-unknown');
  });

  it('given the day was closed, when a visit of it is rated, then it still counts', () => {
    given([...finished, [closeDay, system('18:00')]])
      .when(rate('a1', 4), citizen('19:00'))
      .then([{ type: 'VisitRated', ticket: 'a1', score: 4 }]);
  });

  it('given the next day was opened, when a visit of yesterday is rated, then it is not known any more', () => {
    given([...finished, [closeDay, system('18:00')], [openDay, system('06:00', tomorrow)]])
      .when(rate('a1', 4), citizen('07:00', tomorrow))
      .then('ticket-unknown');
  });

  it('given no day was ever opened, when rated, then it is refused', () => {
    givenFromNothing([]).when(rate('a1', 4), citizen('08:00')).then('day-closed');
  });

  it('given staff sent the rating, when it is stored, then nobody is named in it', () => {
    const { decision } = given(finished).when(rate('a1', 4), lan('08:21'));
    expect(decision).toMatchObject([{ by: 'citizen' }]);
    expect(JSON.stringify(decision)).not.toContain('lan');
  });
});
