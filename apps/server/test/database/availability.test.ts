import { expect, test } from 'vitest';
import { createAvailability } from '../../src/database/availability.ts';

function setUp() {
  const clock = { nowMs: 0 };
  const lines: string[] = [];
  const log = (_details: object, message: string) => void lines.push(message);
  const availability = createAvailability('database', { info: log, warn: log }, () => clock.nowMs);
  return { clock, lines, availability };
}
const ERROR = new Error('down');

test('logs an outage once when it begins and once when it ends', () => {
  const { lines, availability } = setUp();
  for (let attempt = 0; attempt < 3; attempt += 1) availability.failed('write', ERROR);
  for (let attempt = 0; attempt < 3; attempt += 1) availability.succeeded('write');

  expect(lines).toEqual(['database unavailable', 'database available again']);
});

test('logs no further outage for five seconds', () => {
  const { clock, lines, availability } = setUp();
  const flap = () => {
    availability.failed('read', ERROR);
    availability.succeeded('read');
  };
  flap();
  clock.nowMs = 4_999;
  flap();
  expect(lines).toHaveLength(2);
  clock.nowMs = 5_000;
  flap();
  expect(lines).toHaveLength(4);
});

test('a read neither ends an outage of writes nor proves that the database is ready', () => {
  const { lines, availability } = setUp();
  availability.succeeded('read');
  expect(availability.isFresh()).toBe(false);
  availability.failed('write', ERROR);
  availability.succeeded('read');

  expect(lines).toEqual(['database unavailable']);
  expect(availability.isWriteFailing()).toBe(true);
});

test('a read ends an outage of reads', () => {
  const { lines, availability } = setUp();
  availability.failed('read', ERROR);
  availability.succeeded('read');

  expect(lines).toEqual(['database unavailable', 'database available again']);
});

test('a write proves availability for less than a second, and only until the next failure', () => {
  const { clock, availability } = setUp();
  availability.succeeded('write');
  clock.nowMs = 999;
  expect(availability.isFresh()).toBe(true);
  clock.nowMs = 1_000;
  expect(availability.isFresh()).toBe(false);

  availability.succeeded('write');
  availability.failed('read', ERROR);
  expect(availability.isFresh()).toBe(false);
});
