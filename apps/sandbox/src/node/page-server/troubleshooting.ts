import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Marked } from 'marked';
import { installation } from '#installation';
import type { HtmlDocument } from './documents.ts';
import { html } from './html.ts';

const STYLE = `body{font:15px/1.55 system-ui,sans-serif;margin:2rem auto;max-width:52rem;padding:0 1rem}
h2,h3{margin:1.6em 0 .4em}table{border-collapse:collapse}th,td{text-align:left;padding:.4rem .8rem;border-bottom:1px solid #8884}
code{font:13px ui-monospace,monospace}pre{overflow:auto;padding:.8rem;background:#8881}
h3:has(:target),:target{background:light-dark(#fdf6e3,#292112);outline:.4rem solid light-dark(#fdf6e3,#292112)}
:root{color-scheme:light dark}`;

/**
 * docs/troubleshooting.md as a page. Each section has its heading's anchor, as on GitHub, and one for each error code
 * in the heading. Drops links to other files, which the sandbox does not serve.
 */
export async function troubleshootingDocument(): Promise<HtmlDocument> {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const body = await markdown.parse(await readFile(installation.troubleshooting, 'utf8'));
  return {
    html: html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Troubleshooting</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>${{ markup: body }}</body>
</html>
`.markup,
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'`,
  };
}

const markdown = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      const codes = [...text.matchAll(/`(\w+)`/g)].map(([, code]) => `<span id="${code}"></span>`);
      const id = codes.length === 1 ? '' : ` id="${anchorOf(text)}"`;
      return `<h${depth}${id}>${codes.join('')}${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      return /^(#|https:)/.test(href) ? html`<a href="${href}">${{ markup: text }}</a>`.markup : text;
    },
    html: () => '',
  },
});

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(/\s/g, '-');
