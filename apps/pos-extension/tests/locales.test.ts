import {
  clickOn,
  createTexts,
  describeLocales,
  json,
  MEMBER,
  networkFailure,
  noAnswer,
  readLocales,
  refusal,
  settle,
} from '@session-token/extension-testing';
import { REQUEST_ERROR_CODES, SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { vi } from 'vitest';
import {
  ADJUST_ROUTE,
  CUSTOMER_ROUTE,
  type DeskOptions,
  directory,
  drawDesk,
  SESSION_ROUTE,
  serverOf,
  type,
} from './drawn-desk.ts';
import { drawTile } from './drawn-tile.ts';

/** A state of the modal: how it is drawn, and the keys of the texts on the buttons that lead to it. */
interface DeskState {
  options?: DeskOptions;
  routes?: Parameters<typeof serverOf>[0];
  points?: string;
  press?: readonly string[];
}

const adjusted = (points: number) => ({
  [ADJUST_ROUTE]: () => json(201, { customerId: '7', entry: { ...MEMBER.entries[0], points } }),
});
const find = ['finder.button'];
const add = [...find, 'form.add'];
const take = [...find, 'form.take'];

const EVERY_STATE: readonly DeskState[] = [
  ...[...SESSION_TOKEN_ERROR_CODES, ...REQUEST_ERROR_CODES, 'unknown'].map((code) => ({
    routes: { [SESSION_ROUTE]: () => refusal(code, { retryable: true }) },
  })),
  { routes: { [SESSION_ROUTE]: networkFailure } },
  { routes: { [SESSION_ROUTE]: noAnswer } },
  { routes: { [SESSION_ROUTE]: () => Promise.reject(new Error('not allowed')) } },
  { routes: { [SESSION_ROUTE]: () => new Response('') } },
  { options: { staffMemberId: undefined } },
  { options: { getToken: async () => undefined } },
  { options: { getToken: () => Promise.reject(new Error('no token')) } },
  { options: { appUrl: '' } },
  { options: { cartCustomerId: 0 }, press: find },
  { press: find, routes: { [CUSTOMER_ROUTE]: () => json(200, { ...MEMBER, balance: 1 }) } },
  {
    press: find,
    routes: {
      [CUSTOMER_ROUTE]: () => json(200, { ...MEMBER, entries: [{ ...MEMBER.entries[1], kind: 'unknown' }] }),
    },
  },
  { press: add },
  { points: '1', press: add },
  { points: '1', press: take },
  { points: '2', press: add },
  { points: '2', press: take },
  { points: '2', press: [...add, 'proposal.confirm'], routes: { [ADJUST_ROUTE]: networkFailure } },
  ...[1, -1, 2, -2].map((points) => ({
    points: '2',
    press: [...add, 'proposal.confirm'],
    routes: adjusted(points),
  })),
];

async function drawEveryState(language: string): Promise<Iterable<string>> {
  const texts = createTexts(readLocales(directory), language).i18n;
  const usedKeys = new Set<string>();
  vi.useFakeTimers();
  for (const { options, routes, points, press = [] } of EVERY_STATE) {
    using desk = await drawDesk({ cartCustomerId: 7, fetch: serverOf(routes).fetch, ...options, language });
    await settle();
    for (const key of press) {
      if (points && key.startsWith('form')) {
        type(texts.translate('form.points'), points);
        type(texts.translate('form.reason'), 'Gift');
      }
      await clickOn(texts.translate(key));
      await settle();
    }
    for (const key of desk.usedKeys) usedKeys.add(key);
  }
  for (const connection of ['Connected', 'Disconnected'] as const) {
    using tile = await drawTile(connection, language);
    for (const key of tile.usedKeys) usedKeys.add(key);
  }
  vi.useRealTimers();
  return usedKeys;
}

describeLocales({ directory, drawEveryState });
