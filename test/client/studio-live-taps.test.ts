// @vitest-environment happy-dom
import { createRawSnippet, flushSync } from 'svelte';
import { expect, test } from 'vitest';
import type { LiveActions } from '../../client/studio/live/actions.ts';
import LiveControls from '../../client/studio/live/LiveControls.svelte';
import { nextStep } from '../../client/studio/live/next-step.ts';
import type { RoundView } from '../../shared/board-view.ts';
import { PropsBox } from './props-box.svelte.ts';
import { show } from './shown.ts';
import { anIdea, ideasRound } from './studio-ideas.ts';
import { makeRound, makeView } from './views.ts';

const START = 10_000;

function controls(round: RoundView) {
  const done: string[] = [];
  const say = (name: string) => () => void done.push(name);
  const actions = {
    close: say('close'),
    reveal: say('reveal'),
    undo: say('undo'),
    collect: (_round: RoundView, on: boolean) => void done.push(on ? 'collect' : 'end'),
  } as Partial<LiveActions> as LiveActions;
  const seen = (one: RoundView) => {
    const view = makeView(one);
    return { view, step: nextStep(view) };
  };
  const box = new PropsBox({
    ...seen(round),
    now: START,
    locked: false,
    stepping: false,
    alone: false,
    actions,
    children: createRawSnippet(() => ({ render: () => '<i></i>' })),
  });
  const shown = show(LiveControls, box.props);
  return {
    ...shown,
    done,
    at(now: number, next?: RoundView) {
      box.set({ now, ...(next && seen(next)) });
      flushSync();
    },
  };
}

test('a tap right after the step has changed is none: it meant the step before', async () => {
  const open = makeRound({ status: 'open' });
  const { at, tap, done } = controls(open);
  await tap('Runde schließen');
  at(START + 300, { ...open, status: 'closed', closedAt: START });
  await tap('Ergebnis aufdecken');
  at(START + 790);
  await tap('Ergebnis aufdecken');
  expect(done).toEqual(['close']);
  at(START + 800);
  await tap('Ergebnis aufdecken');
  expect(done).toEqual(['close', 'reveal']);
});

test('nor on the step back: hiding twice does not open the vote again', async () => {
  const closed = makeRound({ status: 'closed', closedAt: START });
  const { at, tap, done } = controls({ ...closed, status: 'revealed' });
  await tap('verdecken');
  at(START + 100, closed);
  await tap('Doch offen lassen');
  expect(done).toEqual(['undo']);
});

test('nor on collecting', async () => {
  const round = ideasRound([anIdea('oak')], { status: 'draft', run: 0, collecting: false });
  const { at, tap, done } = controls(round);
  await tap('sammeln');
  at(START + 100, { ...round, collecting: true });
  await tap('Sammeln beenden');
  expect(done).toEqual(['collect']);
  at(START + 700);
  await tap('Sammeln beenden');
  expect(done).toEqual(['collect', 'end']);
});
