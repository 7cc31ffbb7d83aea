import { useEffect, useRef, useState } from 'preact/hooks';
import { Calendar } from './calendar.tsx';
import { daysOf, isDate, isSelectable, select, today } from './dates.ts';
import { currentValue, TextControl } from './field.tsx';
import type { ElementHandle, View } from './host-element.ts';
import { Icon } from './icon.tsx';
import { flag, text } from './values.ts';

function send(element: ElementHandle, value: string, ...kinds: ('input' | 'change')[]): void {
  element.change({ value });
  for (const kind of kinds) element.emit(kind, { properties: { value } });
}

const datePicker: View = (properties, element) => {
  const value = currentValue(properties);
  const type = text(properties, 'type') ?? 'single';
  return (
    <Calendar
      properties={properties}
      element={element}
      value={value}
      onSelect={(date) => {
        const next = select(value, type, date);
        // A range changes when it is complete.
        if (next.endsWith('--')) send(element, next, 'input');
        else send(element, next, 'input', 'change');
      }}
    />
  );
};

/** A text field for a date, with a calendar. Sends `invalid` after `change`. */
const dateField: View = (properties, element) => {
  const [isOpen, setOpen] = useState(false);
  const popover = useRef<HTMLDivElement>(null);
  const value = currentValue(properties);
  useEffect(() => {
    const box = popover.current;
    if (!box || box.matches(':popover-open') === isOpen) return;
    if (isOpen) box.showPopover({ source: element.host });
    else box.hidePopover();
  }, [isOpen]);
  const disabled = flag(properties, 'disabled') || flag(properties, 'readOnly');
  return (
    <div
      onFocusOut={(event) => {
        const { target } = event;
        if (!(target instanceof HTMLInputElement) || target.value === '') return;
        if (!isDate(target.value) || !isSelectable(properties, target.value)) element.emit('invalid');
      }}
    >
      <TextControl
        properties={{ placeholder: 'YYYY-MM-DD', ...properties }}
        element={element}
        after={
          <button
            type="button"
            class="plain"
            aria-label="Choose a date"
            aria-expanded={isOpen}
            disabled={disabled}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="calendar" />
          </button>
        }
      />
      <div
        ref={popover}
        popover="auto"
        class="floating"
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isOpen && (
          <Calendar
            properties={properties}
            element={element}
            value={value}
            onSelect={(date) => {
              send(element, date, 'input', 'change');
              setOpen(false);
            }}
          />
        )}
      </div>
    </div>
  );
};

interface WheelProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChange: (value: string) => void;
}

/** One column of a spinner. */
const Wheel = ({ label, value, options, onChange }: WheelProps) => (
  <select
    class="wheel"
    aria-label={label}
    size={5}
    value={value}
    onInput={(event) => event.stopPropagation()}
    onChange={(event) => {
      event.stopPropagation();
      onChange(event.currentTarget.value);
    }}
  >
    {options.map(([option, content]) => (
      <option key={option} value={option}>
        {content}
      </option>
    ))}
  </select>
);

const padded = (count: number, start = 0) =>
  Array.from({ length: count }, (_, index) => {
    const value = String(index + start).padStart(2, '0');
    return [value, value] as const;
  });

const MONTHS = padded(12, 1).map(([value]) => {
  const name = new Date(`2026-${value}-01T00:00:00Z`).toLocaleDateString('en', {
    month: 'short',
    timeZone: 'UTC',
  });
  return [value, name] as const;
});

const dateSpinner: View = (properties, element) => {
  const value = isDate(currentValue(properties)) ? currentValue(properties) : today();
  const [year = '', month = '', day = ''] = value.split('-');
  const turn = (y: string, m: string, d: string) => {
    const last = daysOf(`${y}-${m}`).at(-1)!;
    const next = `${y}-${m}-${d}`;
    send(element, next > last ? last : next, 'input', 'change');
  };
  const years = Array.from({ length: 21 }, (_, index) => {
    const text = String(Number(year) - 10 + index);
    return [text, text] as const;
  });
  return (
    <div class="wheels">
      <Wheel label="Month" value={month} options={MONTHS} onChange={(m) => turn(year, m, day)} />
      <Wheel
        label="Day"
        value={day}
        options={padded(daysOf(`${year}-${month}`).length, 1)}
        onChange={(d) => turn(year, month, d)}
      />
      <Wheel label="Year" value={year} options={years} onChange={(y) => turn(y, month, day)} />
    </div>
  );
};

const timePicker: View = (properties, element) => {
  const [hours = '12', minutes = '00'] = (currentValue(properties) || '12:00:00').split(':');
  const turn = (h: string, m: string) => send(element, `${h}:${m}:00`, 'input', 'change');
  return (
    <div class="wheels">
      <Wheel label="Hour" value={hours} options={padded(24)} onChange={(h) => turn(h, minutes)} />
      <Wheel label="Minute" value={minutes} options={padded(60)} onChange={(m) => turn(hours, m)} />
    </div>
  );
};

export const DATE_VIEWS: Record<string, View> = {
  's-date-field': dateField,
  's-date-picker': datePicker,
  's-date-spinner': dateSpinner,
  's-time-picker': timePicker,
};
