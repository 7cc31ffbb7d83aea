import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatUrlState, PARAMETER_NAMES, parseUrlState } from '../src/contract/url-state.ts';
import { parseRenderOptions, RENDER_HELP } from '../src/node/terminal/render-options.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'render-options-'));
  writeFileSync(join(directory, 'scene.json'), '{ "currency": "EUR" }');
  writeFileSync(join(directory, 'typo.json'), '{ "curency": "EUR" }');
});
afterAll(() => rmSync(directory, { recursive: true }));

const parse = (...args: string[]) =>
  parseRenderOptions(args, { directory, environment: { GREETING: 'Hello' } });

describe('the controls', () => {
  test.each([
    '?target=pos.home.tile.render&customer=42&user=7&staff=8&connected=off&device=phone&location=3',
    '?extension=block&fault=audience&skew=-30&network=off&server=down&delay=250&origin=local',
    '?path=%2Fsettings&editor=on&published=on&quantity=3&language=pt-BR&theme=dark',
  ])('takes every parameter of the URL %s', async (query) => {
    const args = [...new URLSearchParams(query)].map(([name, value]) =>
      name === 'extension' ? `--extension-id=${value}` : `--${name}=${value}`,
    );
    const { controls } = await parse(...args);
    expect(controls).toEqual(parseUrlState(query).state);
    expect(formatUrlState(controls).length).toBe(query.length);
  });

  test('explains every parameter of the URL', () => {
    for (const name of PARAMETER_NAMES) {
      expect(RENDER_HELP).toContain(`\n  --${name === 'extension' ? 'extension-id' : name} `);
    }
  });

  test('takes settings of the merchant', async () => {
    const { controls } = await parse('--setting', 'title=a=b', '--setting', 'note=');
    expect(controls.settings).toEqual({ title: 'a=b', note: '' });
    await expect(parse('--setting', 'title')).rejects.toThrow('--setting takes key=value');
  });

  test.each([
    [['--customer', 'Robin'], 'Unknown value: --customer Robin.'],
    [['--extension-id', ''], 'Unknown value: --extension-id .'],
    [['--target', 'pos.home.tile.rendr'], 'Did you mean pos.home.tile.render'],
    [['--costumer', '42'], "Unknown option '--costumer'"],
    [['--expect', 'is verified'], '--expect takes'],
    [['--screenshot', 'out.jpg'], '--screenshot takes a file that ends in .png.'],
    [['--port', '4100'], "Unknown option '--port'"],
    [['--extension', 'nope'], 'nope does not exist.'],
  ])('%j is rejected', async (args, message) => {
    await expect(parse(...args)).rejects.toThrow(message);
  });
});

describe('limits', () => {
  test('the time limit is 30 s, or from 1 to 600 s', async () => {
    expect((await parse()).timeoutMs).toBe(30_000);
    expect((await parse('--timeout', '1')).timeoutMs).toBe(1_000);
    expect((await parse('--timeout', '600')).timeoutMs).toBe(600_000);
    for (const text of ['0', '601', '1.5', 'soon']) {
      await expect(parse('--timeout', text)).rejects.toThrow('--timeout takes a whole number from 1 to 600.');
    }
  });

  test('the quiet time is not longer than the time limit', async () => {
    expect((await parse('--timeout', '2', '--quiet-ms', '2000')).quietMs).toBe(2_000);
    await expect(parse('--timeout', '2', '--quiet-ms', '2001')).rejects.toThrow('from 1 to 2000.');
  });
});

test('paths are relative to the folder in which the command was typed', async () => {
  const options = await parse('--screenshot', 'out.png', '--json', '/tmp/out.json', '--scene', 'scene.json');
  expect(options.screenshot).toBe(join(directory, 'out.png'));
  expect(options.json).toBe('/tmp/out.json');
  expect(options.sceneFile).toBe(join(directory, 'scene.json'));
});

test('a scene that is named must exist and be valid', async () => {
  await expect(parse('--scene', 'none.json')).rejects.toThrow('none.json does not exist.');
  await expect(parse('--scene', 'typo.json')).rejects.toThrow('has no "curency"');
});

test('takes the options of pnpm start, too', async () => {
  const options = await parse(
    '--env',
    'GREETING',
    '--allow-host',
    'example.com',
    '--api',
    'http://localhost:3000',
  );
  expect(options).toMatchObject({
    env: { GREETING: 'Hello' },
    allowedHosts: ['example.com'],
    api: 'http://localhost:3000',
  });
});
