const WELCOME_ENTRY = {
  sequence: 1,
  kind: 'welcome',
  points: 50,
  balance: 50,
  createdAt: '2026-11-24T10:00:00.000Z',
};

export const MEMBER = {
  enrolled: true,
  balance: 1_200,
  enrolledAt: WELCOME_ENTRY.createdAt,
  entries: [
    {
      sequence: 2,
      kind: 'adjustment',
      points: 1_150,
      balance: 1_200,
      reason: 'Repaired with care',
      createdAt: '2026-11-25T10:00:00.000Z',
    },
    WELCOME_ENTRY,
  ],
};

export const NEW_MEMBER = { ...MEMBER, balance: 50, entries: [WELCOME_ENTRY] };
export const INVITATION = { enrolled: false, welcomePoints: 50 };

/** The balance of `MEMBER`, as the block shows it. */
export const LOYALTY_RENDERED = '1,200 points';
