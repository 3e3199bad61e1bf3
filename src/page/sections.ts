import { wordsIn } from '../ir/catalog.js';
import type { PageContext } from './layout.js';

/** A section of the first page that answers a question of its own. */
export interface Section {
  /** Its id in index.html. */
  readonly id: string;
  readonly title: string;
  /** What people type who look for it, phrases with " / " between. */
  readonly intent: string;
  /** Whether it helps where nothing else is found. */
  readonly isLastResort: boolean;
}

/** The sections that the search of a language leads to: those that the page of this checklist has. */
export function sectionsOf({ site, language, text }: PageContext): readonly Section[] {
  const repairs = site.scripts.some(({ phase }) => phase === 'repair');
  const section = (id: string, heading: string): Section => ({
    id,
    title: text(heading),
    intent: text(`intent.${id}`),
    isLastResort: false,
  });
  return [
    section('start', 'startHeading'),
    section('start-blocked', 'startBlocked'),
    ...site.scripts.flatMap(({ name, title, symptoms, phase }) =>
      title && symptoms
        ? [
            {
              id: `script-${name}`,
              title: wordsIn(title, language),
              intent: wordsIn(symptoms, language),
              isLastResort: phase !== 'repair',
            },
          ]
        : [],
    ),
    ...(repairs ? [section('undo', 'undoHeading')] : []),
    section('safe', 'safeHeading'),
    ...(site.packs.length > 0 ? [section('deploy', 'deployHeading')] : []),
    ...site.packs.map(({ channel: { name, words } }) => ({
      id: `deploy-${name}`,
      title: `${text('deployHeading')}: ${wordsIn(words.heading, language)}`,
      intent: `${wordsIn(words.heading, language)} / ${wordsIn(words.when, language)}`,
      isLastResort: false,
    })),
    section('verify', 'verifyHeading'),
  ];
}
