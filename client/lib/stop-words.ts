import type { Language } from '../../shared/limits.ts';

/** Words that say nothing about what an idea is about; also those people open their wishes with. */
export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: set(`aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bitte da dabei damit dann
    das dass dein deine dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch
    ein eine einem einen einer eines einfach er es etwas euch euer eure für fände gar geben gern gerne gibt gut gäbe
    habe haben hat hier hätte ich idee ihm ihn ihr ihre im immer in ins ist ja jede jeder jedes kann kein keine können
    könnte könntet lieber machen mal man mehr mein meine mich mir mit möchte mögen nach nicht noch nur ob oder ohne
    schon schön sehr sein seine sich sie sind so soll sollte super toll um und uns unser unsere vielleicht vom von vor
    war was wenn wer wie wieder wir wird wo wollen wäre wünsche wünschen würde würden zu zum zur über`),
  en: set(`a about all also am an and any are as at be been but by can could do does for from get give good great had
    has have he her here his how i idea if in into is it its just like make maybe me more my nice no not of on one only
    or our please she should so some than that the their them then there these they this those to too up us very want
    was we were what when where which who will wish with would you your`),
};

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
