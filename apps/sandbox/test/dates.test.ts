import { describe, expect, test } from 'vitest';
import { addMonths, daysOf, isDate, isSelectable, select } from '../src/page/elements/dates.ts';

describe('dates', () => {
  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-2-1', false],
  ])('%s is a date: %s', (value, expected) => {
    expect(isDate(value)).toBe(expected);
  });

  test('months have their days, also across a year', () => {
    expect(daysOf('2028-02')).toHaveLength(29);
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
  });

  test.each([
    [{ allow: '2026-02--2026-04' }, '2026-04-30', true],
    [{ allow: '2026-02--2026-04' }, '2026-05-01', false],
    [{ allow: '2026-05-09, 2026-05-11' }, '2026-05-10', false],
    [{ disallow: '--2026-02' }, '2026-02-28', false],
    [{ disallow: '--2026-02' }, '2026-03-01', true],
    // Sunday and Monday.
    [{ allowDays: 'saturday, sunday' }, '2026-03-01', true],
    [{ allowDays: 'saturday, sunday' }, '2026-03-02', false],
    [{ disallowDays: 'sunday' }, '2026-03-01', false],
  ])('%o lets the buyer choose %s: %s', (properties, date, expected) => {
    expect(isSelectable(properties, date)).toBe(expected);
  });

  test('selects a date, several dates and a range', () => {
    expect(select('2026-03-01', 'single', '2026-03-05')).toBe('2026-03-05');
    expect(select('2026-03-05', 'multiple', '2026-03-01')).toBe('2026-03-01,2026-03-05');
    expect(select('2026-03-01,2026-03-05', 'multiple', '2026-03-01')).toBe('2026-03-05');
    const start = select('2026-03-01--2026-03-03', 'range', '2026-03-05');
    expect(select(start, 'range', '2026-03-02')).toBe('2026-03-02--2026-03-05');
  });
});
