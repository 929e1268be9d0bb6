import { expect, test } from 'vitest';
import type { OpenStore } from './store-contract.ts';

export function makerContract(open: OpenStore): void {
  test('[A3] a maker link opens once', async () => {
    await using opened = await open();
    await opened.store.addMakerLink('hash', 100);
    expect(await opened.store.hasMaker()).toBe(false);
    expect(await opened.store.redeemMakerLink('other', 50)).toBe(false);
    expect(await opened.store.redeemMakerLink('hash', 50)).toBe(true);
    expect(await opened.store.redeemMakerLink('hash', 51)).toBe(false);
    const store = await opened.reopen();
    expect(await store.redeemMakerLink('hash', 52)).toBe(false);
    expect(await store.hasMaker()).toBe(true);
  });

  test('[A3] of two that redeem a link at once, one gets in', async () => {
    await using opened = await open();
    const { store } = opened;
    await store.addMakerLink('hash', 100);
    const both = await Promise.all([store.redeemMakerLink('hash', 50), store.redeemMakerLink('hash', 50)]);
    expect(both.toSorted()).toEqual([false, true]);
  });

  test('[A3] a maker link expires', async () => {
    await using opened = await open();
    await opened.store.addMakerLink('hash', 100);
    expect(await opened.store.redeemMakerLink('hash', 100)).toBe(false);
    expect(await opened.store.hasMaker()).toBe(false);
  });

  test('[A3] the place keeps its owner when later links are used or expire', async () => {
    await using opened = await open();
    const { store } = opened;
    await store.addMakerLink('first', 100);
    await store.redeemMakerLink('first', 50);
    await store.addMakerLink('second', 200);
    expect(await store.redeemMakerLink('second', 300)).toBe(false);
    expect(await store.hasMaker()).toBe(true);
  });

  test('[A3] a session lasts until it expires or ends', async () => {
    await using opened = await open();
    await opened.store.addMakerSession('laptop', 100);
    await opened.store.addMakerSession('phone', 100);
    const store = await opened.reopen();
    expect(await store.hasMakerSession('laptop', 99)).toBe(true);
    expect(await store.hasMakerSession('laptop', 100)).toBe(false);
    expect(await store.hasMakerSession('nobody', 1)).toBe(false);
    await store.removeMakerSession('laptop');
    await store.removeMakerSession('laptop');
    expect(await store.hasMakerSession('laptop', 1)).toBe(false);
    expect(await store.hasMakerSession('phone', 1)).toBe(true);
  });

  test('[A4] taking all access away ends sessions and unused links, and the place keeps its owner', async () => {
    await using opened = await open();
    const { store } = opened;
    await store.addMakerLink('used', 100);
    await store.redeemMakerLink('used', 50);
    await store.addMakerLink('unused', 100);
    await store.addMakerSession('laptop', 100);
    await store.removeMakerAccess();
    expect(await store.hasMakerSession('laptop', 1)).toBe(false);
    expect(await store.redeemMakerLink('unused', 50)).toBe(false);
    expect(await store.hasMaker()).toBe(true);
  });

  test('the signing key is made once', async () => {
    await using opened = await open();
    const made = ['first', 'second', 'third'];
    const make = () => made.shift() ?? 'too often';
    expect(await opened.store.signingKey(make)).toBe('first');
    expect(await opened.store.signingKey(make)).toBe('first');
    expect(await (await opened.reopen()).signingKey(make)).toBe('first');
    expect(made).toHaveLength(2);
  });
}
