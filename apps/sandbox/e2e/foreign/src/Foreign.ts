/** Calls a server of another make in each of the ways that extensions call theirs, and shows what it read. */
declare const shopify: { sessionToken: { get(): Promise<string> } };
declare const process: { env: { APP_URL: string } };

const show = (text: string) => document.body.append(`${text}; `);

export default async () => {
  const Authorization = `Bearer ${await shopify.sessionToken.get()}`;
  const read = async (name: string, input: string | URL | Request, init?: RequestInit) => {
    try {
      const response = await fetch(input, init);
      show(`${name}: ${response.status} ${await response.text()} from ${response.url}`);
    } catch (error) {
      show(`${name}: ${(error as Error).message}`);
    }
  };
  await read('third party', 'https://third-party.example/track');
  await read('built in', `${process.env.APP_URL}/hello`, { headers: { Authorization } });
  await read('redirected', `${process.env.APP_URL}/moved`, { headers: { Authorization } });
  await read('other origin', `${process.env.APP_URL}/www`, { headers: { Authorization } });
  await read('away', 'https://foreign.example/away', { headers: { Authorization } });
  await read('application URL', new URL('https://foreign.example/hello'), { headers: { Authorization } });
  const request = new Request('https://tunnel.example/echo', {
    method: 'POST',
    body: 'posted',
    headers: { Authorization },
  });
  await read('tunnel', request);
  show('Done');
};
