import { expect, test } from 'vitest';
import type { Board } from '../../server/domain/board.ts';
import { collectIdeas, eraseIdea } from '../../server/domain/idea.ts';
import { buryIdea, foldIdea, mergeIdeas } from '../../server/domain/moderation.ts';
import { publishOutcome, removeOutcome } from '../../server/domain/outcome.ts';
import { addRound, removeRound, showRound } from '../../server/domain/round.ts';
import { closeRound, openRound, revealRound } from '../../server/domain/run.ts';
import { showScene } from '../../server/domain/scene.ts';
import type { StageScene } from '../../shared/board-view.ts';
import { aBoardWith, decided, refusal, someFields } from '../support/boards.ts';
import { settings, withIdeas } from '../support/idea-rounds.ts';

const ideas = () =>
  decided(withIdeas('oak', 'ash'), (now) => addRound(now, { ...someFields, ideas: settings }, 'next'));
const oak: StageScene = { kind: 'idea', roundId: 'legs', ideaId: 'oak' };
const wall: StageScene = { kind: 'wall', roundId: 'legs' };
const outcome: StageScene = { kind: 'outcome', roundId: 'legs' };
const show = (scene: StageScene | null) => (board: Board) => showScene(board, scene);
const decidedUpon = () =>
  decided(
    aBoardWith(['oak', 'ash']),
    (now) => openRound(now, 'legs', 2_000),
    (now) => closeRound(now, 'legs', 3_000),
    (now) => revealRound(now, 'legs'),
    (now) =>
      publishOutcome(
        now,
        'legs',
        { chosen: ['oak'], reason: '', text: '', picture: null, alt: '', promise: null },
        ['oak'],
        4_000,
      ),
  );

test('[W1] the stage shows a scene instead of the bars, or the bars again', () => {
  for (const scene of [wall, oak, { kind: 'credits' } as const]) {
    const board = decided(ideas(), show(scene));
    expect(board.scene).toEqual(scene);
    expect(decided(board, show(null)).scene).toBeNull();
  }
  expect(decided(decidedUpon(), show(outcome)).scene).toEqual(outcome);
});

test.each<[string, StageScene, Board, string]>([
  ['the wall of an unknown round', { kind: 'wall', roundId: 'arms' }, ideas(), 'not_found'],
  ['the wall of a round of drafts', wall, decidedUpon(), 'round_wrong_status'],
  ['the wall of a round nobody sees', { kind: 'wall', roundId: 'next' }, ideas(), 'round_wrong_status'],
  ['an unknown idea', { ...oak, ideaId: 'elm' }, ideas(), 'round_wrong_status'],
  ['a draft as idea', oak, decidedUpon(), 'round_wrong_status'],
  ['an outcome that is none', outcome, ideas(), 'round_wrong_status'],
])('[W1] not shown: %s', (_, scene, board, code) => {
  expect(refusal(showScene(board, scene))).toBe(code);
});

test('[W1] what was collected can be shown, whichever round is the current one', () => {
  const board = decided(
    ideas(),
    (now) => showRound(now, 'next'),
    (now) => showScene(now, wall),
  );
  expect(board.scene).toEqual(wall);
});

test('[W1] an idea that is no longer to be read leaves the stage', () => {
  const board = decided(ideas(), show(oak));
  const acts = [
    foldIdea(board, 'oak', 'spam', 'No.'),
    buryIdea(board, 'oak', 'No.'),
    eraseIdea(board, 'oak', 'author-oak'),
    mergeIdeas(board, ['oak'], 'ash'),
    removeRound(board, 'legs'),
  ];
  for (const act of acts) expect(decided(board, () => act).scene).toBeNull();
  expect(decided(board, (now) => foldIdea(now, 'ash', 'spam', 'No.')).scene).toEqual(oak);
});

test('[W1] a removed outcome leaves the stage', () => {
  expect(decided(decidedUpon(), show(outcome), (now) => removeOutcome(now, 'legs')).scene).toBeNull();
});

test('[W1] another current round ends the scene, its own does not', () => {
  const board = decided(ideas(), show(wall));
  expect(decided(board, (now) => openRound(now, 'legs', 2_000)).scene).toEqual(wall);
  expect(decided(board, (now) => showRound(now, 'next')).scene).toBeNull();
  expect(decided(board, (now) => collectIdeas(now, 'next', true, undefined, 2_000)).scene).toBeNull();
  const credits = decided(ideas(), show({ kind: 'credits' }));
  expect(decided(credits, (now) => openRound(now, 'legs', 2_000)).scene).toEqual({ kind: 'credits' });
  expect(decided(credits, (now) => showRound(now, 'next')).scene).toBeNull();
});
