// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import type { IdeaActs } from '../../client/studio/moderation/acts.ts';
import SlipActions from '../../client/studio/moderation/SlipActions.svelte';
import { PropsBox } from './props-box.svelte.ts';
import { show } from './shown.ts';
import { anIdea, ideasRound } from './studio-ideas.ts';

test('a slip that has just moved up is not published: the tap meant the one before', async () => {
  const published: string[] = [];
  const idea = anIdea('oak', { state: 'waiting' });
  const row = { idea, round: ideasRound([idea]), number: 1, index: 0, fresh: false };
  const acts = { publish: ({ id }) => void published.push(id) } as Partial<IdeaActs> as IdeaActs;
  const box = new PropsBox({ row, current: true, staged: false, locked: false, moved: true, acts });
  const { tap } = show(SlipActions, box.props);
  await tap('Veröffentlichen');
  expect(published).toEqual([]);
  box.set({ moved: false });
  flushSync();
  await tap('Veröffentlichen');
  expect(published).toEqual(['oak']);
});
