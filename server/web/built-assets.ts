import { type ReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import { z } from 'zod';
import { type ClientAssets, SURFACES, type Surface } from './assets.ts';

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).optional(),
    assets: z.array(z.string()).optional(),
    imports: z.array(z.string()).optional(),
  }),
);
type Manifest = z.infer<typeof manifestSchema>;

/** The build of the client in a folder. Files under `/assets` carry their hash in the name and never change. */
export function builtAssets(folder: string): ClientAssets {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const heads = new Map(SURFACES.map((surface) => [surface, headTags(manifest, surface)]));
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, path) {
      const forEver = path.startsWith('/assets/');
      response.setHeader(
        'Cache-Control',
        forEver ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      );
    },
  });
  return {
    serve(request, response, next) {
      // The library throws over a range that ends before it begins; no file here is long enough for one.
      delete request.headers.range;
      // It also leaves the file open when the asker hangs up.
      response.once('pipe', (file: ReadStream) => request.once('close', () => file.destroy()));
      files(request, response, next);
    },
    head: (surface) => heads.get(surface) ?? '',
    inlineStyles: false,
    async [Symbol.asyncDispose]() {},
  };
}

function headTags(manifest: Manifest, surface: Surface): string {
  const entry = `${surface}/main.ts`;
  const parts = withImports(manifest, entry);
  const files = (pick: (part: string) => readonly string[] | undefined) => [
    ...new Set(parts.flatMap((part) => pick(part) ?? [])),
  ];
  const fonts = files((part) => manifest[part]?.assets).filter((file) =>
    /-latin-wght-normal[^/]*\.woff2$/.test(file),
  );
  const preloaded = parts.filter((part) => part !== entry).map((part) => manifest[part]?.file);
  return [
    ...fonts.map((file) => `<link rel="preload" href="/${file}" as="font" type="font/woff2" crossorigin>`),
    ...files((part) => manifest[part]?.css).map((file) => `<link rel="stylesheet" href="/${file}">`),
    `<script type="module" src="/${manifest[entry]?.file}"></script>`,
    ...preloaded.map((file) => `<link rel="modulepreload" href="/${file}">`),
  ].join('\n    ');
}

/** An entry and everything it imports at once, the entry last; lazily imported parts are not among them. */
function withImports(manifest: Manifest, entry: string, seen = new Set<string>()): string[] {
  if (seen.has(entry)) return [];
  seen.add(entry);
  const imports = manifest[entry]?.imports ?? [];
  return [...imports.flatMap((part) => withImports(manifest, part, seen)), entry];
}
