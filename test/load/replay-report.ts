import { isFaultless } from './replay-run.ts';
import type { Replayed } from './replay-run.ts';

const NAMES = { votes: 'column votes', score: 'column score', recount: 'a recount' } as const;

/** The table at the end of a replay. */
export function reportOf(replayed: Replayed): string {
  const { latencies, seconds, acknowledged, lastFrame, comparisons } = replayed;
  const refused = [...replayed.refused].map(([code, times]) => `${number(times)} × ${code}`).join(', ');
  const rows: [string, string][] = [
    ['ballots acknowledged', `${number(acknowledged)} of ${number(replayed.ballots)}`],
    ['ballots counted', number(replayed.counted)],
    ['refused', refused || '0'],
    ['sent again', number(replayed.resent)],
    ['left out (nothing chosen)', number(replayed.empty)],
    ['time', `${seconds.toFixed(1)} s`],
    ['ballots per second', number(Math.round(acknowledged / seconds))],
    ['acknowledgement p50', `${percentile(latencies, 0.5).toFixed(1)} ms`],
    ['acknowledgement p99', `${percentile(latencies, 0.99).toFixed(1)} ms`],
    ['last ballot to last frame', lastFrame === null ? 'never shown' : `${lastFrame.toFixed(1)} ms`],
    ...comparisons.map(({ of, to, differences }): [string, string] => [
      `${of} ${of === 'tally' ? 'differs' : 'differ'} from ${NAMES[to]}`,
      number(differences.length),
    ]),
  ];
  const lines = rows.map(([name, value]) => `${name.padEnd(34)} ${value.padStart(18)}`);
  const listed = comparisons.flatMap(({ to, differences }) =>
    differences.map(
      ({ project, name, expected, counted }) =>
        `  ${project}: ${expected} by ${NAMES[to]}, ${counted} counted: ${name}`,
    ),
  );
  const verdict = isFaultless(replayed)
    ? `Compared with ${comparisons.map(({ to }) => NAMES[to]).join(' and ')}: all equal.`
    : 'NOT all is equal.';
  return [...lines, ...listed, '', verdict].join('\n');
}

/** Nearest rank of an ascending list; 0 of an empty one. */
export function percentile(ascending: Float64Array, part: number): number {
  return ascending[Math.max(0, Math.ceil(ascending.length * part) - 1)] ?? 0;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
