import type { Surface } from '../../contract/surfaces.ts';
import { createAbortSignal } from './abort-signal.ts';
import type { CreateMembers } from './api-context.ts';
import { createEvents } from './events.ts';
import { createI18nMembers } from './i18n.ts';
import { createIntents } from './intents.ts';
import { createBuyerJourney } from './interceptors.ts';
import { createNavigation } from './navigation.ts';
import { createPrinting } from './printing.ts';
import { createPosStorage } from './storage.ts';
import { createStorefrontQuery } from './storefront-query.ts';
import { createToast } from './toast.ts';

/** The members that live in the worker, per surface. All others are in `src/apis`. */
export const CREATORS: Record<Surface, readonly CreateMembers[]> = {
  checkout: [createI18nMembers, createStorefrontQuery, createAbortSignal, createBuyerJourney],
  'customer-account': [
    createI18nMembers,
    createStorefrontQuery,
    createNavigation,
    createIntents,
    createToast,
  ],
  pos: [createI18nMembers, createEvents, createNavigation, createPosStorage, createPrinting],
};
