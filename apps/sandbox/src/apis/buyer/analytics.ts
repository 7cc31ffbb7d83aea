import { Type } from 'typebox';
import { describeFirstError } from '../../scene/describe-error.ts';
import type { Api } from '../api.ts';
import type { ChangeResult } from '../changes.ts';

const NAME = Type.String({ minLength: 1, maxLength: 255 });
const DATA = Type.Record(Type.String(), Type.Unknown());
const VISITOR = Type.Object({
  email: Type.Optional(Type.String({ maxLength: 320, pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$' })),
  phone: Type.Optional(Type.String({ maxLength: 32, pattern: '^\\+?[\\d\\s().-]{5,}$' })),
});

/** Validates events and visitors, and shows them in the page. Sends them nowhere. */
export const analytics: Api = {
  host: {
    'analytics.publish'(page, name: unknown, data: unknown): boolean {
      const error = describeFirstError(NAME, name) ?? describeFirstError(DATA, data);
      if (error) throw new TypeError(`analytics.publish(name, data): ${error}.`);
      return page.scene.privacy.allowedProcessing.analytics;
    },
    'analytics.visitor'(_page, data: unknown): ChangeResult {
      const error = describeFirstError(VISITOR, data);
      if (error) return { type: 'error', message: `${error}.` };
      const { email, phone } = data as { email?: string; phone?: string };
      if (!email && !phone) return { type: 'error', message: 'email or phone is required.' };
      return { type: 'success' };
    },
  },
  isLogged: true,
};
