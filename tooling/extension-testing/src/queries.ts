import { afterEach, beforeEach, vi } from 'vitest';

const attributesOf = (selector: string, attribute: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute));

/** What a person would find on the page that the tester draws on. */
export function createQueries() {
  const banner = (heading: string) => document.querySelector(`s-banner[heading="${heading}"]`);
  return {
    headings: () => attributesOf('[heading]', 'heading'),
    /** The texts of the elements that hold nothing but text, in their order. */
    texts: () =>
      [...document.querySelectorAll('s-paragraph, s-text')].map((element) => element.textContent ?? ''),
    /** Of the banner of that heading. */
    tone: (heading: string) => banner(heading)?.getAttribute('tone'),
    /** What the spinner says to a screen reader. */
    spinner: () => document.querySelector('s-spinner')?.getAttribute('accessibilitylabel'),
    buttons: () => [...document.querySelectorAll('s-button')].map((button) => button.textContent),
    button: (label: string) => findButton(label),
  };
}

const findButton = (label: string) =>
  [...document.querySelectorAll('s-button')].find((button) => button.textContent === label);

/** Presses the button of that label, and lets what it starts be drawn. */
export async function clickOn(label: string): Promise<void> {
  const button = findButton(label);
  if (!button) throw new Error(`there is no button "${label}"`);
  button.dispatchEvent(new Event('click'));
  await vi.advanceTimersByTimeAsync(0);
}

/** Lets the calls and their retries run to their end. Needs fake timers. */
export const settle = () => vi.advanceTimersByTimeAsync(10_000);

/** Fake timers in every test of the file, so that no time limit or retry takes time. */
export function fakeTimers(): void {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}
