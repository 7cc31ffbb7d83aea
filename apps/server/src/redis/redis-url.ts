/** A Redis server and how to log in. */
export interface RedisServer {
  host: string;
  port: number;
  username: string | undefined;
  password: string | undefined;
  /** Number of the database on the server. */
  db: number;
  tls: boolean;
}

const PROBLEM =
  'must be like redis://user:password@host:6379/0, or rediss:// for TLS, with percent-encoded special characters in the password';

/** Parses `REDIS_URL`. Returns the problem without quoting the value. */
export function parseRedisUrl(value: string): RedisServer | { problem: string } {
  const url = /^rediss?:\/\/./.test(value) ? URL.parse(value) : null;
  const username = decode(url?.username);
  const password = decode(url?.password);
  const [, db] = /^\/?(\d{0,3})$/.exec(url?.pathname ?? '') ?? [];
  const isCutWrongly = url?.search !== '' || url.hash !== ''; // by an unencoded character of the password
  if (!url?.hostname || isCutWrongly || username === undefined || password === undefined || db === undefined)
    return { problem: PROBLEM };
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 6379),
    username: username || undefined,
    password: password || undefined,
    db: Number(db),
    tls: url.protocol === 'rediss:',
  };
}

function decode(text = ''): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
