/**
 * Makes one round trip without anything that a target could lack: no element, no signal. Renders the result as text, and
 * returns it as a suggestion and an address for targets that render nothing.
 */
declare const shopify: { sessionToken: { get(): Promise<string> }; extension: { target: string } };
declare const process: { env: { APP_URL: string } };

export default async () => {
  const response = await fetch(`${process.env.APP_URL}/api/session-token`, {
    headers: { Authorization: `Bearer ${await shopify.sessionToken.get()}` },
  });
  const { customerId } = await response.json();
  const told = `Told of customer ${customerId} in ${shopify.extension.target}`;
  document.body.append(told);
  return {
    suggestions: [{ label: told }],
    formattedAddress: { address1: '48 Harbor Street', city: 'Portland' },
  };
};
