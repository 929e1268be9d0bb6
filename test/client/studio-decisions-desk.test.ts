import { describe, expect, test } from 'vitest';
import { Commands } from '../../client/studio/commands.svelte.ts';
import { stageChoices } from '../../client/studio/live/stage-scenes.ts';
import { isModeration, logText } from '../../client/studio/log/log-text.ts';
import { fieldsOf, startForm } from '../../client/studio/outcome/outcome-form.ts';
import { Outcomes } from '../../client/studio/outcome/outcomes.svelte.ts';
import { changedTerms, headWith, readTerms } from '../../client/studio/terms/read-terms.ts';
import type { Change, IdeaAct, OutcomeAct } from '../../server/domain/change.ts';
import type { RoundView } from '../../shared/board-view.ts';
import { log as logDe } from '../../shared/messages/de/log.ts';
import { FakeWire } from './fake-wire.ts';
import { anIdea, ideasRound } from './studio-ideas.ts';
import { decided, revealed } from './studio-outcomes.ts';
import { makeView, memoryKeep } from './views.ts';

const step = { kind: 'kept' as const, text: '', at: 5, by: null, picture: null, alt: '' };
const promise = { text: 'Im Laden', by: 1_000 };

function start(round: RoundView) {
  const wire = new FakeWire();
  const keep = memoryKeep();
  const commands = new Commands(wire);
  const outcomes = new Outcomes(commands, () => makeView(round), keep);
  return { wire, keep, commands, outcomes };
}

describe('decisions', () => {
  test('what was kept goes once it is published; undo takes the decision away', async () => {
    const round = revealed([3, 1, 0]);
    const { wire, keep, commands, outcomes } = start(round);
    keep.write(outcomes.keyOf(round.id, 'decision'), '{}');
    outcomes.write(round.id, 'decision');
    expect(outcomes.hasBegun(round.id)).toBe(true);
    const published = outcomes.publish(round, fieldsOf(startForm(round), round));
    expect(await wire.accept('outcome:publish', { seq: 4 })).toMatchObject({
      boardId: 'board',
      roundId: 'wood',
      chosen: ['oak'],
    });
    await published;
    expect([outcomes.writing, outcomes.hasBegun(round.id)]).toEqual([null, false]);
    commands.takeBack();
    expect(await wire.accept('outcome:remove', { seq: 5 })).toEqual({ boardId: 'board', roundId: 'wood' });
  });

  test('refused, the form stays open with all that was written', async () => {
    const round = revealed([3, 1, 0]);
    const { wire, keep, commands, outcomes } = start(round);
    keep.write(outcomes.keyOf(round.id, 'decision'), '{}');
    outcomes.write(round.id, 'decision');
    const published = outcomes.publish(round, fieldsOf(startForm(round), round));
    await wire.take('outcome:publish').answer({ ok: false, no: { code: 'reason_missing' } });
    await published;
    expect(outcomes.writing).not.toBeNull();
    expect(outcomes.hasBegun(round.id)).toBe(true);
    expect(commands.no?.code).toBe('reason_missing');
  });

  test('asked twice before the answer, one step is taken back, and one decision published', async () => {
    const round = revealed([3, 1, 0], decided({ promise, steps: [step, step] }));
    const { wire, outcomes } = start(round);
    const first = outcomes.unstep(round);
    void outcomes.unstep(round);
    expect(outcomes.sending).toBe(true);
    await wire.accept('outcome:unstep', { seq: 4 });
    await first;
    expect([wire.calls, outcomes.sending]).toEqual([[], false]);
    const fields = fieldsOf(startForm(round), round);
    void outcomes.publish(round, fields);
    void outcomes.publish(round, fields);
    expect(wire.calls.map(({ event }) => event)).toEqual(['outcome:publish']);
  });

  test('an answer closes the form it belongs to, no other', async () => {
    const round = revealed([3, 1, 0]);
    const { wire, outcomes } = start(round);
    outcomes.write(round.id, 'decision');
    const published = outcomes.publish(round, fieldsOf(startForm(round), round));
    outcomes.write('other', 'decision');
    await wire.accept('outcome:publish', { seq: 4 });
    await published;
    expect(outcomes.writing).toEqual({ roundId: 'other', what: 'decision' });
  });

  test('undoing a correction publishes what stood before', async () => {
    const before = decided({ text: 'So zuerst', promise });
    const round = revealed([3, 1, 0], before);
    const { wire, commands, outcomes } = start(round);
    const published = outcomes.publish(round, { ...fieldsOf(startForm(round), round), text: 'Anders' });
    await wire.accept('outcome:publish', { seq: 4 });
    await published;
    commands.takeBack();
    expect(await wire.accept('outcome:publish', { seq: 5 })).toMatchObject({ text: 'So zuerst', promise });
  });

  test('a decision goes at once and can come back; with something told about its promise it asks first', async () => {
    const plain = revealed([3, 1, 0], decided());
    const one = start(plain);
    const removed = one.outcomes.remove(plain);
    await one.wire.accept('outcome:remove', { seq: 4 });
    await removed;
    one.commands.takeBack();
    expect(await one.wire.accept('outcome:publish', { seq: 5 })).toMatchObject({ text: 'Wir bauen es.' });

    const told = revealed([3, 1, 0], decided({ promise, steps: [step] }));
    const two = start(told);
    await two.outcomes.remove(told);
    expect(two.wire.calls).toEqual([]);
    expect(two.outcomes.writing).toEqual({ roundId: 'wood', what: 'removal' });
    const sure = two.outcomes.remove(told, true);
    await two.wire.accept('outcome:remove', { seq: 4 });
    await sure;
    expect(two.commands.undoable?.undo).toBeNull();
  });

  test('[O4] the last word on a promise can be taken back', async () => {
    const round = revealed([3, 1, 0], decided({ promise }));
    const { wire, commands, outcomes } = start(round);
    const kept = outcomes.step(round, { kind: 'kept', text: 'Da', by: null, picture: null, alt: '' });
    await wire.accept('outcome:step', { seq: 4 });
    await kept;
    commands.takeBack();
    expect(await wire.accept('outcome:unstep', { seq: 5 })).toEqual({ boardId: 'board', roundId: 'wood' });
  });
});

describe('what the stage can show', () => {
  const names = (view: ReturnType<typeof makeView>, round: RoundView | null) =>
    stageChoices(view, round).map(({ name }) => name);

  test('bars always; wall, decision and thanks where they are', () => {
    const plain = revealed([1, 0, 0]);
    expect(names(makeView(plain), plain)).toEqual(['Stand']);
    const ideas = ideasRound([anIdea('shelf')], { status: 'revealed', outcome: decided() });
    const thanked = { ...makeView(ideas), credits: [{ id: 'c', name: 'Ana', ideas: [] }] };
    expect(names(thanked, ideas)).toEqual(['Stand', 'Ideenwand', 'Entscheidung', 'Dank']);
  });

  test('what it shows now is among them, also from another round', () => {
    const ideas = ideasRound([anIdea('shelf', { title: 'Ein Regal' })]);
    const other = revealed([1, 0, 0], decided());
    const view = makeView(other);
    const showing = (scene: typeof view.head.scene) => ({
      ...view,
      rounds: [ideas, other],
      head: { ...view.head, scene },
    });
    expect(names(showing({ kind: 'idea', roundId: 'wishes', ideaId: 'shelf' }), other)).toContain(
      'Ein Regal',
    );
    expect(names(showing({ kind: 'outcome', roundId: 'wood' }), ideas)).toContain('Entscheidung Runde 2');
    expect(names(showing({ kind: 'idea', roundId: 'gone', ideaId: 'gone' }), other)).toContain('Ideenwand');
  });

  test('[W1] nothing of a round that the stage does not have', () => {
    const planned = ideasRound([], { status: 'draft', run: 0 });
    const view = makeView(revealed([1, 0, 0]));
    expect(names({ ...view, rounds: [...view.rounds, planned] }, planned)).toEqual(['Stand']);
  });
});

describe('terms', () => {
  const round = revealed([1, 0, 0]);
  const { head } = makeView(round);
  const longer = { decides: 'maker', ties: 'all', keepDays: 100 } as const;

  test('the end moves with the days', () => {
    const endsAt = Date.UTC(2026, 5, 1, 12);
    expect(headWith({ ...head, endsAt }, longer).endsAt).toBe(Date.UTC(2026, 5, 11, 12));
    expect(headWith(head, longer).endsAt).toBeNull();
  });

  test('[G2] the maker reads what phones are told, and only what is new is asked about', () => {
    expect(readTerms(head, round)).toHaveLength(4);
    expect(readTerms(head, null)).toHaveLength(3);
    expect(changedTerms(head, head.terms, round)).toEqual([]);
    expect(changedTerms(head, { ...head.terms, ties: 'all' }, round)).toEqual([
      'Bei Gleichstand gewinnen alle, die vorn liegen.',
    ]);
    expect(changedTerms(head, longer, round)).toHaveLength(3);
  });
});

describe('the log', () => {
  type Known =
    Exclude<Change['kind'], 'ideas-changed' | 'outcome-changed'> | IdeaAct | `outcome-${OutcomeAct}`;
  // A new act without a sentence is a type error here.
  const acts: Readonly<Record<Known, unknown>> = logDe.acts;
  const view = makeView(revealed([1, 0, 0]));

  test('[M7] there is a sentence for every act', () => {
    for (const act of Object.keys(acts)) {
      const { text } = logText({ seq: 1, at: 1, act, ideaIds: ['a', 'b'] }, view);
      expect(text).not.toBe(logDe.unknown);
      expect(text.length).toBeGreaterThan(5);
    }
  });

  test.each(['teleported', '__proto__', 'constructor', 'toString', ''])(
    'an unknown act is told: %s',
    (act) => {
      expect(logText({ seq: 1, at: 1, act }, view).text).toBe(logDe.unknown);
    },
  );

  test('[M7] a folding tells its category, its sentence and its round', () => {
    const line = {
      seq: 9,
      at: 1,
      act: 'folded',
      roundId: 'wood',
      reason: 'spam',
      sentence: 'Werbung.',
    } as const;
    expect(logText(line, view)).toMatchObject({ round: 'Runde 1', sentence: 'Werbung.' });
    expect(logText(line, view).reason).toMatch(/Spam/);
    expect(logText({ ...line, roundId: 'gone' }, view).round).toBeNull();
  });

  test('moderation is told from the rest', () => {
    expect(['folded', 'erased', 'merged'].every((act) => isModeration({ act }))).toBe(true);
    expect(['round-opened', 'idea-added', 'outcome-kept'].some((act) => isModeration({ act }))).toBe(false);
  });
});
