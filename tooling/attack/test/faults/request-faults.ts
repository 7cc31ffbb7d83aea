import type { REQUEST_FINDINGS } from '../../src/findings/request-findings.ts';
import { SERVER } from '../correct-server/server.ts';
import { RULES } from '../correct-server/verify.ts';
import { breakRule, type Fault } from './fault.ts';

const { readToken } = SERVER;

/** Sends a fixed text to every rejected caller. */
const rejectWith = (text: (token: string) => string): Fault => ({
  parts: { rejected: (response, cors, token) => void response.writeHead(401, cors).end(text(token)) },
});

const claimOf = (token: string, claim: string): string => {
  try {
    return String(JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())[claim]);
  } catch {
    return '';
  }
};

export const REQUEST_FAULTS: Record<keyof typeof REQUEST_FINDINGS, () => Fault> = {
  'genuine/known-form': () =>
    breakRule({
      allowsShop: (jws) =>
        RULES.allowsShop(jws) &&
        !(
          jws.payload.iss === undefined &&
          jws.payload.sid === undefined &&
          /^https/.test(String(jws.payload.dest))
        ),
    }),
  'genuine/other-form': () => breakRule({ allowsType: ({ header: { typ } }) => typ === 'JWT' }),
  'genuine/clock': () => breakRule({ isStarted: ({ payload: { nbf } }, now) => !(Number(nbf) > now + 1) }),
  'genuine/repeated': () => {
    const used = new Set<string>();
    return {
      parts: {
        verify(token, ...rest) {
          const caller = SERVER.verify(token, ...rest);
          if (used.has(token)) throw new Error('repeated');
          used.add(token);
          return caller;
        },
      },
    };
  },
  'authorization/no-token': () => ({
    parts: {
      verify: (token, ...rest) => (token === '' ? 'guest' : SERVER.verify(token, ...rest)),
      readToken: (request) =>
        request.headers.authorization === undefined && !/[?]/.test(request.url!) && !request.headers.cookie
          ? ''
          : readToken(request),
    },
  }),
  'authorization/other-place': () => ({
    parts: {
      readToken: (request) =>
        new URL(request.url!, 'http://localhost').searchParams.get('id_token') ?? readToken(request),
    },
  }),
  'authorization/scheme': () => ({
    parts: {
      readToken: ({ headersDistinct: { authorization = [] } }) =>
        authorization.length === 1 ? /^(?:Bearer )?([^\s,"]+)$/i.exec(authorization[0]!)![1]! : '',
    },
  }),
  'authorization/several': () => ({
    parts: { readToken: ({ headers }) => /^Bearer ([^ ,]+)$/i.exec(headers.authorization!)![1]! },
  }),
  'authorization/scheme-case': () => ({
    parts: {
      readToken(request) {
        if (!request.headers.authorization?.startsWith('Bearer ')) throw new Error('scheme');
        return readToken(request);
      },
    },
  }),
  'response/server-error': () => ({
    parts: {
      rejected: (response, cors, token) =>
        void response.writeHead(token.includes('=') ? 500 : 401, cors).end(),
    },
  }),
  'response/none': () => ({
    parts: {
      rejected: (response, cors, token) =>
        token.includes('=') ? void response.destroy() : SERVER.rejected(response, cors, token),
    },
  }),
  'response/status': () => ({
    parts: {
      rejected: (response, cors) => void response.writeHead(302, { ...cors, location: '/login' }).end(),
    },
  }),
  'response/stops': () => {
    let hasStopped = false;
    return {
      parts: {
        readToken(request) {
          const token = readToken(request);
          hasStopped ||= token.length > 8000;
          return token;
        },
        accepted: (response, cors, token) =>
          hasStopped ? SERVER.rejected(response, cors, token) : SERVER.accepted(response, cors, token),
      },
    };
  },
  'cors/preflight': () => ({
    parts: {
      preflight: (_request, response) =>
        void response.writeHead(401, { 'access-control-allow-origin': '*' }).end(),
    },
  }),
  'cors/preflight-header': () => ({
    parts: {
      preflight: (_request, response) =>
        void response
          .writeHead(204, { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' })
          .end(),
    },
  }),
  'cors/preflight-method': () => ({
    parts: {
      preflight: (_request, response) =>
        void response
          .writeHead(204, {
            'access-control-allow-origin': '*',
            'access-control-allow-headers': 'authorization',
          })
          .end(),
    },
    options: { method: 'PUT' },
  }),
  'cors/accepted': () => ({
    parts: { accepted: (response) => void response.writeHead(200).end() },
  }),
  'cors/rejected': () => ({
    parts: { rejected: (response) => void response.writeHead(401).end() },
  }),
  'cors/other-origin': () => ({
    parts: {
      cors: ({ headers }) => (headers.origin === 'null' ? { 'access-control-allow-origin': 'null' } : {}),
    },
  }),
  'cors/credentials': () => ({
    parts: {
      cors: ({ headers }) => ({
        'access-control-allow-origin': headers.origin ?? '*',
        'access-control-allow-credentials': 'true',
      }),
    },
  }),
  'leak/secret': () => ({
    parts: {
      accepted: (response, cors) =>
        void response.writeHead(200, cors).end('{"secret":"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"}'),
    },
  }),
  'leak/token': () => rejectWith((token) => `invalid token: ${token}`),
  'leak/claims': () =>
    rejectWith((token) => JSON.stringify({ error: `unknown shop ${claimOf(token, 'dest')}` })),
  'leak/stack': () =>
    rejectWith(() => 'JsonWebTokenError: invalid signature\n    at verify (/app/src/verify.js:12:7)'),
};
