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
  needs_confirmation:
    'The round is open, and the rules would change. Confirm that first: every phone will be told.',
  ideas_closed: 'No ideas are being collected right now. Come back for the next round.',
  idea_wrong_state: 'That does not work with this idea right now. Check how it stands.',
  objection_used: 'You have objected already. The answer is next to your idea.',
  reason_missing: 'The reason is missing. Add a sentence.',
  consent_outdated: 'The wording of the consent has changed. Reload the page and read it again.',
  nothing_to_credit: 'Vote or hand in an idea first. Then you can leave your name.',
  board_exists: 'This board is here already. Delete it first if you want to replace it.',
  archive_not_readable: 'That is not a complete export of a board. Take the ZIP file as it was saved.',
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
