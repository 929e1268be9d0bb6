import satori, { type Font } from 'satori';
import type { Accent } from '../../shared/limits.ts';
import { SHARE_SIZE, type ShareContent, type ShareResult } from './share-content.ts';
import { DISPLAY, TEXT } from './share-fonts.ts';

/** The colours of `client/styles/tokens.css` on paper. */
const PAPER = '#f6f1e7';
const INK = '#26211b';
const INK_SOFT = '#5d5346';
const LINE = '#d8ccb6';
const LINE_STRONG = '#857860';
export const ACCENT_COLOURS: Readonly<Record<Accent, string>> = {
  kiefer: '#2f6044',
  ziegel: '#9c3d27',
  petrol: '#1f5f6b',
  senf: '#7a5700',
  kirsche: '#962b45',
  schiefer: '#44505c',
};

/** Where the photos lie: at the left edge, over the whole height. */
export const PHOTO_WIDTH = 440;

/** The SVG of a share picture, without its photos: the words in `hasPhotos`' place beside them. */
export function drawShare(content: ShareContent, hasPhotos: boolean, fonts: Font[]): Promise<string> {
  const { accent, maker, title, question, result } = content;
  const colour = ACCENT_COLOURS[accent];
  const words = column(
    { flexGrow: 1, flexShrink: 1, padding: '44px 56px', justifyContent: result ? 'space-between' : 'center' },
    column(
      { gap: 10 },
      line({ fontSize: 24, color: colour }, maker || 'Mitwerk'),
      line(
        {
          fontFamily: DISPLAY,
          fontSize: titleSize(title) * (result ? 1 : 1.4),
          lineHeight: 1.08,
          lineClamp: 3,
        },
        title,
      ),
      line(
        { fontSize: (question.length > 70 ? 24 : 28) * (result ? 1 : 1.2), color: INK_SOFT, lineClamp: 2 },
        question,
      ),
    ),
    ...(result
      ? [bars(result, colour)]
      : [column({ height: 14, background: colour, width: 160, marginTop: 40 })]),
  );
  const page = row(
    { width: '100%', height: '100%', background: PAPER, color: INK, fontFamily: TEXT },
    ...(hasPhotos ? [column({ width: PHOTO_WIDTH, flexShrink: 0 })] : []),
    words,
  );
  return satori(page, { ...SHARE_SIZE, fonts });
}

function bars({ headline, bars, ballots }: ShareResult, colour: string) {
  return column(
    { gap: 14 },
    line({ fontFamily: DISPLAY, fontSize: headline.length > 70 ? 26 : 32, lineClamp: 2 }, headline),
    ...bars.map(({ title, votes, share, first }) =>
      column(
        { gap: 6 },
        row(
          { justifyContent: 'space-between', gap: 24, fontSize: 21 },
          line({ flexShrink: 1, lineClamp: 1 }, title),
          line({ flexShrink: 0, color: INK_SOFT }, votes),
        ),
        row(
          { height: 14, background: LINE },
          column({ width: `${share * 100}%`, background: first ? colour : LINE_STRONG }),
        ),
      ),
    ),
    line({ fontSize: 19, color: INK_SOFT, marginTop: 4 }, ballots),
  );
}

function titleSize(title: string): number {
  if (title.length <= 24) return 60;
  return title.length <= 48 ? 48 : 38;
}

type Style = Readonly<Record<string, string | number>>;
interface Box {
  readonly type: 'div';
  readonly key: null;
  readonly props: { readonly style: Style; readonly children: string | readonly Box[] };
}

function line(style: Style, text: string): Box {
  const { lineClamp, ...rest } = style;
  // The library cuts at a number of lines only in a block.
  const cut = lineClamp === undefined ? { display: 'flex' } : { display: 'block', lineClamp };
  return box({ ...cut, ...rest, wordBreak: 'break-word' }, text);
}

function row(style: Style, ...children: readonly Box[]): Box {
  return box({ display: 'flex', ...style }, children);
}

function column(style: Style, ...children: readonly Box[]): Box {
  return box({ display: 'flex', flexDirection: 'column', boxSizing: 'border-box', ...style }, children);
}

function box(style: Style, children: string | readonly Box[]): Box {
  return { type: 'div', key: null, props: { style, children } };
}
