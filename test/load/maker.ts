import { LIMITS } from '../../shared/limits.ts';
import { linkSecret } from '../../shared/maker-link.ts';
import { ruleFor, shorten } from './election-round.ts';
import type { Election } from './pabulib.ts';
import type { AnswerOf, Asked, CommandOf } from './raw-phone.ts';
import { RawPhone } from './raw-phone.ts';

/** The maker's session at one server. */
export interface Maker {
  readonly origin: string;
  readonly cookie: string;
}

/** Exchanges a maker link (`http://host/studio#link=…`) for a session, as the studio does. */
export async function redeemLink(link: string): Promise<Maker> {
  const { origin, hash } = new URL(link);
  const secret = linkSecret(hash);
  if (secret === null) throw new Error('The maker link looks like http://host/studio#link=…');
  const response = await fetch(`${origin}/api/maker/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin },
    body: JSON.stringify({ secret }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!response.ok || cookie === undefined) {
    throw new Error(`The maker link was refused (${response.status}): ${await response.text()}`);
  }
  return { origin, cookie };
}

/** A round that is open for an election's ballots. */
export interface OpenRound {
  readonly boardId: string;
  readonly slug: string;
  readonly roundId: string;
  readonly run: number;
  /** The board's structural version: phones that join with it are spared the view. */
  readonly seq: number;
  /** Draft id by project id, in the order of the file. */
  readonly drafts: ReadonlyMap<string, string>;
}

/** Makes a board with one round, its projects as drafts and the matching rule, and opens it. */
export async function openElection(maker: Maker, election: Election): Promise<OpenRound> {
  const rule = ruleFor(election);
  const phone = await RawPhone.connect(maker);
  const { boardId, slug } = await ask(phone, 'board:create', {
    title: shorten(election.name, LIMITS.boardTitle),
    reason: '',
    makerName: '',
    accent: 'schiefer',
    language: 'en',
  });
  const question = shorten(election.name, LIMITS.roundQuestion);
  const { roundId } = await ask(phone, 'round:add', {
    boardId,
    question,
    rule,
    results: 'live',
    seconds: null,
    ideas: null,
  });
  const drafts = new Map<string, string>();
  for (let at = 0; at < election.projects.length; at += LIMITS.draftsPerCommand) {
    const some = election.projects.slice(at, at + LIMITS.draftsPerCommand);
    const { draftIds } = await ask(phone, 'draft:add', {
      boardId,
      roundId,
      drafts: some.map(({ name }) => ({
        title: shorten(name, LIMITS.draftTitle),
        text: '',
        picture: null,
        alt: '',
      })),
    });
    for (const [index, project] of some.entries()) drafts.set(project.id, draftIds[index] ?? '');
  }
  const { seq } = await ask(phone, 'round:open', { boardId, roundId });
  phone.close();
  return { boardId, slug, roundId, run: 1, seq, drafts };
}

export interface Counted {
  readonly ballots: number;
  /** By draft id. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Closes the round and reads what was counted. */
export async function closeElection(maker: Maker, round: OpenRound): Promise<Counted> {
  const phone = await RawPhone.connect(maker);
  await ask(phone, 'round:close', { boardId: round.boardId, roundId: round.roundId });
  const { view } = await phone.join({ slug: round.slug, as: 'maker' });
  phone.close();
  const seen = view?.rounds.find(({ id }) => id === round.roundId);
  if (!seen?.tally.counts) throw new Error('The server shows the maker no tally of the closed round.');
  const { ballots, counts } = seen.tally;
  return { ballots, counts: new Map(seen.entries.map((entry, index) => [entry.id, counts[index] ?? 0])) };
}

/** Asks what must not be refused. */
export async function ask<E extends Asked>(
  phone: RawPhone,
  event: E,
  command: CommandOf<E>,
): Promise<Extract<AnswerOf<E>, { ok: true }>['value']> {
  const ack = await phone.ask(event, command);
  if (!ack.ok) throw new Error(`${event} was refused: ${ack.no.code}`);
  return ack.value;
}
