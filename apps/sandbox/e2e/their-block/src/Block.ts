/** An extension of other make: no component library, and a server without error codes. */
declare const shopify: {
  sessionToken: { get(): Promise<string> };
  i18n: { translate(key: string, values?: Record<string, string>): string };
};
declare const process: { env: { APP_URL: string } };

const { translate } = shopify.i18n;

async function readGift(): Promise<string> {
  try {
    const headers = { Authorization: `Bearer ${await shopify.sessionToken.get()}` };
    const response = await fetch(`${process.env.APP_URL}/gift`, { headers });
    if (!response.ok) return translate('none', { status: String(response.status) });
    return translate('gift', { gift: (await response.json()).gift });
  } catch {
    return translate('failed');
  }
}

export default async () => {
  const section = document.createElement('s-section');
  section.setAttribute('heading', translate('heading'));
  const text = document.createElement('s-text');
  text.append(translate('loading'));
  section.append(text);
  document.body.append(section);
  void readGift().then((gift) => {
    text.textContent = gift;
  });
};
