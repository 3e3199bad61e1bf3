import type { CodeEntry } from './entry.js';

/** Codes of the resolve stage: what a checklist means. */
export const resolveCodes = {
  'resolve/duplicate-id': {
    severity: 'error',
    title: 'An id given twice',
    help: 'Ids of checks, groups, recipes, facts and scripts, and error codes, are unique in a checklist, each among its kind.',
    example: 'checks:\n  - id: clock\n  - id: clock',
  },
  'resolve/former-id': {
    severity: 'error',
    title: 'A former id that is taken',
    help:
      'What was deployed under a former id is taken over by the check that names it, so it can be the id of no check of now and a former ' +
      'id of one check alone. Give a new check an id that none had before.',
    example: 'checks:\n  - id: clock\n  - id: time\n    formerly: [clock]',
  },
  'resolve/name-clash': {
    severity: 'error',
    title: 'Two names that become one function',
    help:
      'PowerShell does not tell upper from lower case and hyphens are dropped, so "disk-space" and "diskspace" would be one ' +
      'function Test-DiskSpace. Recipes and checks share these names.',
    example: 'checks:\n  - id: disk-space\n  - id: diskspace',
  },
  'resolve/reserved-name': {
    severity: 'error',
    title: 'A name that is taken',
    help:
      'Windows keeps names such as con, nul and com1 for devices in every folder; "guard" and "product-guard" name the guard ' +
      'of the product.',
    example: 'product: con',
  },
  'resolve/file-name': {
    severity: 'error',
    title: 'A file that is named differently from what it holds',
    help: 'A group stands in <group>.yaml and a recipe in checks/recipes/<recipe>.yaml, since bodies are found by these names.',
    example: 'group: services   # in checks/service.yaml',
  },
  'resolve/unknown-recipe': {
    severity: 'error',
    title: 'A recipe that does not exist',
    help: 'A recipe is a file checks/recipes/<recipe>.yaml.',
    example: 'use: service-start-typ',
  },
  'resolve/recipe-without-phase': {
    severity: 'error',
    title: 'A recipe that has no body for the phase',
    help: 'The bodies of a recipe are the files checks/recipes/<recipe>.<phase>.ps1 and .cmd.',
    example: 'collect: { use: service-start-type }',
  },
  'resolve/unknown-argument': {
    severity: 'error',
    title: 'An argument that the recipe does not take',
    help: 'The keys of `takes:` in the file of the recipe are its parameters.',
    example: 'use: service-start-type\nwith: { nane: wuauserv }',
  },
  'resolve/missing-argument': {
    severity: 'error',
    title: 'An argument that the recipe needs',
    help: 'A parameter without `default:` must be given.',
    example: 'use: service-start-type\nwith: {}',
  },
  'resolve/argument-value': {
    severity: 'error',
    title: 'A value that does not fit its parameter',
    help:
      'Values go into elevated scripts as literals. Each type has its own alphabet, and all of them are printable ASCII; ' +
      'docs/checks-format.md lists the types.',
    example: 'with: { name: "wuauserv & calc" }',
  },
  'resolve/unused-arguments': {
    severity: 'error',
    title: 'Arguments that nothing takes',
    help: 'A `with:` belongs to the recipe of the same `use:`, or to a body of the check itself.',
    example: 'with: { days: 7 }   # and no use, no body',
  },
  'resolve/bad-parameter': {
    severity: 'error',
    title: 'A parameter that contradicts itself',
    help: 'An enum lists its words in `of:`, other types have none, and a default is a value of the type.',
    example: 'takes:\n  wanted: { type: enum }',
  },
  'resolve/body-missing': {
    severity: 'error',
    title: 'A phase that nothing does',
    help:
      'A phase is done by a recipe, by a file beside the group that is named after the check, or by a short inline body. Every ' +
      'check detects or collects something.',
    example: '- id: clock   # no use, no checks/basics/clock.detect.ps1',
  },
  'resolve/body-twice': {
    severity: 'error',
    title: 'A phase that is done in two ways',
    help: 'Keep the file, the inline body or the recipe. "none" in place of a phase leaves out what the recipe would do.',
    example: 'detect: { use: service-start-type }   # and a file clock.detect.ps1',
  },
  'resolve/body-orphan': {
    severity: 'error',
    title: 'A body file that belongs to nothing',
    help:
      'Bodies are found by name: checks/<group>/<check>.<phase>.ps1, checks/recipes/<recipe>.<phase>.ps1 or ' +
      'checks/guard.ps1, and the same with .cmd. The phases are detect, repair and collect.',
    example: 'checks/services/wuauserv.detct.ps1',
  },
  'resolve/body-empty': {
    severity: 'error',
    title: 'A body without a command',
    help: 'Remove the file, or write what the phase does.',
    example: '# only a comment',
  },
  'resolve/body-text': {
    severity: 'error',
    title: 'A character that a body cannot have',
    help:
      'Bodies are 7-bit ASCII and indented with spaces, since Windows PowerShell and cmd.exe read other bytes in the code ' +
      'page of the machine. Words for people stand in `says:`.',
    example: 'Write-Output "日本"',
  },
  'resolve/body-parameters': {
    severity: 'error',
    title: 'A body whose parameters are not the arguments it gets',
    help:
      'Every argument is passed by name in PascalCase, so the param block of a PowerShell body declares exactly these. A batch ' +
      'body has them as %~1, %~2 and so on.',
    example: 'param([string] $Nmae)   # takes: { name: ... }',
  },
  'resolve/guided-repair': {
    severity: 'error',
    title: 'A guided check with a repair',
    help: 'A guided check is about what only a person can do. Divide it in two if a part of it can be repaired.',
    example: 'guided: { steps: [...] }\nrepair: { use: service-start-type }',
  },
  'resolve/repair-without-detect': {
    severity: 'error',
    title: 'A repair that nothing can confirm',
    help: 'A repair is followed by a second detect, which decides whether it worked.',
    example: 'clock.repair.ps1 without clock.detect.ps1',
  },
  'resolve/repair-without-risk': {
    severity: 'error',
    title: 'A repair without a word about its risk',
    help: 'A reader decides by `risk:` whether to run a repair now: disruption, minutes and restart.',
    example: '- id: clock   # has clock.repair.ps1 and no risk',
  },
  'resolve/missing-language': {
    severity: 'error',
    title: 'A text that is missing in a language',
    help: 'Each text is written in every language of the index.',
    example: 'title: { en: Clock }',
  },
  'resolve/missing-translation': {
    severity: 'error',
    title: 'A text that a translation file lacks',
    help:
      'A translation is complete or not there: write the text under the same ids and keys as in English. Answers are known by ' +
      'the first of their reasons or codes, steps by their number.',
    example: 'checks:\n  clock:\n    title: Uhr   # and no why:',
  },
  'resolve/idle-translation': {
    severity: 'error',
    title: 'A translation of nothing',
    help:
      'No text of the checklist has these ids and keys, or it stands in this language beside the English already. ' +
      'Where something was renamed, rename it in each translation file as well.',
    example: 'checks:\n  clokc: { title: Uhr }',
  },
  'resolve/language-tag': {
    severity: 'error',
    title: 'A tag that languages have a newer or shorter one for',
    help: 'Tags are written in the canonical form of BCP 47, so that a language has one name in files, scripts and on the page.',
    example: 'languages: [en, iw]   # he',
  },
  'resolve/unknown-language': {
    severity: 'error',
    title: 'A text in a language that the index does not list',
    help: 'Add the language to `languages:` of the index, or remove the text. English is always needed.',
    example: 'languages: [ja]',
  },
  'resolve/text-form': {
    severity: 'error',
    title: 'A text that scripts cannot show',
    help:
      'Texts stand on one line without a blank at its ends; fold long ones with ">-". Where a script is batch, titles have no quotation ' +
      'mark, percent sign, caret or "/?". A text with " #" stands in quotation marks, since YAML begins a comment there. No character is one that cannot be seen, such as a space without ' +
      'width, and none ends the help of a script or a column of a table. English is 7-bit ASCII: it is in comments, in scripts of ' +
      'channels and in the cmd edition as it is written.',
    example: 'en: Don’t panic',
  },
  'resolve/placeholder': {
    severity: 'error',
    title: 'Placeholders that do not agree',
    help: 'A placeholder is {Name} in PascalCase and stands in every language of its sentence. Other braces are not allowed.',
    example: 'stopped: { en: "{Service} is stopped", ja: "停止しています" }',
  },
  'resolve/unknown-input': {
    severity: 'error',
    title: 'An input that does not exist',
    help: 'The keys of `inputs:` of the same check are its inputs.',
    example: 'inputs: { repair-source: ... }\nrepair: { with: { source: { input: repair-sorce } } }',
  },
  'resolve/bad-input': {
    severity: 'error',
    title: 'An input that cannot be a parameter of a script',
    help:
      'An input becomes a parameter of the repairing scripts. Its name is not one of theirs and unique in the checklist, and ' +
      '`matches:` is a regular expression, which `default:` matches.',
    example: 'inputs: { output-path: { matches: "^[a-z$", ... } }',
  },
  'resolve/input-without-value': {
    severity: 'error',
    title: 'An input that has no value where nobody is asked',
    help:
      'Intune, Group Policy and the other channels ask nobody. Give `default:`, a value that is right on every PC or an empty text where ' +
      'the bodies do without one, or write `unattended: left-out`: channels then leave the check out.',
    example: 'inputs:\n  update: { matches: "^KB[0-9]{6,7}$", says: ... }   # and neither default: nor unattended:',
  },
  'resolve/unknown-fact': {
    severity: 'error',
    title: 'A fact that does not exist',
    help: 'Facts stand in checks/facts.yaml and are referred to by id; those that a package brings by <package>/<id>.',
    example: 'with: { minutes: { fact: clock-skw } }',
  },
  'resolve/fact-undecided': {
    severity: 'error',
    title: 'A fact without a value that is settled',
    help: 'Its sources give different values or none. Write `value:` with the one that holds, and keep the others at their sources.',
    example: 'sources:\n  - { url: ..., value: 20 }\n  - { url: ..., value: 32 }',
  },
  'resolve/fact-disagreement': {
    severity: 'warning',
    title: 'A fact of which a source says otherwise',
    help: 'The value of the fact is used. Read the sources again and remove the one that is wrong, when that is known.',
    example: 'value: 20\nsources:\n  - { url: ..., value: 32 }',
  },
  'resolve/fact-review': {
    severity: 'warning',
    title: 'A fact past its review date',
    help: 'Read the sources again, correct the value and set `checked-on:` and `review-by:` anew.',
    example: 'review-by: 2020-01-01',
  },
  'resolve/fact-dates': {
    severity: 'error',
    title: 'Dates of a fact that cannot be',
    help: 'Both are days of the calendar, and a review comes after the check.',
    example: 'checked-on: 2026-02-30',
  },
  'resolve/builds': {
    severity: 'error',
    title: 'A range of builds that is empty',
    help: 'The first build of a range is not above the last one.',
    example: 'builds: { min: 26100, max: 22631 }',
  },
  'resolve/unknown-check': {
    severity: 'error',
    title: 'An error code or an answer that names a check that does not exist',
    help:
      'The column `checks` of the table of error codes holds item numbers and ids of checks, with blanks between. ' +
      '`forbids:` of an answer lists ids of checks.',
    example: '0x80070422,ERROR_SERVICE_DISABLED,service,wuauserv-start-typ,a needed service is disabled,...',
  },
  'resolve/unknown-default': {
    severity: 'error',
    title: 'A default that is no check of the script',
    help: 'The defaults of a script are ids of checks that have its phase.',
    example: 'defaults: [download-cach]',
  },
  'resolve/defaults-missing': {
    severity: 'error',
    title: 'A repair script that does not say what it repairs',
    help: 'What is repaired without a person is a decision of the author: list it in `defaults:`.',
    example: '- { name: reset-components, phase: repair, editions: [ps1] }',
  },
  'resolve/guard-body': {
    severity: 'error',
    title: 'A guard that is only half there',
    help: 'A guard is the key `guard:` of the index and a file checks/guard.ps1 or checks/guard.cmd, both or neither.',
    example: 'guard: { says: {} }   # and no checks/guard.ps1',
  },
  'resolve/scenario': {
    severity: 'error',
    title: 'A scenario that fits nothing',
    help: 'Scenarios are files checks/scenarios/<check or recipe>/<name>.<pass|fail|unknown>.ps1, .cmd or .json, and a recipe lists all of its own.',
    example: 'scenarios: [disabled.fail]   # and no such file',
  },
  'resolve/runs-as': {
    severity: 'error',
    title: 'Work as the user that cannot be done',
    help:
      'A check with `runs-as: user` reads and changes what belongs to the person signed in: in PowerShell, without elevation, and ' +
      'nothing to collect. A script of the phase repair with `runs-as: user` and `editions: [ps1]` repairs such checks, and no others.',
    example: 'runs-as: user\nneeds: [admin]',
  },
  'resolve/unused-words': {
    severity: 'warning',
    title: 'A sentence that nothing says',
    help: 'No body of the check, the recipe or the guard names its key. Remove it, or name it with -Reason; the key may be misspelt in the body.',
    example: "says:\n  disabeld: { en: ... }   # New-Finding -Reason 'disabled'",
  },
  'resolve/unknown-reason': {
    severity: 'warning',
    title: 'A reason that no finding has',
    help: 'Reasons in `answers` and `holds` are keys of `says` of the check or of its recipe. This one may be misspelt; as it stands, nothing is ever said for it.',
    example: 'says:\n  disabled: { en: ... }\nanswers:\n  - reasons: [disabeld]\n    sure: likely',
  },
  'resolve/unused-input': {
    severity: 'warning',
    title: 'An input that nothing takes',
    help: 'A person would be asked for a value that goes nowhere. Pass it on with `{ input: <name> }`, or remove it.',
    example: 'inputs:\n  update: { matches: ..., says: ... }   # and no with: { name: { input: update } }',
  },
  'resolve/unused-recipe': {
    severity: 'warning',
    title: 'A recipe that no check uses',
    help: 'Nothing of it gets into a script, and its scenarios do not run. Use it, or remove its files.',
    example: 'recipe: start-type   # and no use: start-type',
  },
  'resolve/unknown-applies': {
    severity: 'error',
    title: 'A check that applies to what the index does not list',
    help: 'The list `applies:` of the index gives each id its title in every language, which the download page says at the check.',
    example:
      'applies: [network-printer]   # and no applies: { network-printer: { en: Network printers } } in the index',
  },
  'resolve/not-locked': {
    severity: 'error',
    title: 'A lock that does not fit what is included',
    help:
      'The lock, checks/packages/lock.yaml, has every package that the index includes, and those that packages include. "mendsheet include" reads ' +
      'the packages anew, copies them and writes the lock. Look at the difference, and commit both.',
    example: "include: [{ package: '@contoso/recipes' }]   # and no mendsheet include since",
  },
  'resolve/locked-file': {
    severity: 'error',
    title: 'A package that is not as the lock says',
    help:
      'Each file of a copied package is held against its hash in checks/packages/lock.yaml, so that nothing changes unseen. Put back what ' +
      'was committed: a copy is not edited. Change the package that it came from, and "mendsheet include" copies and locks it anew.',
    example: 'checks/packages/windows-recipes/recipes/service-start-type.detect.ps1   # edited by hand',
  },
  'resolve/unused-declaration': {
    severity: 'warning',
    title: 'A declaration of the index that nothing uses',
    help: 'A reviewer would look at an entry of `reads:` for nothing, and a translator at one of `applies:`. Remove it, or use it.',
    example: 'reads: { com-classes: [Microsoft.Update.Session] }   # and no body that makes one',
  },
  'resolve/risk-without-repair': {
    severity: 'warning',
    title: 'A risk of a check that repairs nothing',
    help: 'The risk is what a repair costs. Remove it, or write the repair that is missing.',
    example: 'risk: { disruption: low, minutes: 1, restart: false }   # and no <check>.repair.ps1',
  },
  'resolve/untested': {
    severity: 'warning',
    title: 'A detection that no scenario tries',
    help:
      'Write at least a state in which it says nothing, one in which it finds the problem, and one in which it cannot decide: ' +
      'checks/scenarios/<check>/<state>.pass.ps1, .fail.ps1 and .unknown.ps1. "mendsheet test" runs them.',
    example: 'id: clock   # and no folder checks/scenarios/clock',
  },
  'resolve/unused-scenario': {
    severity: 'warning',
    title: 'A file among the scenarios that is none',
    help: 'A scenario is a script <state>.<pass, fail or unknown>.ps1 or .cmd, in PowerShell or batch, or a capture that ends in .json. No other file is run.',
    example: 'checks/scenarios/clock/wrong.fail.txt',
  },
} as const satisfies Record<string, CodeEntry>;
