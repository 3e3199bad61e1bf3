import { newCheckEntry, wordsToFill, type NewCheck } from './new-check.js';

/** The file of a new group with its first check: a group has one at least. */
export function newGroupText(group: string, check: NewCheck): string {
  return `# yaml-language-server: $schema=.schema.json
group: ${group}
title: ${wordsToFill(check.languages)}
checks:
${newCheckEntry(check)}`;
}
