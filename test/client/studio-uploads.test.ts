import { expect, test } from 'vitest';
import { Uploads } from '../../client/studio/round/uploads.svelte.ts';
import { type Ack, accepted, rejected } from '../../shared/ack.ts';
import type { Picture } from '../../shared/entry.ts';

const picture: Picture = { hash: 'a'.repeat(32), width: 4, height: 3, blur: '' };
const photo = (name: string) => new File(['x'], name, { type: 'image/jpeg' });
const rounds = ['round'] as const;

/** Uploads whose sending the test finishes by name, in any order. */
function desk() {
  const sending = new Map<string, (ack: Ack<Picture>) => void>();
  const added: string[] = [];
  const uploads = new Uploads(
    async ({ file, draftId }) => {
      added.push(draftId === null ? file.name : `${file.name} for ${draftId}`);
      return accepted({});
    },
    (file) => new Promise((resolve) => sending.set((file as File).name, resolve)),
  );
  const names = () => uploads.of(rounds[0]).map((upload) => upload.file.name);
  return { uploads, sending, added, names };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('drafts are added in the order of dropping, whichever photo arrives first', async () => {
  const { uploads, sending, added, names } = desk();
  uploads.add('round', [photo('a.jpg'), photo('b.jpg')]);
  await settle();
  sending.get('b.jpg')?.(accepted(picture));
  await settle();
  expect(added).toEqual([]);
  sending.get('a.jpg')?.(accepted(picture));
  await settle();
  expect(added).toEqual(['a.jpg', 'b.jpg']);
  expect(names()).toEqual([]);
});

test('two photos are sent at once, the next when one is through', async () => {
  const { uploads, sending } = desk();
  uploads.add('round', ['a', 'b', 'c'].map(photo));
  await settle();
  expect([...sending.keys()]).toEqual(['a', 'b']);
  sending.get('b')?.(accepted(picture));
  await settle();
  expect([...sending.keys()]).toEqual(['a', 'b', 'c']);
});

test('a refused photo stays with its reason, holds nobody up, and can be tried again', async () => {
  const { uploads, sending, added, names } = desk();
  uploads.add('round', [photo('bad.jpg'), photo('good.jpg')]);
  await settle();
  sending.get('bad.jpg')?.(rejected('picture_not_readable'));
  sending.get('good.jpg')?.(accepted(picture));
  await settle();
  expect(added).toEqual(['good.jpg']);
  const [bad] = uploads.of('round');
  expect(bad?.fault).toEqual({ code: 'picture_not_readable' });
  if (bad) uploads.retry(bad);
  await settle();
  sending.get('bad.jpg')?.(accepted(picture));
  await settle();
  expect(added).toEqual(['good.jpg', 'bad.jpg']);
  expect(names()).toEqual([]);
});

test('a broken connection is told as such, HEIC is refused without sending', async () => {
  const { uploads, sending } = desk();
  uploads.add('round', [photo('a.jpg'), photo('b.heic')]);
  await settle();
  sending.get('a.jpg')?.(rejected('unavailable'));
  await settle();
  expect(uploads.of('round').map((upload) => upload.fault)).toEqual(['interrupted', 'heic']);
  expect(sending.has('b.heic')).toBe(false);
});

test('a photo that replaces another is sent like any other; the last one chosen wins', async () => {
  const { uploads, sending, added } = desk();
  uploads.replace('round', 'oak', photo('first.jpg'));
  uploads.replace('round', 'oak', photo('second.jpg'));
  await settle();
  expect(uploads.of('round').map(({ draftId, state }) => [draftId, state])).toEqual([['oak', 'sending']]);
  sending.get('first.jpg')?.(accepted(picture));
  sending.get('second.jpg')?.(accepted(picture));
  await settle();
  expect(added).toEqual(['second.jpg for oak']);
  expect(uploads.of('round')).toEqual([]);
});

test('a photo taken away while it is being sent never becomes a draft', async () => {
  const { uploads, sending, added } = desk();
  uploads.add('round', [photo('a.jpg')]);
  await settle();
  const [upload] = uploads.of('round');
  if (upload) uploads.drop(upload);
  sending.get('a.jpg')?.(accepted(picture));
  await settle();
  expect(added).toEqual([]);
  expect(upload?.cancel.signal.aborted).toBe(true);
});
