import { flushSync, mount, unmount } from 'svelte';
import { onTestFinished } from 'vitest';
import Round from '../../client/follower/round/Round.svelte';
import type { OriginOf } from '../../client/follower/round/ballot-form.ts';
import { words } from '../../client/lib/words.ts';
import type { Rejection } from '../../shared/ack.ts';
import type { OwnBallot, RoundView } from '../../shared/board-view.ts';
import { click } from './clock-click.ts';
import { PropsBox } from './props-box.svelte.ts';

export interface Cast {
  readonly entries: readonly string[];
  readonly points?: readonly number[];
}

interface Fields {
  readonly own?: OwnBallot | null;
  readonly pending?: OwnBallot | null;
  readonly refused?: Rejection | null;
  readonly online?: boolean;
  readonly known?: boolean;
  readonly originOf?: OriginOf;
}

/** A round as a phone shows it. A ballot that is cast counts at once, as it does with a server near by. */
export async function showRound(round: RoundView, fields: Fields = {}) {
  const cast: Cast[] = [];
  words.start('de');
  const target = document.body.appendChild(document.createElement('main'));
  const box = new PropsBox({
    round,
    maker: 'Tischlerei',
    lang: 'de' as const,
    order: round.entries,
    own: null as OwnBallot | null,
    pending: null as OwnBallot | null,
    refused: null as Rejection | null,
    online: true,
    known: true,
    now: 50_000,
    oncast: (entries: readonly string[], points?: readonly number[]) => {
      cast.push(points ? { entries, points } : { entries });
      const ballot = { roundId: round.id, run: round.run, rev: cast.length, entries };
      box.set({ own: entries.length > 0 ? { ...ballot, ...(points && { points }) } : null });
    },
    onwithdraw: () => box.props.oncast([]),
    ...fields,
  });
  const component = mount(Round, { target, props: box.props });
  onTestFinished(async () => {
    await unmount(component);
    target.remove();
  });
  flushSync();
  // The forms are chunks of their own.
  await import('../../client/follower/round/rank/RankForm.svelte');
  await import('../../client/follower/round/points/PointsForm.svelte');
  await import('../../client/follower/round/duel/DuelForm.svelte');
  await Promise.resolve();
  flushSync();

  const found = (what: string) => {
    const clickable = [...target.querySelectorAll<HTMLElement>('label, button')];
    return clickable.find((one) => !one.closest('[inert]') && says(one, what));
  };
  return {
    cast,
    target,
    set: (changed: Partial<typeof box.props>) => {
      box.set(changed);
      flushSync();
    },
    text: () => target.textContent?.replace(/\s+/g, ' ') ?? '',
    has: (what: string) => found(what) !== undefined,
    tap(what: string, after?: number) {
      const one = found(what);
      if (!one) throw new Error(`nothing says ${what}`);
      click(one.querySelector('input') ?? one, after);
      flushSync();
    },
    press(key: string) {
      dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
      flushSync();
    },
  };
}

function says(element: HTMLElement, what: string): boolean {
  return element.getAttribute('aria-label') === what || Boolean(element.textContent?.includes(what));
}
