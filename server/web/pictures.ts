import { Router } from 'express';
import { fromOwnPage, makerOnly, paced } from './gates.ts';
import type { WebParts } from './parts.ts';
import type { PictureIntake } from './picture-intake.ts';

/** `PUT /api/pictures` with the bytes of the file as body: the maker's pictures. */
export function pictureApi(
  { makers, config }: Pick<WebParts, 'makers' | 'config'>,
  take: PictureIntake,
): Router {
  return Router().put('/', fromOwnPage(config.publicUrl), makerOnly(makers), paced(300, 60), take);
}
