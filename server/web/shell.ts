import type { Boot } from '../../shared/boot.ts';
import type { Accent, Language } from '../../shared/limits.ts';

export interface Shell {
  readonly title: string;
  readonly accent: Accent;
  readonly boot: Boot;
  /** Tags for scripts and styles. */
  readonly assets: string;
  /** Shown where scripts are off. */
  readonly scriptNeeded: string;
  /** What chats show of a shared link; `null`: a page not meant to be found or shared. */
  readonly preview: Preview | null;
}

export interface Preview {
  readonly url: string;
  readonly description: string;
  readonly picture: PreviewPicture | null;
}

export interface PreviewPicture {
  readonly url: string;
  readonly type: 'image/webp' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

const LOCALES: Readonly<Record<Language, string>> = { de: 'de_DE', en: 'en_GB' };

/** The HTML around a surface. Everything a person wrote is escaped, and no script stands in the page itself. */
export function shell({ title, accent, boot, assets, scriptNeeded, preview }: Shell): string {
  return `<!doctype html>
<html lang="${boot.language}" data-accent="${accent}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <title>${escapeHtml(title)}</title>
    <meta name="theme-color" content="#f6f1e7" media="(prefers-color-scheme: light)">
    <meta name="theme-color" content="#1c1916" media="(prefers-color-scheme: dark)">
    <meta name="color-scheme" content="light dark">
    ${preview === null ? '<meta name="robots" content="noindex">' : previewTags(title, boot.language, preview)}
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    ${assets}
  </head>
  <body>
    <div id="app"></div>
    <noscript><p>${escapeHtml(scriptNeeded)}</p></noscript>
    <script type="application/json" id="boot">${json(boot)}</script>
  </body>
</html>
`;
}

function previewTags(title: string, language: Language, { url, description, picture }: Preview): string {
  const tags: [string, string][] = [
    ['og:type', 'website'],
    ['og:site_name', 'Mitwerk'],
    ['og:locale', LOCALES[language]],
    ['og:title', title],
    ['og:description', description],
    ['og:url', url],
  ];
  if (picture !== null) {
    tags.push(['og:image', picture.url], ['og:image:type', picture.type]);
    tags.push(['og:image:width', String(picture.width)], ['og:image:height', String(picture.height)]);
  }
  const card = picture === null ? 'summary' : 'summary_large_image';
  return [
    `<meta name="description" content="${escapeHtml(description)}">`,
    ...tags.map(([property, content]) => `<meta property="${property}" content="${escapeHtml(content)}">`),
    `<meta name="twitter:card" content="${card}">`,
    `<link rel="canonical" href="${escapeHtml(url)}">`,
  ].join('\n    ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** JSON that cannot close its script element or open a comment in it. */
function json(boot: Boot): string {
  return JSON.stringify(boot).replaceAll('<', '\\u003c');
}
