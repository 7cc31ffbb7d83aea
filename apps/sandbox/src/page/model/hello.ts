import { imageDirective } from '../../contract/image-sources.ts';
import type { Hello } from '../../contract/live-events.ts';

/** Whether tokens and the API address of `one` are still valid. */
export const isSameRun = (one: Hello, other: Hello): boolean =>
  one.runId === other.runId && one.apiOrigin === other.apiOrigin;

/** Limits the page's images to its own proxies. A policy can only be narrowed, and applies to later requests. */
export function narrowImages(hellos: readonly Hello[]): void {
  const ports = hellos.map(({ apiOrigin }) => new URL(apiOrigin).port);
  const content = imageDirective(hellos[0]!.policy, ports);
  const meta = { httpEquiv: 'content-security-policy', content };
  document.head.append(Object.assign(document.createElement('meta'), meta));
}
