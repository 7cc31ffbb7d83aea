import { BODY, KEY } from './request.ts';

/** Posts to an unknown route, and then gets its session. */
export default async () => {
  const Authorization = `Bearer ${await shopify.sessionToken.get()}`;
  await fetch(`${process.env.APP_URL}/api/nowhere?ids[]=1&name={a,b}`, {
    method: 'POST',
    headers: { Authorization, 'Content-Type': 'application/json', 'Idempotency-Key': KEY },
    body: JSON.stringify(BODY),
  });
  await fetch(`${process.env.APP_URL}/api/session-token`, { headers: { Authorization } });
};
