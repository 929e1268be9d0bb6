import { createServer, type Server } from 'node:http';
import type { MetricsConfig } from '../config.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import { metricsPage } from '../web/metrics.ts';
import { isPortTaken, listen } from './listen.ts';

/** The port for figures is another program's. */
export class FiguresPortTaken extends Error {
  override readonly name = 'FiguresPortTaken';
}

/** Figures on a port of their own; `null` where they have none. */
export async function tellFigures(
  metrics: Metrics | null,
  { port, host, token }: MetricsConfig,
  log: Log,
): Promise<Server | null> {
  if (!metrics || port === null) return null;
  const server = createServer(metricsPage(metrics, token, log));
  const taken = await listen(server, host, port, true).catch((fault: unknown) => {
    throw isPortTaken(fault) ? new FiguresPortTaken() : fault;
  });
  log.info({ host, port: taken }, 'figures are to be read at /metrics');
  return server;
}
