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

/** Voter n ranks three projects from project n on, of which the first gets three points by Borda. */
export function madeUpRanking(projects: number, voters: number): Election {
  const scores = Array.from({ length: projects }, () => 0);
  const votes = Array.from({ length: voters }, (_, n) => {
    const ranked = [n, n + 1, n + 2].map((project) => project % projects);
    for (const [place, project] of ranked.entries()) scores[project] = (scores[project] ?? 0) + 3 - place;
    return `v${n};"${ranked.map((project) => `p${project}`).join()}"`;
  });
  return readElection(
    [
      'META\nkey;value\nunit;Village\ninstance;2025\nvote_type;ordinal\nmin_length;1\nmax_length;3',
      'PROJECTS\nproject_id;score;name',
      ...scores.map((score, project) => `p${project};${score};Project ${project}`),
      'VOTES\nvoter_id;vote',
      ...votes,
    ].join('\n'),
  );
}

/** Voter n gives seven points to project n and n modulo 4 to the next one. */
export function madeUpPoints(projects: number, voters: number): Election {
  const scores = Array.from({ length: projects }, () => ({ votes: 0, score: 0 }));
  const give = (project: number, points: number) => {
    const row = scores[project % projects];
    if (row && points > 0) scores[project % projects] = { votes: row.votes + 1, score: row.score + points };
    return points > 0 ? [`p${project % projects}`] : [];
  };
  const votes = Array.from({ length: voters }, (_, n) => {
    const listed = [...give(n, 7), ...give(n + 1, n % 4)];
    return `v${n};"${listed.join()}";"${[7, n % 4].slice(0, listed.length).join()}"`;
  });
  return readElection(
    [
      'META\nkey;value\nunit;Village\ninstance;2025\nvote_type;cumulative\nmax_sum_points;10',
      'PROJECTS\nproject_id;votes;score;name',
      ...scores.map(({ votes, score }, project) => `p${project};${votes};${score};Project ${project}`),
      'VOTES\nvoter_id;vote;points',
      ...votes,
    ].join('\n'),
  );
}
