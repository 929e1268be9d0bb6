import { describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { compose, readRoot, type Service } from '../support/compose.ts';

const PASSWORD = 'a3f9';
const ALONE = {};
const HTTPS = { DOMAIN: 'board.example' };
const SCALE = { DOMAIN: 'board.example', REDIS_PASSWORD: PASSWORD };

function started(env: Readonly<Record<string, string>>, profile: string | null): string[] {
  const services = [...compose(env)];
  return services
    .filter(([, { profiles }]) => !profiles || (profile !== null && profiles.includes(profile)))
    .map(([name]) => name);
}

function service(name: string, env: Readonly<Record<string, string>> = SCALE): Service {
  const found = compose(env).get(name);
  if (!found) throw new Error(`no service ${name}`);
  return found;
}

test('by default there is one node, with HTTPS a proxy before it, and at scale all of them', () => {
  expect(started(ALONE, null)).toEqual(['mitwerk']);
  expect(started(HTTPS, 'https')).toEqual(['mitwerk', 'caddy']);
  expect(started(SCALE, 'scale')).toEqual(['mitwerk', 'node', 'redis', 'caddy']);
});

describe.each([...compose(SCALE)])(
  '%s',
  (name, { user, init, read_only, cap_drop, security_opt, ...rest }) => {
    test('is nobody special and changes nothing but its volumes', () => {
      expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
      expect([init, read_only]).toEqual(['true', 'true']);
      expect(cap_drop).toEqual(['ALL']);
      expect(security_opt).toEqual(['no-new-privileges:true']);
    });

    test('is asked whether it is well', () => {
      const inImage = rest.build?.target === 'mitwerk' && /^HEALTHCHECK /m.test(readRoot('Dockerfile'));
      expect(rest.healthcheck !== undefined || inImage).toBe(true);
      expect(JSON.stringify(rest.healthcheck ?? '')).not.toContain('curl');
    });

    test('is reached from outside only where it must be', () => {
      if (name === 'caddy') expect(rest.ports).toEqual(['80:80', '443:443', '443:443/udp']);
      else if (name === 'mitwerk') expect(rest.ports).toEqual(['127.0.0.1:4400:4400']);
      else expect(rest.ports).toBeUndefined();
    });
  },
);

test('without a domain, the port is there for all phones', () => {
  expect(service('mitwerk', ALONE).ports).toEqual(['4400:4400']);
  expect(service('mitwerk', { PORT: '80' }).ports).toEqual(['80:4400']);
});

test.each([
  [ALONE, null, null, false],
  [{ MITWERK_PUBLIC_URL: 'http://192.168.1.20:4400' }, null, 'http://192.168.1.20:4400', false],
  [HTTPS, null, 'https://board.example', true],
  [SCALE, 'redis', 'https://board.example', true],
])('with %j the server understands every setting', (env, redis, publicUrl, trustProxy) => {
  const { environment = {} } = service('mitwerk', env);
  const config = readConfig({}, environment);
  expect(config.redis?.[0].socket.host ?? null).toBe(redis);
  expect(config).toMatchObject({
    publicUrl,
    trustProxy,
    metrics: { port: 9464, host: '0.0.0.0', token: null },
  });
});

test('a setting of the server that does not exist would be noticed', () => {
  const known = readRoot('server/config.ts');
  const { environment = {} } = service('mitwerk');
  const ours = Object.keys(environment).filter((name) => name !== 'LANG');
  expect(ours.filter((name) => !known.includes(`  ${name}: `))).toEqual([]);
});

test.each([ALONE, HTTPS, SCALE])('with %j all nodes keep everything in one and the same place', (env) => {
  const [mitwerk, node] = [service('mitwerk', env), service('node', env)];
  expect(node.environment).toEqual(mitwerk.environment);
  // A node beside the first one has no folder it could write to.
  expect(node.volumes).toBeUndefined();
  expect(mitwerk.volumes).toEqual(['folder:/data']);
});

test('the server and Redis agree on user and password', () => {
  const [redis] = readConfig({}, service('node').environment ?? {}).redis ?? [];
  expect(redis).toMatchObject({ username: 'mitwerk', password: PASSWORD });
  expect(service('redis').environment?.REDISCLI_AUTH).toBe(PASSWORD);
  expect(service('redis').healthcheck?.test.at(-1)).toContain('--user mitwerk');
});

test('a variable that may be missing has something to stand for it: Compose warns of others', () => {
  expect(readRoot('docker-compose.yml')).not.toMatch(/\$\{\w+\}/);
});

test('Caddy is asked by a method that it answers', () => {
  expect(service('caddy').healthcheck?.test).not.toContain('--spider');
});

test('Redis keeps its files in the volume', () => {
  const { working_dir: folder, volumes } = service('redis');
  expect(volumes).toContain(`redis:${folder}`);
  expect(volumes).toContain('./docker/redis.sh:/redis.sh:ro');
});

test('Redis writes before it answers, unless told otherwise', () => {
  expect(service('redis').environment?.REDIS_FSYNC).toBe('always');
  expect(service('redis', { ...SCALE, REDIS_FSYNC: 'everysec' }).environment?.REDIS_FSYNC).toBe('everysec');
});

test('Caddy finds every node by the name they share', () => {
  const caddyfile = readRoot('docker/Caddyfile');
  for (const name of ['mitwerk', 'node']) {
    for (const alias of service(name).networks?.default.aliases ?? ['?']) {
      expect(caddyfile).toContain(`dynamic a ${alias} 4400 {`);
    }
  }
  expect(caddyfile).toContain('{$DOMAIN} {');
  expect(service('caddy').environment?.DOMAIN).toBe('board.example');
  expect(service('caddy', ALONE).environment?.DOMAIN).toBe('localhost');
});
