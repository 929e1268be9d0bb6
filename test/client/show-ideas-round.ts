import { createRawSnippet, flushSync, mount, tick, unmount } from 'svelte';
import { onTestFinished } from 'vitest';
import IdeasRound from '../../client/follower/ideas/IdeasRound.svelte';
import type { SendPhoto } from '../../client/follower/ideas/send-photo.ts';
import { LiveBoard } from '../../client/lib/board.svelte.ts';
import { words } from '../../client/lib/words.ts';
import type { OwnBallot, RoundView } from '../../shared/board-view.ts';
import type { Mine, OwnIdea } from '../../shared/mine.ts';
import { FakeWire } from './fake-wire.ts';
import { makeIdea } from './idea-views.ts';
import { makeBoot, makeJoined, makeView, memoryKeep } from './views.ts';

export const three = [
  makeIdea('a', { title: 'Gewürzregal' }),
  makeIdea('b', { title: 'Messerleiste' }),
  makeIdea('c'),
];

interface Around {
  readonly mine?: readonly OwnIdea[];
  readonly ballots?: readonly OwnBallot[];
  readonly keep?: ReturnType<typeof memoryKeep>;
  readonly sendPhoto?: SendPhoto;
  /** `false`: the page is there, the line is not yet. */
  readonly joined?: boolean;
}

/** A phone with the round on it; the test is the server. */
export async function showIdeas(
  round: RoundView,
  { mine = [], ballots = [], keep = memoryKeep(), joined = true, sendPhoto }: Around = {},
) {
  words.start('de');
  const wire = new FakeWire();
  const board = new LiveBoard({
    as: 'follower',
    slug: 'n',
    boot: makeBoot(makeView(round)),
    link: wire,
    keep,
  });
  const join = async () => {
    wire.happen('live');
    await wire.accept('board:join', makeJoined({ mine: { ideas: mine, credit: null }, ballots }));
  };
  if (joined) await join();
  const target = document.body.appendChild(document.createElement('main'));
  const component = mount(IdeasRound, {
    target,
    props: {
      board,
      get round() {
        return board.currentRound ?? round;
      },
      maker: 'Tischlerei',
      now: 50_000,
      online: true,
      keep,
      sendPhoto,
      credit: createRawSnippet(() => ({ render: () => '<p class="credit">Mitgestaltet von?</p>' })),
    },
  });
  flushSync();
  onTestFinished(async () => {
    await unmount(component);
    target.remove();
    board.dispose();
  });
  const labelled = (label: string) => {
    const found = [...target.querySelectorAll('label')].find((one) => one.textContent?.includes(label));
    return target.querySelector<HTMLTextAreaElement>(`#${found?.htmlFor}`);
  };
  return {
    wire,
    keep,
    join: async () => {
      await join();
      await settled();
    },
    /** A name is asked for where the own ideas stand. */
    creditFollows: () => target.querySelector('.ideas:not(.none) .credit') !== null,
    credit: () => target.querySelector('.credit'),
    text: () => target.textContent?.replace(/\s+/g, ' ') ?? '',
    fields: () => [...target.querySelectorAll('textarea')].map(({ value }) => value),
    buttons: () =>
      [...target.querySelectorAll('button')].map((one) => one.textContent?.replace(/\s+/g, ' ').trim()),
    async tap(what: string) {
      const found = [...target.querySelectorAll('button')].find((one) => one.textContent?.includes(what));
      if (!found) throw new Error(`nothing says ${what}`);
      found.click();
      await settled();
    },
    async write(label: string, text: string) {
      const field = labelled(label);
      if (!field) throw new Error(`no field ${label}`);
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await settled();
    },
    async pick(file: File) {
      const field = target.querySelector<HTMLInputElement>('input[type=file]');
      if (!field) throw new Error('no photo can be picked');
      Object.defineProperty(field, 'files', { value: [file] });
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await settled();
    },
    async tell(told: Mine) {
      wire.tell('mine', told);
      await settled();
    },
    async close() {
      wire.tell('delta', { seq: 4, changes: [{ kind: 'round', round: { ...round, status: 'closed' } }] });
      await settled();
    },
  };
}

/** What was clicked is loaded, sent and shown. */
export async function settled() {
  await import('../../client/lib/outbox.svelte.ts');
  for (let turn = 0; turn < 5; turn++) await tick();
  flushSync();
}
