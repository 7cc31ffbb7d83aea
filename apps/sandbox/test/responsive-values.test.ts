import { describe, expect, test } from 'vitest';
import { parseResponsive, responsiveRules } from '../src/page/elements/responsive.ts';

const rules = (text: string) => {
  const parsed = parseResponsive(text);
  return (
    parsed &&
    responsiveRules(':host', parsed, (value) => (/^[\w\s.,()]+$/.test(value) ? `gap:${value}` : undefined))
  );
};

describe('responsive values', () => {
  test('a plain value has no condition', () => {
    expect(rules('base')).toBe(':host{gap:base}');
  });

  test('a query chooses between two values', () => {
    expect(rules('@container (inline-size > 500px) large, small')).toBe(
      ':host{gap:small}@container s-default (inline-size > 500px){:host{gap:large}}',
    );
  });

  test('a query names its container, and combines conditions', () => {
    expect(rules('@container card (inline-size > 300px) and (inline-size < 500px) a, b')).toBe(
      ':host{gap:b}@container card (inline-size > 300px) and (inline-size < 500px){:host{gap:a}}',
    );
  });

  test('the second value may have a condition', () => {
    expect(rules('@container (inline-size > 900px) a, (inline-size > 500px) b, c')).toBe(
      ':host{gap:c}@container s-default (inline-size > 500px){:host{gap:b}}@container s-default (inline-size > 900px){:host{gap:a}}',
    );
  });

  test.each(['minmax(140px, 1fr) auto', "'minmax(140px, 1fr) auto'"])('keeps the commas of %s', (columns) => {
    expect(rules(`@container (inline-size <= 700px) 1fr, ${columns}`)).toContain(
      ':host{gap:minmax(140px, 1fr) auto}',
    );
  });

  test.each([
    '@container (inline-size > 500px) large',
    '@container (inline-size > 500px) large, small, none',
    '@container (inline-size > 1px){} :host{background:url(//example.com)} a, b',
    '@container x{} (inline-size > 1px) a, b',
  ])('rejects %s', (text) => {
    expect(rules(text) ?? '').not.toMatch(/gap:(large|a)|example|\{\{/);
  });
});
