/** Guards that check the rendered fields of the loyalty responses. */

const fieldsOf = (body: unknown) => Object(body) as Readonly<Record<string, unknown>>;

export function isLoyaltyEntry(body: unknown): boolean {
  const { points, balance, createdAt } = fieldsOf(body);
  // Formatting an invalid date throws.
  return typeof points === 'number' && typeof balance === 'number' && Date.parse(String(createdAt)) > 0;
}

export function isLoyaltyMember(body: unknown): boolean {
  const { enrolled, balance, entries } = fieldsOf(body);
  return (
    enrolled === true &&
    typeof balance === 'number' &&
    Array.isArray(entries) &&
    entries.every(isLoyaltyEntry)
  );
}

export function isLoyaltyResponse(body: unknown): boolean {
  const { enrolled, welcomePoints } = fieldsOf(body);
  return enrolled === false ? typeof welcomePoints === 'number' : isLoyaltyMember(body);
}
