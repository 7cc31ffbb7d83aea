import type { Feature } from '../feature.ts';
import { sessionTokenRoutes } from './routes.ts';

/** Returns the verified session. */
export const sessionToken: Feature = {
  routes: sessionTokenRoutes,
};
