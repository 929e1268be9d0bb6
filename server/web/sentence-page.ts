import { createHash } from 'node:crypto';
import type { Language } from '../../shared/limits.ts';
import { escapeHtml } from './shell.ts';

export interface SentencePage {
  readonly language: Language;
  readonly title: string;
  readonly text?: string;
  /** The one way on; an empty address is this page once more. */
  readonly link: { readonly href: string; readonly text: string };
}

/** A page where the client is not to be had or of no use: the look of the rest in one piece, without fonts and scripts. */
export function sentencePage({ language, title, text, link }: SentencePage): string {
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>${escapeHtml(title)} · Mitwerk</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>${escapeHtml(title)}</h1>
      ${text === undefined ? '' : `<p>${escapeHtml(text)}</p>`}
      <p><a href="${escapeHtml(link.href)}">${escapeHtml(link.text)}</a></p>
    </main>
  </body>
</html>
`;
}

/** Colours and sizes of `client/styles/tokens.css`. */
const STYLE = `
body{margin:0;border-top:6px solid #2f6044;background:#f6f1e7;color:#26211b;font:1.125rem/1.5 system-ui,sans-serif}
main{display:grid;align-content:center;gap:1rem;max-width:34rem;min-height:90vh;margin:0 auto;padding:1rem}
h1,p{margin:0;overflow-wrap:break-word}
h1{font:700 2.25rem/1.15 'Trebuchet MS',system-ui,sans-serif}
a{display:inline-block;padding:.6rem 1.25rem;border-radius:6px;background:#2f6044;color:#fff;font-weight:600;text-decoration:none}
a:focus-visible{outline:3px solid #1d4ed8;outline-offset:2px}
@media (prefers-color-scheme: dark){
body{border-color:#8cc7a0;background:#1c1916;color:#f3ebdc}
a{background:#8cc7a0;color:#1c1916}
a:focus-visible{outline-color:#9fbcff}
}
`;

/** Lets in this one style and nothing else. */
export const SENTENCE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';');
