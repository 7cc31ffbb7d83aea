import type { Page } from '@playwright/test';
import axe from 'axe-core';

export interface AxeOptions {
  /** Selectors of the only parts that are checked. Default: the whole page. */
  parts?: readonly string[] | undefined;
  /** Ids of the only rules that run. Default: all. */
  rules?: readonly string[];
}

/** Runs axe on the page, without its frames, and returns one line per violated rule. */
async function violationsIn(page: Page, { parts = [], rules }: AxeOptions = {}): Promise<string[]> {
  // Half a megabyte, so once per document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ parts, rules }) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
        { exclude: ['iframe'], ...(parts.length > 0 && { include: parts }) },
        // Details of passed rules would double the time.
        { iframes: false, resultTypes: ['violations'], ...(rules && { runOnly: rules }) },
      );
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ target, any }) => `${target} ${any[0]?.message ?? ''}`).join(' | ')}`,
      );
    },
    { parts: [...parts], rules: rules && [...rules] },
  );
}

/** Violations in light, and of contrast in dark, because only colors change. */
export async function violationsInBothSchemes(page: Page, parts?: readonly string[]): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violationsIn(page, { parts });
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violationsIn(page, { parts, rules: ['color-contrast'] });
  return [...light.map((line) => `light: ${line}`), ...dark.map((line) => `dark: ${line}`)];
}

/** The width in pixels that the page scrolls sideways. */
export const hiddenWidth = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
