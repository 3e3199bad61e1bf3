import { wordsIn, type Check } from '../../ir/catalog.js';
import type { FitRule } from '../channel.js';
import { jsonText } from '../make-file.js';

/** What Intune calls languages in which it is told what to show, where a checklist has them. */
const languages = [
  ['en', 'en_US'],
  ['ja', 'ja_JP'],
] as const;

/** By what Intune matches what the script gives with a rule. */
export function settingName({ id }: Check): string {
  return id;
}

/** Text of rules.json. The script beside it gives a number a check: 0 nothing wrong, 1 undecided, 2 a problem. */
export function complianceRules(checks: readonly Check[]): string {
  const rules = checks.map((check) => ({
    SettingName: settingName(check),
    Operator: 'LessThan',
    DataType: 'Int64',
    Operand: 2,
    MoreInfoUrl:
      check.links[0] ?? 'https://learn.microsoft.com/intune/intune-service/protect/compliance-use-custom-settings',
    RemediationStrings: languages
      .filter(([tag]) => check.title[tag] !== undefined)
      .map(([tag, Language]) => ({ Language, Title: wordsIn(check.title, tag), Description: wordsIn(check.why, tag) })),
  }));
  return jsonText({ Rules: rules });
}

/** Limits of custom compliance policies, as Intune documents them. */
const mostRules = 100;
const largestRules = 100_000;

/** A policy takes so many rules in so many bytes; with more, it refuses all. */
export const complianceFits: FitRule = {
  code: 'channel/compliance-rules',
  message: ({ role, checks }) => {
    if (role.kind !== 'deployed' || role.way !== 'intune-compliance') return null;
    if (checks.length > mostRules) return `There are ${checks.length} rules; ${mostRules} are possible.`;
    const bytes = Buffer.byteLength(complianceRules(checks.map(({ check }) => check)));
    return bytes > largestRules ? `The rules have ${bytes} bytes; ${largestRules} are possible.` : null;
  },
};
