/** The gallery's state and actions: every state of a block, in several languages, each rendered by a separate worker. */
import { computed, effect, signal } from '@preact/signals';
import type { LiveEvent } from '../../contract/live-events.ts';
import type { StateChange, UrlState } from '../../contract/url-state.ts';
import { DEFAULT_CUSTOMER } from '../../scene/buyer-and-shop.ts';
import { followTheme } from '../model/follow-theme.ts';
import { narrowImages } from '../model/hello.ts';
import { takeKeyFromUrl } from '../model/run-key.ts';
import { createSandboxState } from '../model/sandbox-state.ts';
import { type Cell, createCell } from './cell.ts';
import { openConnection } from './connection.ts';
import { statesOf } from './gallery-states.ts';
import {
  controlsOf,
  type GalleryChoice,
  galleryUrl,
  parseGalleryQuery,
  sharedControls,
} from './gallery-url.ts';
import { createOffstage } from './offstage.ts';
import { type GalleryRow, mergeRows, progressOf } from './rows.ts';
import { createRunQueue } from './run-queue.ts';

/**
 * The number of workers that run at once. More than most cores, because a worker waits for responses most of its time. Each uses
 * one of the six connections that a browser opens to an origin, and two are left for everything else.
 */
const MAX_WORKERS = 4;

/** The number of languages that a gallery shows unless its URL names them. */
const SHOWN_LANGUAGES = 2;

export function createGalleryModel() {
  takeKeyFromUrl();
  const query = parseGalleryQuery(location.search);
  const connections = Array.from({ length: MAX_WORKERS }, (_, index) =>
    openConnection(index === 0 ? onSharedEvent : undefined),
  );
  const first = connections[0]!;
  /** The controls that all cells share, and the extension that they choose. */
  const state = createSandboxState(query.shared, first.api);
  state.url.value = sharedControls(state.url.value);
  const choice = signal<GalleryChoice>({ languages: query.languages, states: query.states });
  const queue = createRunQueue(connections);
  const offstage = createOffstage();

  const allLanguages = computed(() => {
    const { defaultLanguage, translations = {} } = state.manifest.value?.locales ?? {};
    const others = Object.keys(translations).filter((language) => language !== defaultLanguage);
    return defaultLanguage ? [defaultLanguage, ...others] : others;
  });
  const languages = computed<readonly (string | undefined)[]>(() => {
    const named = choice.value.languages;
    const shown = named.length > 0 ? named : allLanguages.value.slice(0, SHOWN_LANGUAGES);
    return shown.length > 0 ? shown : [undefined];
  });

  /** Identifies what the cells are rendered from. Empty while that is unknown or nothing can run. */
  const source = computed(() => {
    const { id, revision, scene } = state.extension.value ?? {};
    const { status, starts } = state.server.value;
    const isConnected = connections.every(({ hello }) => hello.value);
    return id && status === 'up' && isConnected ? JSON.stringify([id, revision, scene, starts]) : '';
  });
  /** The cells of the current source, by their controls. */
  const cells = computed(() => {
    void source.value;
    offstage.clear();
    return new Map<string, Cell>();
  });
  const cellOf = (url: UrlState, isPending: boolean): Cell => {
    const key = JSON.stringify(url);
    const cell = cells.value.get(key) ?? createCell({ url, isPending, offstage });
    cells.value.set(key, cell);
    return cell;
  };
  /** All states of the block, those of them that are shown, and the ids in the link that no state has. */
  const states = computed(() => {
    const target = state.target.value;
    const all = target ? statesOf(target, state.url.value.customer ?? DEFAULT_CUSTOMER) : [];
    const named = choice.value.states;
    return {
      all,
      shown: named.length > 0 ? all.filter(({ id }) => named.includes(id)) : all,
      unknown: named.filter((name) => all.every(({ id }) => id !== name)),
    };
  });
  const rows = computed<GalleryRow[]>(() => {
    if (!source.value) return [];
    const { theme: _, ...shared } = state.url.value;
    return states.value.shown.map((row) => ({
      ...row,
      cells: languages.value.map((language) => ({
        language,
        cell: cellOf(controlsOf(shared, row.changes, language), row.isPending ?? false),
      })),
    }));
  });

  function onSharedEvent(event: LiveEvent): void {
    if (event.name === 'server') state.server.value = event.data;
    if (event.name === 'extensions') state.extensions.value = event.data;
  }

  followTheme(state.url);
  effect(() => {
    state.connection.value = first.status.value;
    state.hello.value = first.hello.value;
  });
  effect(() => {
    const all = rows.value.flatMap((row) => row.cells.map(({ cell }) => cell));
    const facts = { extensions: state.extensions.peek(), server: state.server.peek() };
    queue.restart(
      all.filter(({ status }) => status.peek() !== 'done'),
      facts,
    );
  });
  let areImagesNarrowed = false;
  effect(() => {
    const hellos = connections.flatMap(({ hello }) => hello.value ?? []);
    if (areImagesNarrowed || hellos.length < connections.length) return;
    areImagesNarrowed = true;
    narrowImages(hellos);
  });
  const progress = computed(() => progressOf(rows.value));
  effect(() => {
    // Some elements load their drawing later, so cells that look the same may have differed at first.
    if (progress.value.done < progress.value.all) return;
    for (const { cells } of rows.peek()) for (const { cell } of cells) cell.lookAgain();
  });

  return {
    ...state,
    allLanguages,
    languages,
    states,
    rows,
    shownRows: computed(() => mergeRows(rows.value)),
    progress,
    change(changes: StateChange & Partial<GalleryChoice>): void {
      const { languages = choice.peek().languages, states = choice.peek().states, ...controls } = changes;
      choice.value = 'target' in changes ? { languages: [], states } : { languages, states };
      state.url.value = { ...state.url.peek(), ...controls } as UrlState;
      history.replaceState(null, '', galleryUrl(state.url.peek(), choice.peek()));
    },
  };
}

export type GalleryModel = ReturnType<typeof createGalleryModel>;
