import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { compose, readRoot } from '../support/compose.ts';

const ROOT = join(import.meta.dirname, '../..');
const dockerfile = readRoot('Dockerfile').replaceAll('\\\n', ' ');
const steps = dockerfile.split('\n').filter((line) => /^[A-Z]+ /.test(line));
const stages = dockerfile.split(/^(?=FROM )/m).slice(1);
const last = stages.at(-1) ?? '';

/** What stands in .dockerignore after `!`. */
const sent = readRoot('.dockerignore')
  .split('\n')
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1));

test('what is copied from here is here, and is sent to the builder', () => {
  const copied = steps
    .filter((step) => step.startsWith('COPY ') && !step.includes('--from='))
    .flatMap((step) => step.split(/\s+/).slice(1, -1));
  expect(copied.toSorted()).toEqual(sent.toSorted());
  expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('nothing else is sent: no votes, no history, no secrets', () => {
  const lines = readRoot('.dockerignore').split('\n');
  expect(lines.filter((line) => line !== '' && !/^[#!]/.test(line))).toEqual(['*']);
  expect(sent.filter((path) => /^(\.git|\.env|data|dist|node_modules|test)/.test(path))).toEqual([]);
});

test('every stage that is named somewhere exists, and the last one is the server', () => {
  const names = stages.map((stage) => / AS (\w+)/.exec(stage)?.[1]);
  const named = steps.flatMap((step) => /--from=(\w+)/.exec(step)?.[1] ?? []);
  const targets = [...compose({}).values()].flatMap(({ build }) => build?.target ?? []);
  expect([...named, ...targets].filter((name) => !names.includes(name))).toEqual([]);
  expect(names.at(-1)).toBe('mitwerk');
});

test('what is built here is looked for nowhere else', () => {
  const file = readRoot('docker-compose.yml');
  expect([...file.matchAll(/ image: (\S+)/g)].map(([, name]) => name)).toEqual(['redis:7.2-alpine']);
});

test('the image runs on Node 24, as nobody special, without tools to build', () => {
  expect(last).toMatch(/^FROM node:24-/);
  expect(last).toMatch(/^USER 1000:1000$/m);
  expect(last).not.toMatch(/npm (ci|install)/);
  expect(dockerfile).toContain('npm ci --omit=dev');
  // A volume without a name would take votes away with the container.
  expect(steps.filter((step) => step.startsWith('VOLUME'))).toEqual([]);
});

test('the server understands what the image sets', () => {
  const set = /^ENV (.*)$/m.exec(last)?.[1]?.split(' ') ?? [];
  const env = Object.fromEntries(set.map((pair) => pair.split('=', 2)));
  expect(readConfig({}, env)).toMatchObject({
    port: 4400,
    portIsFixed: true,
    folder: '/data',
    host: '0.0.0.0',
  });
  expect(compose({}).get('mitwerk')?.volumes).toEqual([`folder:${env.MITWERK_DATA}`]);
});

test('the check for health is made with Node, and asks whether the server is ready', () => {
  const [, command = '[]'] = /^HEALTHCHECK .*?CMD (\[.*\])$/m.exec(last) ?? [];
  const [program, flag, code] = JSON.parse(command);
  expect([program, flag]).toEqual(['node', '-e']);
  expect(code).toContain("fetch('http://127.0.0.1:4400/readyz')");
});
