import type { BoardView } from '../../shared/board-view.ts';
import { isIdea } from '../../shared/entry.ts';
import { outcomeDescription } from './outcome-words.ts';
import { SHARE_SIZE } from './share-content.ts';
import { serverTexts } from './texts.ts';
import type { Preview } from './shell.ts';

/** How a board's link looks in a chat, in the board's language: the question and the maker's first picture that followers may see. */
export function previewOf({ head, rounds }: BoardView, publicUrl: string): Preview {
  const current = rounds.find(({ id }) => id === head.currentRoundId) ?? rounds.at(-1);
  const texts = serverTexts(head.language);
  const pictures = [current, ...rounds].flatMap((round) => round?.entries ?? []);
  const picture = pictures.find((entry) => !isIdea(entry) && entry.picture !== null)?.picture ?? null;
  return {
    url: `${publicUrl}/b/${encodeURIComponent(head.slug)}`,
    description: current ? texts.invite(current.question) : firstLine(head.reason) || texts.welcome,
    picture: picture && {
      url: `${publicUrl}/media/${picture.hash}-1600.webp`,
      type: 'image/webp',
      width: picture.width,
      height: picture.height,
    },
  };
}

/** How the link to the decision looks in a chat. The picture's address changes with what it shows: chats keep what they saw. */
export function outcomePreview(view: BoardView, publicUrl: string): Preview {
  const url = `${publicUrl}/b/${encodeURIComponent(view.head.slug)}/ergebnis`;
  return {
    url,
    description: outcomeDescription(view),
    picture: { url: `${url}.jpg?v=${view.seq}`, type: 'image/jpeg', ...SHARE_SIZE },
  };
}

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
