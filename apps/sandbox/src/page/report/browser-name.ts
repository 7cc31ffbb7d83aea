/** Names and versions in user agents. Most browsers also claim to be another one, so the order matters. */
const NAMES: readonly (readonly [name: string, version: RegExp])[] = [
  ['Edge', /\bEdg\/([\d.]+)/],
  ['Firefox', /\bFirefox\/([\d.]+)/],
  ['Chrome', /Chrome\/([\d.]+)/],
  ['Safari', /\bVersion\/([\d.]+).*Safari/],
];

const SYSTEMS = ['Android', 'iPhone', 'iPad', 'Windows', 'Macintosh', 'Linux'];

/** Such as `Chrome 140.0.0.0 on Linux`. */
export function browserName(userAgent: string): string {
  const [name, version] = NAMES.find(([, pattern]) => pattern.test(userAgent)) ?? [];
  const browser = name ? `${name} ${version!.exec(userAgent)![1]}` : 'unknown browser';
  const system = SYSTEMS.find((one) => userAgent.includes(one));
  return system ? `${browser} on ${system}` : browser;
}
