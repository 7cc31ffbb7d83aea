import { expect, test } from 'vitest';
import { anchorOf } from '../src/documents/document.ts';
import { readDocument as read } from './printed-files.ts';

const PARTS = ['**Meaning:**', '**Look at:**', '**Do:**'];

const runbooks = [...read('apps/server/monitoring/alerts.yml').matchAll(/^ {10}runbook: (.*)$/gm)].map(
  ([, runbook]) => runbook!,
);
const document = read('docs/operations.md');
const alerts = document.slice(document.indexOf('\n## Alerts\n')).split(/^## /m)[1]!;
const sections = alerts.split(/^### /m).slice(1);

test('every alert has a section that says what it means, what to look at and what to do', () => {
  const anchors = sections.map((section) => `docs/operations.md#${anchorOf(section.split('\n')[0]!)}`);

  expect(runbooks.length).toBeGreaterThan(5);
  expect(anchors).toEqual(runbooks);
  for (const section of sections)
    expect(
      PARTS.filter((part) => !section.includes(part)),
      section,
    ).toEqual([]);
});

test('the sections name panels of the dashboard as they are', () => {
  const dashboard = JSON.parse(read('apps/server/monitoring/grafana/dashboards/server.json')) as {
    panels: Array<{ title: string }>;
  };
  const titles = dashboard.panels.map(({ title }) => title);
  const named = [...alerts.matchAll(/"([^"]+)"/g)].map(([, name]) => name!);

  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !titles.includes(name))).toEqual([]);
});
