import type { RequestHandler } from 'express';
import { z } from 'zod';
import { archiveSchema } from '../archive/archive-schema.ts';
import { exportSchema } from './export-schema.ts';

/** What the JSON of a round holds, for whoever reads it by program. */
export const exportSchemaPage: RequestHandler = (_request, response) => {
  response.json(z.toJSONSchema(exportSchema));
};

/** The same for a whole board. */
export const archiveSchemaPage: RequestHandler = (_request, response) => {
  response.json(z.toJSONSchema(archiveSchema));
};
