const NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

/** Returns the English name of a language, or its tag if it has none. */
export function languageName(language: string): string {
  try {
    return NAMES.of(language) ?? language;
  } catch {
    return language;
  }
}
