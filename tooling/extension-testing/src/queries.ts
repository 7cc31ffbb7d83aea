import { afterEach, beforeEach, vi } from 'vitest';

const attributesOf = (selector: string, attribute: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute));

/** Queries the page that the tester renders to. */
export function createQueries() {
  const banner = (heading: string) => document.querySelector(`s-banner[heading="${heading}"]`);
  return {
    headings: () => attributesOf('[heading]', 'heading'),
    /** Texts of the text elements, in order. */
    texts: () =>
      [...document.querySelectorAll('s-paragraph, s-text')].map((element) => element.textContent ?? ''),
    /** Tone of the banner with this heading. */
    tone: (heading: string) => banner(heading)?.getAttribute('tone'),
    /** Label of the spinner for screen readers. */
    spinner: () => document.querySelector('s-spinner')?.getAttribute('accessibilitylabel'),
    buttons: () => [...document.querySelectorAll('s-button')].map((button) => button.textContent),
    button: (label: string) => findButton(label),
  };
}

const findButton = (label: string) =>
  [...document.querySelectorAll('s-button')].find((button) => button.textContent === label);

/** Clicks the button with this label, and renders the outcome. */
export async function clickOn(label: string): Promise<void> {
  const button = findButton(label);
  if (!button) throw new Error(`no button "${label}"`);
  button.dispatchEvent(new Event('click'));
  await vi.advanceTimersByTimeAsync(0);
}

/** Runs calls and their retries to the end. Needs fake timers. */
export const settle = () => vi.advanceTimersByTimeAsync(10_000);

/** Installs fake timers in every test of the file, so that timeouts and retries take no time. */
export function fakeTimers(): void {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}
