import type { IntentOptions, IntentResponse } from '../../contract/host-views.ts';
import type { CreateMembers } from './api-context.ts';

export const createIntents: CreateMembers = ({ call }) => ({
  async 'intents.invoke'(query: unknown, options?: IntentOptions) {
    const activity = (await call('intents.invoke', query, options)) as { ended(): Promise<IntentResponse> };
    return { complete: activity.ended() };
  },
});
