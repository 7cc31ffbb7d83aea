import { ENDPOINTS } from '../../contract/endpoints.ts';
import { DEFAULT_STATE, formatUrlState, type StateChange, type UrlState } from '../../contract/url-state.ts';

/** The parameter with the languages that the gallery shows next to each other: `en,fr`. */
const LANGUAGES = 'languages';
const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The parameter with the ids of the states that the gallery shows: `guest,expired`. */
const STATES = 'states';

/** Controls in which the states of a block differ, so they are not shared by all. */
const OF_A_STATE: readonly (keyof UrlState)[] = [
  'language',
  'staff',
  'fault',
  'skewSeconds',
  'networkAccess',
  'server',
  'delayMs',
  'connected',
  'editor',
  'published',
];

/** What a gallery shows of a block. */
export interface GalleryChoice {
  /** Empty: the extension's first ones. */
  languages: readonly string[];
  /** Ids of states, which may not exist. Empty: all. */
  states: readonly string[];
}

/** The query of a gallery, split into what it shows and the controls that all its states share. */
export interface GalleryQuery extends GalleryChoice {
  /** Query of the shared controls. */
  shared: string;
}

/** Reads the query of the gallery's URL. */
export function parseGalleryQuery(query: string): GalleryQuery {
  const parameters = new URLSearchParams(query);
  const take = (name: string): string[] => {
    const values = parameters.get(name)?.split(',') ?? [];
    parameters.delete(name);
    return [...new Set(values.filter(Boolean))];
  };
  const languages = take(LANGUAGES).filter((language) => LANGUAGE_TAG.test(language));
  const states = take(STATES);
  return { languages, states, shared: parameters.toString() };
}

/** The controls that all states of a gallery share. `customer` is that of the states with a customer. */
export function sharedControls(state: UrlState): UrlState {
  const shared = Object.entries(state).filter(([name]) => !OF_A_STATE.includes(name as keyof UrlState));
  return { ...DEFAULT_STATE, ...Object.fromEntries(shared) };
}

/** Path and query of the gallery for the block of a page with these controls. */
export function galleryUrl(state: UrlState, { languages, states }: Partial<GalleryChoice> = {}): string {
  const query = new URLSearchParams(formatUrlState(sharedControls(state)));
  const shown = languages?.length || !state.language ? languages : [state.language];
  if (shown?.length) query.set(LANGUAGES, shown.join(','));
  if (states?.length) query.set(STATES, states.join(','));
  // A comma needs no escape in a query.
  const text = query.toString().replaceAll('%2C', ',');
  return ENDPOINTS.gallery + (text && `?${text}`);
}

/** The controls of the page that shows one state of the block. */
export function controlsOf(shared: UrlState, changes: StateChange, language: string | undefined): UrlState {
  const { customer: _, ...others } = shared;
  return { ...others, ...(language && { language }), ...changes } as UrlState;
}
