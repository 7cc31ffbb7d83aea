import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

export interface Certificate {
  key: string;
  cert: string;
}

/** A certificate for one test, valid for a day and signed by itself (X.509, RFC 5280 §4.1). */
export function createSelfSignedCertificate(hostName: string): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(oid('2a8648ce3d040302')); // ecdsa-with-SHA256
  const name = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(hostName))))); // CN
  const serial = der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)]));
  const now = Date.now();
  const validity = sequence(time(now - 3_600_000), time(now + 86_400_000));
  const altName = sequence(der(0x82, Buffer.from(hostName)));
  const extensions = der(0xa3, sequence(sequence(oid('551d11'), der(0x04, altName)))); // subjectAltName
  const version3 = der(0xa0, der(0x02, Buffer.from([2])));
  const toSign = sequence(version3, serial, algorithm, name, validity, name, spki(publicKey), extensions);
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', toSign, privateKey)]));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: toPem(sequence(toSign, algorithm, signature)),
  };
}

const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'der' });
const sequence = (...parts: Buffer[]) => der(0x30, Buffer.concat(parts));
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
/** `YYMMDDHHMMSSZ`. */
const time = (ms: number) =>
  der(0x17, Buffer.from(`${new Date(ms).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));

/** Tag, length, value (X.690 §8.1). */
function der(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

const toPem = (bytes: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
