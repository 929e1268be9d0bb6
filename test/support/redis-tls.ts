import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, type RedisServer, startRedis } from './redis-server.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface TlsRedis extends AsyncDisposable {
  /** For what the test itself asks, without TLS. */
  readonly redis: RedisServer;
  readonly tlsPort: number;
  /** File with the certificate of who signed for this Redis, whom nobody knows. */
  readonly authority: string;
}

/** A Redis that also speaks TLS; `null`: this Redis was built without it, or there is no openssl. */
export async function startTlsRedis(...options: readonly string[]): Promise<TlsRedis | null> {
  const folder = await temporaryFolder();
  try {
    const { authority, certificate, key } = await certificates(folder.path);
    const tlsPort = await freePort();
    const files = ['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-ca-cert-file', authority];
    const tls = ['--tls-port', String(tlsPort), ...files, '--tls-auth-clients', 'no'];
    const redis = await startRedis(...tls, ...options);
    return {
      redis,
      tlsPort,
      authority,
      async [Symbol.asyncDispose]() {
        await redis[Symbol.asyncDispose]();
        await folder[Symbol.asyncDispose]();
      },
    };
  } catch (fault) {
    await folder[Symbol.asyncDispose]();
    if (fault instanceof Error && /tls-port|ENOENT/.test(fault.message)) return null;
    throw fault;
  }
}

async function certificates(folder: string) {
  const openssl = (...words: string[]) => promisify(execFile)('openssl', words, { cwd: folder });
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  await openssl('req', '-x509', ...curve, '-subj', '/CN=test', '-keyout', 'ca.key', '-out', 'ca.crt');
  await openssl('req', ...curve, '-subj', '/CN=redis', '-keyout', 'redis.key', '-out', 'redis.csr');
  await writeFile(join(folder, 'names'), 'subjectAltName=IP:127.0.0.1\n');
  const signed = ['-in', 'redis.csr', '-out', 'redis.crt', '-extfile', 'names', '-days', '2'];
  await openssl('x509', '-req', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', ...signed);
  const [authority, certificate, key] = ['ca.crt', 'redis.crt', 'redis.key'].map((name) =>
    join(folder, name),
  );
  return { authority, certificate, key } as Record<'authority' | 'certificate' | 'key', string>;
}
