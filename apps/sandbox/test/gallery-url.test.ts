import { expect, test } from 'vitest';
import { DEFAULT_STATE, formatUrlState, parseUrlState, type UrlState } from '../src/contract/url-state.ts';
import { statesOf } from '../src/page/gallery/gallery-states.ts';
import {
  controlsOf,
  galleryUrl,
  parseGalleryQuery,
  sharedControls,
} from '../src/page/gallery/gallery-url.ts';

const block: UrlState = {
  ...DEFAULT_STATE,
  target: 'purchase.checkout.block.render',
  customer: '7',
  quantity: 5,
  settings: { title: 'Hi' },
};

test('a link to the gallery keeps the block and its data, and leaves out what tells states apart', () => {
  const failing: UrlState = {
    ...block,
    fault: 'audience',
    server: 'down',
    delayMs: 10,
    networkAccess: false,
  };
  expect(galleryUrl(failing)).toBe(
    '/gallery?target=purchase.checkout.block.render&customer=7&quantity=5&setting.title=Hi',
  );
});

test("the page's language is the gallery's only one", () => {
  expect(galleryUrl({ ...DEFAULT_STATE, language: 'fr' })).toBe('/gallery?languages=fr');
});

test('a gallery link round-trips its languages, states and controls', () => {
  const choice = { languages: ['en', 'pt-BR'], states: ['guest', 'no-cors'] };
  const [, query = ''] = galleryUrl(block, choice).split('?');
  const { shared, ...parsed } = parseGalleryQuery(query);
  expect(parsed).toEqual(choice);
  expect(parseUrlState(shared)).toEqual({ state: block, ignored: [] });
});

test.each(['languages=', 'languages=%3Cb%3E', 'languages=e'])(
  'ignores the invalid languages of %s',
  (query) => {
    expect(parseGalleryQuery(query).languages).toEqual([]);
  },
);

test('names each language and state once', () => {
  expect(parseGalleryQuery('languages=en,fr,en&states=guest,slow,guest')).toMatchObject({
    languages: ['en', 'fr'],
    states: ['guest', 'slow'],
  });
});

test('keeps unknown states, which the page names, and no empty ones', () => {
  expect(parseGalleryQuery('states=guest,,No-Such').states).toEqual(['guest', 'No-Such']);
  expect(parseGalleryQuery('states=').states).toEqual([]);
});

test.each([
  'purchase.checkout.block.render',
  'customer-account.profile.block.render',
  'pos.home.modal.render',
])('every state of %s has its own link, which opens the page in this state', (target) => {
  const shared = sharedControls({ ...block, target });
  const links = statesOf(target, '7').map(({ changes }) => formatUrlState(controlsOf(shared, changes, 'fr')));
  expect(new Set(links).size).toBe(links.length);
  for (const link of links) {
    expect(link).toContain('language=fr');
    expect(formatUrlState(parseUrlState(link).state)).toBe(link);
  }
});
