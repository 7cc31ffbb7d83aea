/** As much of the loyalty answers' shapes as gets drawn. */

const fieldsOf = (body: unknown) => Object(body) as Readonly<Record<string, unknown>>;

export function isEntry(body: unknown): boolean {
  const { points, balance, createdAt } = fieldsOf(body);
  // Formatting a date that is none throws.
  return typeof points === 'number' && typeof balance === 'number' && Date.parse(String(createdAt)) > 0;
}

export function isMember(body: unknown): boolean {
  const { enrolled, balance, entries } = fieldsOf(body);
  return enrolled === true && typeof balance === 'number' && Array.isArray(entries) && entries.every(isEntry);
}

export function isAccount(body: unknown): boolean {
  const { enrolled, welcomePoints } = fieldsOf(body);
  return enrolled === false ? typeof welcomePoints === 'number' : isMember(body);
}
