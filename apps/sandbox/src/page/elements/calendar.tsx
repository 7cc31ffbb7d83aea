import { useRef } from 'preact/hooks';
import {
  addDays,
  addMonths,
  type DateText,
  daysOf,
  isSelectable,
  selectionOf,
  today,
  weekdayOf,
} from './dates.ts';
import type { ElementHandle } from './host-element.ts';
import { Icon } from './icon.tsx';
import { classes, flag, type Properties, text } from './values.ts';

interface CalendarProps {
  properties: Properties;
  element: ElementHandle;
  value: string;
  onSelect: (date: DateText) => void;
}

const format = (date: DateText, options: Intl.DateTimeFormatOptions): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(document.documentElement.lang || 'en', {
    timeZone: 'UTC',
    ...options,
  });

/** 2023-01-01 was a Sunday. */
const WEEK = Array.from({ length: 7 }, (_, index) => addDays('2023-01-01', index));

/** One month, in which the arrow keys move and Enter selects. Sends `viewchange`. */
export function Calendar({ properties, element, value, onSelect }: CalendarProps) {
  const grid = useRef<HTMLElement>(null);
  const type = text(properties, 'type') ?? 'single';
  const selected = selectionOf(value, type);
  const view =
    text(properties, 'view') ?? text(properties, 'defaultView') ?? (selected[0] ?? today()).slice(0, 7);
  const days = daysOf(view);
  const current =
    selected.find((date) => date.startsWith(view)) ?? days.find((date) => date === today()) ?? days[0]!;
  const [first, last] = [selected[0], selected.at(-1)];
  const show = (month: string) => {
    if (month === view) return;
    element.change({ view: month });
    element.emit('viewchange', { properties: { view: month } });
  };
  const move = (event: KeyboardEvent, from: DateText) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = addDays(from, step);
    show(to.slice(0, 7));
    // After the month has rendered.
    queueMicrotask(() =>
      queueMicrotask(() => grid.current?.querySelector<HTMLElement>(`[data-date="${to}"]`)?.focus()),
    );
  };
  return (
    <div class="calendar">
      <div class="calendar-head">
        <button
          type="button"
          class="plain"
          aria-label="Previous month"
          onClick={() => show(addMonths(view, -1))}
        >
          <Icon name="chevron-left" />
        </button>
        <span aria-live="polite">{format(`${view}-01`, { month: 'long', year: 'numeric' })}</span>
        <button type="button" class="plain" aria-label="Next month" onClick={() => show(addMonths(view, 1))}>
          <Icon name="chevron-right" />
        </button>
      </div>
      <section class="calendar-grid" ref={grid} aria-label={format(`${view}-01`, { month: 'long' })}>
        {WEEK.map((date) => (
          <span key={date} class="calendar-weekday" aria-hidden="true">
            {format(date, { weekday: 'narrow' })}
          </span>
        ))}
        {days.map((date, index) => {
          const isSelected = selected.includes(date);
          const isBetween = type === 'range' && first && last && date > first && date < last;
          return (
            <button
              key={date}
              type="button"
              data-date={date}
              class={classes(
                'calendar-day',
                // The first row begins at the weekday of the first day.
                index === 0 && `starts-${weekdayOf(date)}`,
                isSelected && 'selected',
                isBetween && 'between',
                date === today() && 'today',
              )}
              tabIndex={date === current ? 0 : -1}
              aria-pressed={isSelected}
              aria-label={format(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}
              disabled={flag(properties, 'disabled') || !isSelectable(properties, date)}
              onClick={() => onSelect(date)}
              onKeyDown={(event) => move(event, date)}
            >
              {Number(date.slice(8))}
            </button>
          );
        })}
      </section>
    </div>
  );
}
