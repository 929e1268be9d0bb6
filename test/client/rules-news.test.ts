// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import RulesNews from '../../client/follower/rules/RulesNews.svelte';
import { words } from '../../client/lib/words.ts';
import type { Rules } from '../../shared/board-view.ts';
import { PropsBox } from './props-box.svelte.ts';
import { makeView, memoryKeep } from './views.ts';

const changed: Rules = {
  version: 2,
  changes: [{ version: 2, at: 5, topics: ['ties', 'keepDays'], whileOpen: true }],
};

test('[G2] a change of the rules is announced by its topics until somebody has seen it', async () => {
  words.start('de');
  const keep = memoryKeep();
  const { head } = makeView();
  const shown = await show({ head, keep });
  expect(shown.text()).toBe('');
  await shown.set({ head: { ...head, rules: changed } });
  expect(shown.text()).toContain(
    'Die Regeln haben sich geändert: was bei Gleichstand gilt und wann alles gelöscht wird.',
  );
  const again = await show({ head: { ...head, rules: changed }, keep });
  expect(again.text()).toContain('Die Regeln haben sich geändert');
  again.press('Verstanden');
  expect(again.text()).toBe('');
  expect((await show({ head: { ...head, rules: changed }, keep })).text()).toBe('');
});

async function show(props: {
  head: ReturnType<typeof makeView>['head'];
  keep: ReturnType<typeof memoryKeep>;
}) {
  const target = document.body.appendChild(document.createElement('main'));
  const box = new PropsBox(props);
  const component = mount(RulesNews, { target, props: box.props });
  onTestFinished(async () => {
    await unmount(component);
    target.remove();
  });
  const settle = async () => {
    flushSync();
    await import('../../client/follower/rules/RulesNotice.svelte');
    await Promise.resolve();
    flushSync();
  };
  await settle();
  return {
    text: () => target.textContent?.trim() ?? '',
    async set(fields: Partial<typeof props>) {
      box.set(fields);
      await settle();
    },
    press(what: string) {
      [...target.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(what))?.click();
      flushSync();
    },
  };
}
