import type { Language } from '../../shared/limits.ts';
import { archive as archiveDe } from '../../shared/messages/de/archive.ts';
import { common as commonDe } from '../../shared/messages/de/common.ts';
import { decisions as decisionsDe } from '../../shared/messages/de/decisions.ts';
import { ideaRounds as ideaRoundsDe } from '../../shared/messages/de/idea-rounds.ts';
import { log as logDe } from '../../shared/messages/de/log.ts';
import { moderation as moderationDe } from '../../shared/messages/de/moderation.ts';
import { studio as studioDe } from '../../shared/messages/de/studio.ts';
import { archive as archiveEn } from '../../shared/messages/en/archive.ts';
import { common as commonEn } from '../../shared/messages/en/common.ts';
import { decisions as decisionsEn } from '../../shared/messages/en/decisions.ts';
import { ideaRounds as ideaRoundsEn } from '../../shared/messages/en/idea-rounds.ts';
import { log as logEn } from '../../shared/messages/en/log.ts';
import { moderation as moderationEn } from '../../shared/messages/en/moderation.ts';
import { studio as studioEn } from '../../shared/messages/en/studio.ts';
import type { Messages } from '../../shared/messages/messages.ts';
import { words } from '../lib/words.ts';

const de = {
  ...studioDe,
  ideas: ideaRoundsDe,
  inbox: moderationDe,
  decisions: decisionsDe,
  log: logDe,
  archive: archiveDe,
};
const en: Messages<typeof de> = {
  ...studioEn,
  ideas: ideaRoundsEn,
  inbox: moderationEn,
  decisions: decisionsEn,
  log: logEn,
  archive: archiveEn,
};

/** The studio's texts in the page's language; called in markup it follows the choice. */
export function t(): Messages<typeof de> {
  return words.pick(de, en);
}

/** Texts that become part of a board, or are read by its participants: in the board's language, whatever the studio's is. */
export function boardWords(language: Language) {
  const [own, common] = language === 'de' ? [de, commonDe] : [en, commonEn];
  return {
    question: own.questionDefault,
    questionIdeas: own.questionIdeas,
    draftNamed: common.draftNamed,
    reasons: own.inbox.reasons,
    foldSentences: own.inbox.foldSentences,
    foldSeenIdea: own.inbox.foldSeenIdea,
    burySentence: own.inbox.burySentence,
  };
}
