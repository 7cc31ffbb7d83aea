import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTokenIssuer } from '@session-token/token-issuer';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createCertificate } from '../certificate.ts';
import { freePort } from '../postgres/free-port.ts';
import { startServerProcess } from '../server-process.ts';
import { CLIENT_ID, SECRET } from '../test-app.ts';
import { hasRedis, startRedis } from './redis-server.ts';

const PASSWORD = 'test-only-password';

describe.skipIf(!hasRedis)('the server as shipped, with a Redis that needs TLS and a password', () => {
  test('shares its limits while Redis runs, stays healthy without it, and prints no password', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'redis-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = async (name: string, content: string) => {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    };
    const { cert, key } = await createCertificate();
    const [certFile, keyFile] = [await file('cert.pem', cert), await file('key.pem', key)];
    const tlsPort = await freePort();
    const tls = ['--tls-port', String(tlsPort), '--tls-cert-file', certFile, '--tls-key-file', keyFile];
    const redis = await startRedis([...tls, '--tls-auth-clients', 'no', '--requirepass', PASSWORD]);
    onTestFinished(redis.stop);

    const metricsPort = await freePort();
    const env = {
      REDIS_URL_FILE: await file('url', `rediss://:${PASSWORD}@127.0.0.1:${tlsPort}\n`),
      NODE_EXTRA_CA_CERTS: certFile,
      METRICS_PORT: String(metricsPort),
      DEBUG: '*', // makes many packages print what they send
    };
    const server = await startServerProcess({ env });
    const isShared = async () => {
      const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
      return /^shared_limits_ready (\d)$/m.exec(metrics)?.[1];
    };
    await expect.poll(isShared).toBe('1');
    const headers = {
      authorization: `Bearer ${createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET })()}`,
    };
    const statusOf = async (path: string) => (await fetch(server.url + path, { headers })).status;
    expect(await statusOf('/api/session-token')).toBe(200);

    await redis.stop();
    await expect.poll(isShared).toBe('0');
    expect(await Promise.all(['/api/session-token', '/health/ready', '/health/live'].map(statusOf))).toEqual([
      200, 200, 200,
    ]);
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(0);
    expect(server.output().match(/"msg":"Redis \w+/g)).toEqual(['"msg":"Redis unavailable']);
    expect(server.output()).not.toContain(PASSWORD);
  });
});
