import { describe, expect, test } from 'vitest';
import { FINDING_IDS } from '../src/findings/catalog.ts';
import { attackServer } from './attack-server.ts';
import { REQUEST_FAULTS } from './faults/request-faults.ts';
import { CLAIM_FAULTS, SIGNATURE_FAULTS } from './faults/token-faults.ts';

const faults = [
  ...Object.entries(REQUEST_FAULTS).map(([id, fault]) => ({ id, ...fault() })),
  ...Object.entries({ ...SIGNATURE_FAULTS, ...CLAIM_FAULTS }).map(([id, fault]) => ({ id, ...fault })),
];

test('every finding has a server with that fault', () => {
  expect(faults.map(({ id }) => id).toSorted()).toEqual(FINDING_IDS.toSorted());
});

describe('a server with one fault has one finding', () => {
  test.each(faults)('$id', async ({ id, parts, options }) => {
    const { findings } = await attackServer(parts, options);
    expect(Object.fromEntries(findings.map((finding) => [finding.id, finding.attacks]))).toEqual({
      [id]: expect.arrayContaining([expect.any(String)]),
    });
  });
});
