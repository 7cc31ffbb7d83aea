const AT = '2026-11-25T10:00:00.000Z';

export const ENTRY = { sequence: 1, kind: 'welcome', points: 50, balance: 50, createdAt: AT };
export const MEMBER = { enrolled: true, balance: 50, enrolledAt: AT, entries: [ENTRY] };
