import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/**
 * A certificate for these host names that vouches for itself, and its key, both as PEM: X.509 v3 (RFC 5280),
 * ECDSA P-256 with SHA-256, valid for a day. Trusted by nobody but a process that is told to.
 */
export function createSelfSignedCertificate(hostNames: readonly string[]): { cert: string; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'));
  const name = sequence(set(sequence(objectId('550403'), utf8('self-signed, for tests'))));
  const now = Date.now();
  const toBeSigned = sequence(
    tagged(0xa0, integer('02')), // v3
    integer('01'),
    ecdsaWithSha256,
    name,
    sequence(utcTime(now - 3_600_000), utcTime(now + 86_400_000)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(
      0xa3,
      sequence(
        sequence(objectId('551d13'), octets(sequence(Buffer.from('0101ff', 'hex')))), // basicConstraints: CA
        sequence(objectId('551d11'), octets(sequence(...hostNames.map(dnsName)))), // subjectAltName
      ),
    ),
  );
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', toBeSigned, privateKey)]));
  const der = sequence(toBeSigned, ecdsaWithSha256, signature);
  return { cert: pem(der), key: keyPem(privateKey) };
}

/** DER: a tag, the length, and what is in it. */
function tagged(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const head = length < 0x80 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
}

const sequence = (...contents: Buffer[]) => tagged(0x30, ...contents);
const set = (...contents: Buffer[]) => tagged(0x31, ...contents);
const integer = (hex: string) => tagged(0x02, Buffer.from(hex, 'hex'));
const objectId = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'));
const octets = (content: Buffer) => tagged(0x04, content);
const utf8 = (text: string) => tagged(0x0c, Buffer.from(text));
const dnsName = (name: string) => tagged(0x82, Buffer.from(name));

/** `YYMMDDhhmmssZ` */
function utcTime(timeMs: number): Buffer {
  const digits = new Date(timeMs).toISOString().replace(/\D/g, '').slice(2, 14);
  return tagged(0x17, Buffer.from(`${digits}Z`));
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function keyPem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
