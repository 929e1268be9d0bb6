import { expect, test } from 'vitest';
import { foldIdea } from '../../server/domain/moderation.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { openDatabase } from '../../server/store/sqlite-driver.ts';
import { collecting, handIn, withIdeas } from '../support/idea-rounds.ts';
import { committed } from '../support/stored-boards.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('the row of a board holds no idea, and a change writes the ideas it names', async () => {
  await using folder = await temporaryFolder();
  await using store = await openSqliteStore(folder.path, { lock: true });
  const board = withIdeas('oak', 'ash');
  await store.createBoard(board);
  const file = await openDatabase(`${folder.path}/mitwerk.db`);
  file.exec("update ideas set idea = replace(idea, 'title of oak', 'untouched')");
  await committed(store, board, (now) => foldIdea(now, 'ash', 'spam', 'No.'));
  const { text } = file.prepare('select board as text from boards').get() as { text: string };
  file.close();
  expect(text).not.toContain('of ash');
  const entries = (await store.readBoard(board.id))?.rounds[0]?.entries;
  expect(entries).toMatchObject([{ title: 'untouched' }, { title: 'title of ash', state: 'folded' }]);
});

test('an idea whose id is stored already rejects the commit whole', async () => {
  await using folder = await temporaryFolder();
  await using store = await openSqliteStore(folder.path, { lock: true });
  await store.createBoard(withIdeas('oak'));
  const before = { ...collecting(), seq: withIdeas('oak').seq };
  await expect(committed(store, before, handIn('oak', 'ben'))).rejects.toThrow();
  expect(await store.readBoard('bedside')).toEqual(withIdeas('oak'));
});
