import type { CreateMembers } from './api-context.ts';

export const createToast: CreateMembers = ({ call }) => ({
  'toast.show': async (text: string) => {
    await call('toast.show', text);
    return { hide() {} };
  },
});
