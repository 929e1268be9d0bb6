import { createHmac } from 'node:crypto';

/**
 * [X2] Names for the participants of an exported board, made with the key of this installation: the same at every
 * export, others for each purpose. A name that was given at an earlier export stays.
 */
export function pseudonyms(key: string, boardId: string): (purpose: string, participant: string) => string {
  return (purpose, participant) => {
    if (participant.startsWith('~')) return participant;
    const claim = JSON.stringify(['pseudonym', boardId, purpose, participant]);
    return `~${createHmac('sha256', key).update(claim).digest('base64url').slice(0, 22)}`;
  };
}
