// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { Desk } from '../../client/studio/board/desk.svelte.ts';
import BoardSettings from '../../client/studio/board/BoardSettings.svelte';
import AnswerForm from '../../client/studio/moderation/AnswerForm.svelte';
import FoldForm from '../../client/studio/moderation/FoldForm.svelte';
import InboxDialogs from '../../client/studio/moderation/InboxDialogs.svelte';
import StepForm from '../../client/studio/outcome/StepForm.svelte';
import IdeasForm from '../../client/studio/round/IdeasForm.svelte';
import RuleForm from '../../client/studio/round/RuleForm.svelte';
import TermsForm from '../../client/studio/terms/TermsForm.svelte';
import { rejected } from '../../shared/ack.ts';
import { FakeWire } from './fake-wire.ts';
import { PropsBox } from './props-box.svelte.ts';
import { settled, show } from './shown.ts';
import { anIdea, ideasView } from './studio-ideas.ts';
import { decided } from './studio-outcomes.ts';
import { makeBoot, makeJoined, makeRound, makeView, memoryKeep } from './views.ts';

const none = () => {};
const idea = anIdea('oak', { state: 'folded', objection: { text: 'Doch!', at: 1, answer: null } });
const outcome = decided({ promise: { text: 'Im Laden', by: 1_000 } });
const said = { idea, language: 'de', locked: false } as const;
const FORMS = {
  fold: [FoldForm, { ...said, onfold: none, onbury: none }],
  answer: [AnswerForm, { ...said, onanswer: none, onunfold: none }],
  rule: [RuleForm, { round: makeRound(), locked: false, onsave: none }],
  ideas: [
    IdeasForm,
    {
      settings: { whileVoting: true, review: true, pictures: false, each: 3 },
      locked: false,
      onsave: none,
    },
  ],
  terms: [TermsForm, { head: makeView().head, round: null, locked: false, onsave: none }],
  settings: [
    BoardSettings,
    { head: makeView().head, locked: false, onsave: none, onremove: none, children: none },
  ],
  step: [
    StepForm,
    {
      kind: 'kept',
      outcome,
      lang: 'de',
      now: 1_000,
      keep: memoryKeep(),
      keepKey: 'step',
      offline: false,
      no: null,
      onstep: none,
    },
  ],
} as const;

describe('while a form is being sent', () => {
  test.each(Object.entries(FORMS))(
    '%s: nothing is changed in it, and the focus stays',
    (_, [form, props]) => {
      const box = new PropsBox({ ...props, sending: false });
      const { target } = show(form as never, box.props as never);
      const field = target.querySelector<HTMLElement>('form :is(input, textarea, select)');
      const button = target.querySelector<HTMLElement>('form [type="submit"]');
      field?.focus();
      box.set({ sending: true });
      flushSync();
      expect(field?.closest('[inert]')).not.toBeNull();
      expect(button?.closest('[inert]')).toBeNull();
      expect(document.activeElement).toBe(button);
      expect([button?.getAttribute('aria-disabled'), button?.textContent?.trim()]).toEqual([
        'true',
        'Wird gesendet …',
      ]);
      box.set({ sending: false });
      flushSync();
      expect(field?.closest('[inert]')).toBeNull();
      expect(document.activeElement).toBe(field);
    },
  );
});

describe('a dialog of the inbox', () => {
  async function open(kind: 'promote' | 'fold') {
    const ideas = [anIdea('oak'), anIdea('ash')];
    const wire = new FakeWire();
    const desk = new Desk({ slug: 'nachttisch', link: wire, boot: makeBoot() });
    wire.happen('live');
    const view = ideasView(ideas);
    await wire.accept('board:join', makeJoined({ view, maker: { stageToken: 'stage', createdAt: 1 } }));
    const [first] = ideas;
    if (!first) throw new Error('no idea');
    desk.inbox.look({ filter: 'all' });
    desk.inbox.takeUp('oak');
    desk.inbox.asking = kind === 'fold' ? { kind, idea: first } : { kind, ideas: [first] };
    const gone: string[] = [];
    const shown = show(InboxDialogs, { desk, view, onround: (roundId: string) => gone.push(roundId) });
    const submit = async () => {
      const form = shown.target.querySelector('form');
      form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      await settled();
    };
    return { ...shown, wire, desk, gone, submit };
  }

  test('sends once what is asked twice before the answer', async () => {
    const { wire, gone, submit } = await open('promote');
    await submit();
    await submit();
    await wire.accept('round:add', { roundId: 'new' });
    await settled();
    await submit();
    await wire.accept('idea:promote', { draftId: 'draft' });
    await settled();
    expect(wire.calls).toEqual([]);
    expect(gone).toEqual(['new']);
  });

  test('passes on once, and only after a yes', async () => {
    const { wire, desk, submit } = await open('fold');
    await submit();
    await wire.take('idea:fold').answer(rejected('unavailable') as never);
    await settled();
    expect(desk.inbox.current?.idea.id).toBe('oak');
    await submit();
    await submit();
    await wire.accept('idea:fold', { seq: 4 });
    await settled();
    expect(desk.inbox.current?.idea.id).toBe('ash');
    expect(desk.inbox.asking).toBeNull();
    desk.commands.forgetNo();
  });
});
