import { expect, test } from 'vitest';
import type { Board } from '../../server/domain/board.ts';
import { giveCredit, withdrawCredit } from '../../server/domain/credit.ts';
import { eraseIdea } from '../../server/domain/idea.ts';
import { buryIdea, foldIdea } from '../../server/domain/moderation.ts';
import { removeRound } from '../../server/domain/round.ts';
import { CONSENT } from '../../shared/mine.ts';
import { aBoard } from '../support/boards.ts';
import { collecting, handIn, theIdea, withIdeas } from '../support/idea-rounds.ts';
import { openTemporaryRedis } from '../support/redis-store.ts';
import { keysWith } from '../support/redis-traces.ts';
import { cast, committed, openBoard } from '../support/stored-boards.ts';
import { describeWithOwnRedis } from '../support/with-redis.ts';

const give = (name: string) => (board: Board) =>
  giveCredit(board, { participant: 'ana', hasBallot: true }, { name, consent: CONSENT }, 'credit', 2_000);

describeWithOwnRedis('what Redis holds', (redis) => {
  const opened = () => openTemporaryRedis(redis().url);

  test('[C2] a name that is replaced or withdrawn is nowhere', async () => {
    await using temporary = await opened();
    const { store, prefix } = temporary;
    await store.createBoard(withIdeas('oak'));
    const named = await committed(store, withIdeas('oak'), give('Anastasia'));
    expect(await keysWith(redis().url, prefix, 'Anastasia')).toEqual(['{bedside}:credits']);
    const renamed = await committed(store, named, give('<Ana>'));
    expect(await keysWith(redis().url, prefix, 'Anastasia')).toEqual([]);
    await committed(store, renamed, (board) => withdrawCredit(board, 'ana'));
    expect(await keysWith(redis().url, prefix, '<Ana>')).toEqual([]);
  });

  test.each<[string, (board: Board) => ReturnType<typeof eraseIdea>]>([
    ['[I6] erased', (board) => eraseIdea(board, 'oak', 'author-oak')],
    ['[M5] buried', (board) => buryIdea(board, 'oak', 'The law forbids it.')],
    ['[R5] removed with its round', (board) => removeRound(board, 'legs')],
  ])('an idea that is %s is nowhere', async (_, decide) => {
    await using temporary = await opened();
    const { store, prefix } = temporary;
    await store.createBoard(collecting());
    const board = await committed(store, collecting(), handIn('oak'));
    expect(await keysWith(redis().url, prefix, 'text of oak')).toEqual(['{bedside}:ideas:legs']);
    await committed(store, board, decide);
    expect(await keysWith(redis().url, prefix, 'text of oak')).toEqual([]);
  });

  test('[S3] [E2] of a removed board no key is left, nor what led to it', async () => {
    await using temporary = await opened();
    const { store, prefix } = temporary;
    const board = await openBoard(store);
    await cast(store, [['ana', 1, 'oak']]);
    await store.removeBoard(board.id);
    expect(await keysWith(redis().url, prefix, 'bedside')).toEqual([]);
  });

  test('what a test keeps in a Redis that is not its own is removed with it', async () => {
    const temporary = await openTemporaryRedis(redis().url, { isOurs: false });
    await openBoard(temporary.store);
    await temporary.limits.window('newcomers', 1, 300).take('a');
    expect(await keysWith(redis().url, temporary.prefix, '')).not.toEqual([]);
    await temporary[Symbol.asyncDispose]();
    expect(await keysWith(redis().url, temporary.prefix, '')).toEqual([]);
  });

  test('a change writes the ideas it names, and no others', async () => {
    await using temporary = await opened();
    const { store, prefix } = temporary;
    const board = withIdeas('oak', 'ash');
    await store.createBoard(board);
    const text = `0 ${JSON.stringify({ ...theIdea(board, 'oak'), title: 'untouched' })}`;
    await redis().ask('HSET', `${prefix}{bedside}:ideas:legs`, 'oak', text);
    await committed(store, board, (now) => foldIdea(now, 'ash', 'spam', 'No.'));
    expect((await store.readBoard(board.id))?.rounds[0]?.entries).toMatchObject([
      { title: 'untouched' },
      { title: 'title of ash', state: 'folded' },
    ]);
  });

  test('an idea whose id is stored already rejects the commit whole', async () => {
    await using temporary = await opened();
    const { store } = temporary;
    await store.createBoard(withIdeas('oak'));
    const before = { ...collecting(), seq: withIdeas('oak').seq };
    await expect(committed(store, before, handIn('oak', 'ben'))).rejects.toThrow('stored already');
    expect(await store.readBoard('bedside')).toEqual(withIdeas('oak'));
  });

  test('[S2] an address that a fault left to no board is free after a minute, one of a board never', async () => {
    await using temporary = await opened();
    const { store, prefix } = temporary;
    const { slug } = aBoard();
    await redis().ask('SET', `${prefix}slug:${slug}`, `half-made nonce ${Date.now()}`);
    expect(await store.findBoard({ slug })).toBeNull();
    expect(await store.createBoard(aBoard())).toBe('taken');
    await redis().ask('SET', `${prefix}slug:${slug}`, `half-made nonce ${Date.now() - 61_000}`);
    expect(await store.createBoard(aBoard())).toBe('created');
    await redis().ask('SET', `${prefix}slug:${slug}`, `bedside nonce ${Date.now() - 61_000}`);
    expect(await store.createBoard({ ...aBoard('second'), slug })).toBe('taken');
  });

  test('[S2] of ten boards made at once with the same address, on two servers, one is made', async () => {
    await using first = await opened();
    await using second = await first.another();
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, at) => {
        const { store } = at % 2 === 0 ? first : second;
        return store.createBoard({ ...aBoard(`b${at}`), joinCode: 'K7PX2M' });
      }),
    );
    expect(made.filter((result) => result === 'created')).toHaveLength(1);
    const found = await first.store.findBoard({ joinCode: 'K7PX2M' });
    expect(found).toBe(`b${made.indexOf('created')}`);
    expect(await second.store.listBoards()).toHaveLength(1);
    expect(await keysWith(redis().url, first.prefix, 'slug-')).toHaveLength(2);
  });
});
