import { customAlphabet, nanoid } from 'nanoid';
import { JOIN_CODE_ALPHABET, JOIN_CODE_LENGTH } from '../../shared/limits.ts';

/** Everything random, in one place that tests can seed. */
export interface Ids {
  /** 21 characters, for boards, rounds, drafts and participants. */
  id(): string;
  /** A secret that opens something: 32 characters, 190 bits. */
  secret(): string;
  joinCode(): string;
}

export const randomIds: Ids = {
  id: () => nanoid(),
  secret: () => nanoid(32),
  joinCode: customAlphabet(JOIN_CODE_ALPHABET, JOIN_CODE_LENGTH),
};
