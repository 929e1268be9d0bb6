import type { BoardView, RoundView } from '../../shared/board-view.ts';
import { isIdea, isVotable } from '../../shared/entry.ts';
import type { Language } from '../../shared/limits.ts';
import { report as german } from '../../shared/messages/de/report.ts';
import { report as english } from '../../shared/messages/en/report.ts';
import { dayOf, headline, promiseText, votesText } from './outcome-words.ts';
import { placed } from './told-round.ts';

/** A whole board to read, as Markdown in its language. It tells no time of its own: equal boards give equal reports. */
export function boardReport({ head, rounds, credits }: BoardView): string {
  const { language, title, makerName, reason } = head;
  const texts = textsIn(language);
  const titles = new Map(rounds.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry.title])));
  const thanks = credits.map(({ name, ideas }) => {
    const named = ideas.flatMap((id) => titles.get(id) || []).map(plain);
    return `- ${plain(name)}${named.length > 0 ? ` (${texts.idea}: ${named.join('; ')})` : ''}`;
  });
  return paragraphs([
    `# ${plain(title)}`,
    makerName && texts.by(plain(makerName)),
    plain(reason),
    ...rounds.flatMap((round, index) => [
      `## ${index + 1}. ${plain(round.question)}`,
      ...roundReport(round, language),
    ]),
    ...(thanks.length > 0 ? [`## ${texts.credits}`, thanks.join('\n')] : []),
  ]);
}

function roundReport(round: RoundView, language: Language): string[] {
  const texts = textsIn(language);
  if (round.run === 0) return [texts.notOpened, titleList(round)];
  const { ballots } = round.tally;
  const facts = [
    texts.ballots(ballots, new Intl.NumberFormat(language).format(ballots)),
    ...(round.run > 1 ? [texts.run(round.run)] : []),
    ...(round.closedAt === null ? [] : [texts.closed(dayIn(round.closedAt, language))]),
  ];
  return [facts.join(', '), table(round, language), aside(round, language), ...decision(round, language)];
}

/** [T4] */
function table(round: RoundView, language: Language): string {
  const texts = textsIn(language);
  const rows = placed(round).map((one) => [
    String(one.place),
    plain(one.entry.title),
    votesText(one, round, language),
  ]);
  return [[texts.place, texts.entry, texts.votes], ['--:', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** What is not on the ballot any more, in numbers. */
function aside({ entries }: RoundView, language: Language): string {
  const texts = textsIn(language);
  const ideas = entries.filter(isIdea);
  return (['folded', 'merged', 'gone'] as const)
    .map((state) => [state, ideas.filter((idea) => idea.state === state).length] as const)
    .flatMap(([state, n]) => (n > 0 ? texts[state](n) : []))
    .join(', ');
}

function decision(round: RoundView, language: Language): string[] {
  const { outcome } = round;
  const texts = textsIn(language);
  if (!outcome) return [plain(headline(round, language, true))];
  const steps = outcome.steps.map(({ kind, text, by }) =>
    kind === 'kept'
      ? texts.kept(plain(text))
      : texts.postponed(by === null ? '' : dayOf(by, language), plain(text)),
  );
  return [
    `### ${texts.decision}`,
    plain(headline(round, language, true)),
    plain(outcome.text),
    outcome.reason && texts.why(plain(outcome.reason)),
    plain(promiseText(round, language) ?? ''),
    ...steps,
  ];
}

function titleList({ entries }: RoundView): string {
  return entries
    .filter(isVotable)
    .map(({ title }) => `- ${plain(title)}`)
    .join('\n');
}

function paragraphs(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What people wrote stays what it is: no heading, link, table or HTML comes of it. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ');
}

function dayIn(time: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}

function textsIn(language: Language): typeof german {
  return language === 'de' ? german : english;
}
