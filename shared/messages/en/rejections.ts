import type { rejections as de } from '../de/rejections.ts';
import type { Messages } from '../messages.ts';

export const rejections: Messages<typeof de> = {
  command_invalid: 'That did not work. Reload the page and try again.',
  too_fast: 'That was too quick. Wait a moment and try again.',
  too_many_devices: 'Very many devices are joining from this network. Try again shortly or use mobile data.',
  not_found: 'This no longer exists. Reload the page.',
  not_allowed: 'You need to be signed in to the studio for this. Open your studio link.',
  round_not_open: 'The round is not open yet. Wait a moment, then you can vote.',
  round_closed: 'Too late, the round is closed. What was counted before stands. Join in again next time.',
  run_over: 'The round was started anew. Please vote again.',
  ballot_invalid: 'This choice does not fit the round. Check your choice and vote again.',
  round_needs_drafts: (limit) => `The round needs at least ${limit ?? 2} drafts to open. Add some more.`,
  other_round_open: 'Another round is still open. Close it first.',
  round_locked: 'This round has been open and stays as it is. Make a copy and change that.',
  round_wrong_status: 'Not possible right now. Check whether the round is open or closed.',
  results_hidden: 'The result is still hidden. Close the round first.',
  counts_seen:
    'Closing showed you the hidden results. To keep it fair, this round does not go on: open it again from the start.',
  undo_too_late: 'This can only be taken back for one minute. Open the round again.',
  limit_reached: (limit) =>
    limit === undefined
      ? 'No more fit here. Remove something first.'
      : `No more than ${limit} fit here. Remove something first.`,
  slug_taken: 'This link is already taken. Choose another one.',
  picture_too_large: 'The picture is larger than 25 MB. Use a smaller one.',
  picture_not_readable: 'This picture cannot be read. Use a JPEG, PNG or WebP photo.',
  link_expired: 'This link is no longer valid. Get a new one with “mitwerk reset-maker”.',
  unavailable: 'We have a hiccup. Nothing is lost, try again in a moment.',
};
