import { type Properties, text } from './values.ts';

/** Dates as text, `YYYY-MM-DD`: they compare and sort as text, and have no time zone. */
export type DateText = string;

const DAY_MS = 86_400_000;

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const toText = (date: Date): DateText => date.toISOString().slice(0, 10);

/** Whether it is a date of the calendar: not `2026-02-30`. */
export function isDate(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(date.getTime()) && toText(date) === value;
}

export const weekdayOf = (date: DateText): number => new Date(`${date}T00:00:00Z`).getUTCDay();

export const addDays = (date: DateText, days: number): DateText =>
  toText(new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS));

/** `2026-12` and 1 → `2027-01`. */
export function addMonths(month: string, months: number): string {
  const [year = 1970, index = 1] = month.split('-').map(Number);
  return toText(new Date(Date.UTC(year, index - 1 + months, 1))).slice(0, 7);
}

/** The days of a month. */
export function daysOf(month: string): DateText[] {
  const next = addMonths(month, 1);
  const days: DateText[] = [];
  for (let day = `${month}-01`; !day.startsWith(next); day = addDays(day, 1)) days.push(day);
  return days;
}

/** The buyer's date today. */
export function today(): DateText {
  const now = new Date();
  return toText(new Date(now.getTime() - now.getTimezoneOffset() * 60_000));
}

/** Whether `date` is in a list of dates, months, years and ranges: `2026-02--2026-04, 2027`. */
function isIn(list: string, date: DateText): boolean {
  return list.split(',').some((part) => {
    const [start = '', end = start] = part.split('--').map((side) => side.trim());
    return (start === '' || date >= start) && (end === '' || date.slice(0, end.length) <= end);
  });
}

/** Whether `allow`, `disallow`, `allowDays` and `disallowDays` let the buyer choose the date. */
export function isSelectable(properties: Properties, date: DateText): boolean {
  const [allow, disallow] = [text(properties, 'allow'), text(properties, 'disallow')];
  const days = (name: string) =>
    text(properties, name)
      ?.split(',')
      .map((day) => day.trim());
  const weekday = WEEKDAYS[weekdayOf(date)]!;
  return (
    (allow === undefined || isIn(allow, date)) &&
    !(disallow !== undefined && isIn(disallow, date)) &&
    (days('allowDays')?.includes(weekday) ?? true) &&
    !days('disallowDays')?.includes(weekday)
  );
}

/** What the buyer selected: dates, or the first and last date of a range. */
export function selectionOf(value: string, type: string): DateText[] {
  return value
    .split(type === 'range' ? '--' : ',')
    .map((date) => date.trim())
    .filter(isDate);
}

/** The value after the buyer chose a date. */
export function select(value: string, type: string, date: DateText): string {
  const selected = selectionOf(value, type);
  if (type === 'multiple') {
    const rest = selected.filter((other) => other !== date);
    return (rest.length < selected.length ? rest : [...selected, date].sort()).join(',');
  }
  if (type !== 'range') return date;
  const [start] = selected;
  if (selected.length !== 1 || start === undefined) return `${date}--`;
  return date < start ? `${date}--${start}` : `${start}--${date}`;
}
