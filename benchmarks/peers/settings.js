/** Settings from the benchmark, the same for every server. */
export const clientId = process.env.SHOPIFY_API_KEY;
export const secret = process.env.SHOPIFY_API_SECRET;
export const port = Number(process.env.PORT);
export const host = '127.0.0.1';
export const path = '/api/session-token';
/** Whether a peer gets what this project's server has as shipped, besides the guard. */
export const equipped = process.env.EQUIPPED === '1';
