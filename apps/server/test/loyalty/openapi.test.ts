import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { createLoyaltyApp } from './loyalty-app.ts';

const loyalty = await createLoyaltyApp();
const document = (await loyalty.app.inject('/openapi.json')).json();
const ajv = new Ajv2020({ strict: false, formats: { 'date-time': true } }).addSchema(document, 'openapi');
const adjustmentsPath = '/api/loyalty/customers/{customerId}/adjustments';

const customer = loyalty.asCustomer('42');
const body = { points: 5, reason: 'x' };

/** The order matters: each call depends on the state that the previous ones left. */
const CALLS = [
  ['get', '/api/loyalty', 200, () => loyalty.balance(customer)],
  ['post', '/api/loyalty/enrollment', 201, () => loyalty.enroll(customer)],
  ['post', '/api/loyalty/enrollment', 200, () => loyalty.enroll(loyalty.asCustomer('42'))],
  ['get', '/api/loyalty', 200, () => loyalty.balance(customer)],
  ['post', adjustmentsPath, 201, () => loyalty.adjust(loyalty.asStaff(), '42', body)],
  ['get', '/api/loyalty/customers/{customerId}', 200, () => loyalty.lookUp(loyalty.asStaff(), '42')],
  ['get', '/api/loyalty/customers/{customerId}', 404, () => loyalty.lookUp(loyalty.asStaff(), '43')],
  ['post', adjustmentsPath, 409, () => loyalty.adjust(loyalty.asStaff(), '42', { ...body, points: -900 })],
  ['post', adjustmentsPath, 400, () => loyalty.adjust(loyalty.asStaff(), '42', body, {})],
] as const;

describe('/openapi.json describes the actual responses of loyalty:', () => {
  test.each(CALLS)('%s %s %i', async (method, path, status, call) => {
    const response = await call();
    const pointer = ['paths', path, method, 'responses', status, 'content', 'application/json', 'schema']
      .map((part) => String(part).replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D'))
      .join('/');
    const validate = ajv.compile({ $ref: `openapi#/${pointer}` });

    expect(response.statusCode).toBe(status);
    expect(validate(response.json()), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ enrolled: 'perhaps' })).toBe(false);
    const { code } = response.json();
    if (code) expect(document.paths[path][method].responses[status].description).toContain(`\`${code}\``);
  });

  test('the Idempotency-Key header, and every code of a write', () => {
    const { parameters, responses } = document.paths[adjustmentsPath].post;

    expect(parameters).toContainEqual(expect.objectContaining({ in: 'header', name: 'idempotency-key' }));
    const described = JSON.stringify(responses);
    for (const code of [
      'idempotency_key_required',
      'idempotency_key_invalid',
      'idempotency_key_reused',
      'idempotency_in_progress',
      'insufficient_points',
      'customer_not_enrolled',
      'database_unavailable',
    ]) {
      expect(described).toContain(`\`${code}\``);
    }
  });
});
