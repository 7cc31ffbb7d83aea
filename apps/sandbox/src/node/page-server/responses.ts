import type { ServerResponse } from 'node:http';
import type { HtmlDocument } from './documents.ts';

/** Sets the headers of every response: no caching, no embedding elsewhere, no opener, no sniffing. */
export function setCommonHeaders(response: ServerResponse): void {
  response.setHeader('cache-control', 'no-store');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('x-content-type-options', 'nosniff');
}

export function sendHtml(response: ServerResponse, document: HtmlDocument): void {
  response.setHeader('content-security-policy', document.contentSecurityPolicy);
  send(response, 200, 'text/html; charset=utf-8', document.html);
}

export const sendError = (response: ServerResponse, status: number, error: string) =>
  sendJson(response, status, { error });

export function sendJson(response: ServerResponse, status: number, body: object): void {
  send(response, status, 'application/json', JSON.stringify(body));
}

export function send(
  response: ServerResponse,
  status: number,
  type: string,
  content: string | Uint8Array,
): void {
  response.writeHead(status, { 'content-type': type }).end(content);
}
