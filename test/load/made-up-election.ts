import { type Election, readElection } from './pabulib.ts';

/** An election in which voter n of `voters` chooses project n modulo `projects`, and its neighbour if n is even. */
export function madeUpElection(projects: number, voters: number): Election {
  const counts = Array.from({ length: projects }, () => 0);
  const votes = Array.from({ length: voters }, (_, n) => {
    const chosen = n % 2 === 0 ? [n % projects, (n + 1) % projects] : [n % projects];
    for (const project of chosen) counts[project] = (counts[project] ?? 0) + 1;
    return `v${n};"${chosen.map((project) => `p${project}`).join()}"`;
  });
  const rows = counts.map((count, project) => `p${project};${count};Project ${project}`);
  return readElection(
    [
      'META\nkey;value\nunit;Village\ninstance;2025\nvote_type;approval\nmin_length;1\nmax_length;2',
      'PROJECTS\nproject_id;votes;name',
      ...rows,
      'VOTES\nvoter_id;vote',
      ...votes,
    ].join('\n'),
  );
}
