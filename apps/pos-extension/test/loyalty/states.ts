import { clickOn, settle } from '@session-token/extension-testing';
import { errorResponse, json, networkFailure } from '@session-token/extension-testing/fake-server';
import { MEMBER } from '@session-token/extension-ui/testing';
import type { ModalState } from '../render-modal.ts';
import { type } from './form.ts';
import { ADJUST_ROUTE, CUSTOMER_ROUTE } from './routes.ts';

/** Clicks the buttons in order. Fills the form before a button of the form. */
const press =
  (...keys: string[]) =>
  (points?: string): Required<Pick<ModalState, 'use'>> => ({
    async use({ translate }) {
      for (const key of keys.map((name) => `loyalty.${name}`)) {
        if (points && key.startsWith('loyalty.form')) {
          type(translate('loyalty.form.points'), points);
          type(translate('loyalty.form.reason'), 'Gift');
        }
        await clickOn(translate(key));
        await settle();
      }
    },
  });

const find = press('finder.button');
const add = press('finder.button', 'form.add');
const take = press('finder.button', 'form.take');
const addAndConfirm = press('finder.button', 'form.add', 'proposal.confirm');

const customer = (body: object) => ({ routes: { [CUSTOMER_ROUTE]: () => json(200, body) } });
const adjusted = (points: number) => ({
  routes: {
    [ADJUST_ROUTE]: () => json(201, { customerId: '7', entry: { ...MEMBER.entries[0], points } }),
  },
});

/** The states of the loyalty part. */
export const LOYALTY_STATES: readonly ModalState[] = [
  { options: { cartCustomerId: 0 }, ...find() },
  { ...customer({ ...MEMBER, balance: 1 }), ...find() },
  { ...customer({ ...MEMBER, entries: [{ ...MEMBER.entries[1], kind: 'unknown' }] }), ...find() },
  { routes: { [CUSTOMER_ROUTE]: () => errorResponse('customer_not_enrolled') }, ...find() },
  add(),
  add('1'),
  take('1'),
  add('2'),
  take('2'),
  { routes: { [ADJUST_ROUTE]: networkFailure }, ...addAndConfirm('2') },
  ...['insufficient_points', 'daily_credit_limit_reached'].map((code) => ({
    routes: { [ADJUST_ROUTE]: () => errorResponse(code) },
    ...addAndConfirm('2'),
  })),
  ...[1, -1, 2, -2].map((points) => ({ ...adjusted(points), ...addAndConfirm('2') })),
];
