import { z } from 'zod';
import { audiences, type ParameterType } from '../ir/catalog.js';
import { parameterTypes } from '../names/parameter-types.js';
import {
  address,
  argumentsField,
  date,
  edition,
  id,
  language,
  literal,
  needs,
  phase,
  reference,
  says,
  shortWords,
  text,
  words,
} from './fields.js';

/** The shape of each kind of file. Meaning (does the recipe exist, is every language there) is the business of resolve. */

/** A file of the checklist. */
const path = z.string().min(1);

/** What an index or a package takes recipes and facts from. */
const packageInclude = z.union([
  z.strictObject({
    package: z
      .string()
      .max(214)
      .regex(
        /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/,
        'must be the name of an npm package, such as "@contoso/recipes", and may go on with a folder in it',
      )
      .describe('npm package with recipes, or a folder in one: "@contoso/recipes/printing".'),
  }),
  z.strictObject({
    folder: z
      .string()
      .max(260)
      .regex(
        /^(?![A-Za-z]:)[^\\/\0-\x1f\x7f][^\\\0-\x1f\x7f]*$/,
        'must be a folder relative to the file that names it, with forward slashes',
      )
      .describe('Folder with recipes, relative to the file that names it. One below checks/ is read where it stands.'),
  }),
]);

const script = z.strictObject({
  name: id.max(40).describe('File name without extension, such as "reset-components".'),
  title: shortWords(60)
    .describe('What the script does, a few words. The download page says it; the script itself does not.')
    .optional(),
  symptoms: words
    .describe('What people say who look for the script, phrases with " / " between, in each language its own.')
    .optional(),
  phase: phase.describe('What the script does with its checks.'),
  'runs-as': z
    .literal('user')
    .describe(
      'The script repairs checks that run as the person signed in, and nothing else: without elevation, with a journal of that ' +
        'person. Without it: a script that repairs is for the computer, and runs elevated.',
    )
    .optional(),
  editions: z.array(edition).min(1).describe('Which forms are made: PowerShell (ps1), batch (cmd) or both.'),
  defaults: z
    .array(id)
    .describe(
      'Checks that run when a user chooses none. Without it: every check that has the phase. ' +
        'A script of the repair phase must say, and means what is repaired unattended: started by a person, it looks ' +
        'at all checks and repairs those that are a problem.',
    )
    .optional(),
});

/**
 * What every door takes: PowerShellGet and galleries letters and digits behind the hyphen and no dot ("Prerelease module versions" on
 * learn.microsoft.com), NuGet before 4.3 and Chocolatey before 2.0 a letter first and 20 characters in all, System.Version numbers of 32 bits; NuGet
 * drops zeros in front, so that another file name than ours would be looked for (read 2026-11-30).
 */
const versionPattern = /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){2}(-[A-Za-z][0-9A-Za-z]{0,19})?$/;

const parameterName = z
  .string()
  .max(60)
  .regex(/^[A-Z][A-Za-z0-9]*$/, 'must be the name of a parameter in full, such as "PrinterName"');

export const indexSchema = z.strictObject({
  product: id
    .max(40)
    .regex(/^(?!page$)/, 'must not be "page", the folder of the download page')
    .describe('Name of the checklist in file names, in the registry and under ProgramData.'),
  title: shortWords(45).describe('What the product is called.'),
  version: z
    .string()
    .regex(
      versionPattern,
      'must be three numbers without zeros in front, such as "1.4.0", and may end with a hyphen, a letter and up to 19 letters and digits, such as "1.4.0-beta1"',
    )
    .describe('Version of the checklist, quoted: "1.4.0", or "1.4.0-beta1" before it. Default: "0.0.0".')
    .optional(),
  publisher: z
    .string()
    .min(1)
    .max(110)
    .regex(
      /^(?!.*#>)[!-~](?:[ -~]*[!-~])?$/,
      'must be 7-bit ASCII on one line, without blanks around it and without "#>"',
    )
    .describe(
      'Who answers for the checklist: the publisher in Intune, the author of a task of Group Policy. Scripts say who signed them, in their signature.',
    ),
  address: address
    .regex(/\/$/, 'must end with "/"')
    .describe(
      'Where the download page is published, such as "https://example.com/". Search engines are told addresses of it alone.',
    )
    .optional(),
  languages: z
    .array(language)
    .min(1)
    .describe(
      'Languages of every text, as tags of BCP 47. English is always one of them. Scripts for people speak English and the ' +
        'first other one; for each further one there is a set of its own in a folder of that name.',
    ),
  translations: z
    .record(language, path)
    .describe(
      'Translation files by language, { de: checks/words/de.yaml }, for texts that do not stand beside the English.',
    )
    .optional(),
  messages: z
    .record(language, path)
    .describe(
      'What the tool says in languages that it lacks: files in the form of its templates/messages/ja.yaml, by language.',
    )
    .optional(),
  examples: words
    .describe(
      'What people may look for, phrases with " / " between: the download page offers them below its search field.',
    )
    .optional(),
  scripts: z.array(script).min(1).describe('The scripts to make.'),
  applies: z
    .record(id, shortWords(40))
    .describe('What checks may be about, by id, such as kinds of update or of printer: the page says it at a check.')
    .optional(),
  include: z
    .array(z.union([path, ...packageInclude.options]))
    .min(1)
    .describe(
      'Group files in the order of diagnosis, relative to the index, with forward slashes; and packages of recipes, which ' +
        '"mendsheet include" copies and locks.',
    ),
  'error-codes': path
    .describe('Table of error codes, a CSV file relative to the index, such as checks/error-codes.csv.')
    .optional(),
  reads: z
    .strictObject({
      'com-classes': z
        .array(
          z
            .string()
            .regex(/^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)+$/, 'must be a ProgID such as "Microsoft.Update.Session"'),
        )
        .describe('COM classes that PowerShell bodies may create, because reading them changes nothing.')
        .optional(),
      commands: z
        .record(
          z
            .string()
            .max(80)
            .regex(/^(?:Get|Test)-[A-Z][A-Za-z0-9]+$/, 'must be a command that reads, such as "Get-PrinterDriver"'),
          z.strictObject({
            parameters: z
              .array(parameterName)
              .describe('Parameters that take a value. Bodies give them by name.')
              .optional(),
            switches: z.array(parameterName).describe('Parameters that take none.').optional(),
            source: address.describe('Page that says what the command does.'),
          }),
        )
        .describe('Commands of Windows PowerShell 5.1 that PowerShell bodies may call, because they only read.')
        .optional(),
      tools: z
        .record(
          z
            .string()
            .max(40)
            .regex(/^[a-z0-9]+\.exe$/, 'must be a program of System32 in lower case, such as "pnputil.exe"'),
          z.strictObject({
            calls: z
              .array(
                z
                  .string()
                  .max(200)
                  .regex(
                    /^(?:<word>|[\w./:=,*+-]+)(?: (?:<word>|[\w./:=,*+-]+))*$/,
                    'must be words with one blank between, such as "/enum-devices /class <word>"',
                  ),
              )
              .min(1)
              .describe(
                'The calls that bodies may make, each with all its arguments. <word> stands for one word that a body writes out.',
              ),
            source: address.describe('Page that says what the program does.'),
          }),
        )
        .describe('Programs of System32 that bodies may run, because these calls of them only read.')
        .optional(),
    })
    .describe('What bodies may read beyond the general lists, for a reviewer to see.')
    .optional(),
  guard: z
    .strictObject({ says: says.optional() })
    .describe(
      'Reasons of the product not to change a machine: checks/guard.ps1 and checks/guard.cmd look for them before the ' +
        'first change.',
    )
    .optional(),
});

const buildNumber = z.int().min(0).max(999999);

const where = z.strictObject({
  builds: z
    .strictObject({
      min: buildNumber.describe('First build of Windows that the check is for.').optional(),
      max: buildNumber.describe('Last build of Windows that the check is for.').optional(),
    })
    .describe('Range of build numbers, both ends included.')
    .optional(),
  kind: z
    .array(z.enum(['client', 'server']))
    .describe('Client or server. Without it: both.')
    .optional(),
  'edition-ids': z
    .array(z.string().regex(/^[A-Za-z]{1,60}$/, 'must be an EditionID such as "Professional"'))
    .describe('EditionID values of the registry, such as Professional. Without it: all.')
    .optional(),
  architecture: z
    .array(z.enum(['x64', 'arm64']))
    .describe('Without it: both.')
    .optional(),
  account: z
    .array(z.enum(['user', 'system']))
    .describe('Whether a person or SYSTEM runs the script. Without it: both.')
    .optional(),
});

const risk = z.strictObject({
  disruption: z.enum(['none', 'low', 'medium', 'high']).describe('How much a user of the PC notices.'),
  minutes: z.int().min(0).max(1440).describe('How long a repair takes at most on a slow PC.'),
  restart: z.boolean().describe('Whether the repair takes effect only after a restart.'),
});

const body = z
  .string()
  .min(1)
  .describe('A body of at most six lines, written with "|". A longer one is a file of its own beside the group.');

const step = z
  .union([
    z.literal('none'),
    z.strictObject({
      use: reference.describe('Recipe that does this phase.').optional(),
      with: argumentsField.optional(),
      ps1: body.describe('Inline PowerShell body.').optional(),
      cmd: body.describe('Inline batch body.').optional(),
    }),
  ])
  .describe('How one phase is done, in place of the recipe of the check. "none" leaves the phase out.');

const input = z.strictObject({
  matches: z
    .string()
    .max(200)
    .regex(/^\^[\x20-\x7e]+\$$/, 'must be a regular expression in ASCII from "^" to "$"')
    .describe('Regular expression that a value must match as a whole, whatever its case, such as "^KB[0-9]{6,7}$".'),
  says: words.describe('What the value is for, as the help of the script says it.'),
  default: z
    .string()
    .max(260)
    .regex(/^[\x20-\x7e]*$/, 'must be printable ASCII')
    .describe('What bodies get where nobody gives a value. Empty where they do without one.')
    .optional(),
  unattended: z
    .literal('left-out')
    .describe('Channels, where nobody is asked, leave the check out. Required without default.')
    .optional(),
  detects: z
    .literal(true)
    .describe('Scripts that detect take it too. Without it they detect with the default.')
    .optional(),
});

/** What -Open may start: nothing that acts by being started, and nothing that takes an argument. */
const openable = new RegExp(
  [
    'ms-settings:[a-z0-9-]+',
    'windowsdefender:',
    'https://[a-z0-9.-]+(?:/[A-Za-z0-9._~/?=&%#+-]*)?',
    '(?:msconfig|rstrui|cleanmgr|optionalfeatures|SystemPropertiesProtection)\\.exe',
    '(?:devmgmt|eventvwr|services)\\.msc',
  ]
    .map((each) => `^${each}$`)
    .join('|'),
);

const guided = z.strictObject({
  steps: z
    .array(words)
    .min(1)
    .describe(
      'What a person does, step by step, each with its place: a page of Settings by its ms-settings: address, a tool by the name that ' +
        'starts it, a file by its path. The page makes links of ms-settings: and windowsdefender: addresses.',
    ),
  result: words.describe('What a person sees once the steps have helped, and where.').optional(),
  open: z
    .string()
    .regex(openable, 'must be an ms-settings: page, windowsdefender:, an https: address or a known tool of Windows')
    .max(260)
    .describe('Settings page or tool that helps, such as ms-settings:windowsupdate, opened by -Open.')
    .optional(),
});

const sure = z
  .enum(['certain', 'likely', 'possible'])
  .describe('How sure the answer is: certain where what was found proves it.');
const sureOrHarmless = z
  .enum([...sure.options, 'harmless'])
  .describe(
    'How sure the answer is: certain where what was found proves it, harmless where it proves that nothing needs to be done. ' +
      'What is harmless comes after what is likely, and where it does not explain every code that was seen.',
  );
const act = words.describe('The least invasive thing to do. Without it: the repair of the check.').optional();

const forbids = z
  .union([z.literal('every-repair'), z.array(id).min(1)])
  .describe(
    'Checks whose repair contradicts this answer, or every-repair: while it is the answer of a diagnosis, none of them is advised.',
  )
  .optional();

const answer = z.union([
  z.strictObject({
    reasons: z.array(id).min(1).describe('Reasons of a finding of this check that name a cause, as keys of says.'),
    sure: sureOrHarmless,
    first: z
      .int()
      .min(1)
      .max(8)
      .describe(
        'Place among the causes that come before every other, whatever that proves: while one of them stands, a repair is useless or ' +
          'does harm. 1 comes first of all.',
      )
      .optional(),
    forbids,
    do: act,
  }),
  z.strictObject({
    codes: z
      .array(z.string().regex(/^0x[0-9A-F]{8}$/, 'must be "0x" and eight upper-case hexadecimal digits, in quotes'))
      .min(1)
      .describe('Error codes that prove a cause whatever this check finds, wherever one was seen.'),
    when: z
      .array(id)
      .min(1)
      .describe('Reasons of findings of this check without one of which the codes prove nothing, as keys of says.')
      .optional(),
    sure,
    says: words.describe('What these codes prove; {Codes} are those that were seen.'),
    forbids,
    do: act,
  }),
]);

export const checkSchema = z.strictObject({
  id: id.describe('Name of the check: switch values, file names, function names.'),
  formerly: z
    .array(id)
    .min(1)
    .describe(
      'Ids that the check had in earlier versions: what was deployed under one of them is renewed and not made a second time, and ' +
        '-Check, /check and the commands of mendsheet take them.',
    )
    .optional(),
  item: z.int().min(1).max(999).describe('Number of the item in the list that the checklist was made from.'),
  title: shortWords(100).describe('What is checked, a few words.'),
  why: words.describe('Why it matters and what a repair does, one or two sentences.'),
  symptoms: words
    .describe(
      'What Windows shows and what people say where this check helps, phrases with " / " between, in each language its own. ' +
        'The search of the download page knows them; scripts do not have them.',
    )
    .optional(),
  severity: z.enum(['low', 'medium', 'high']).describe('How likely a problem here stops the user.'),
  audience: z
    .array(z.enum(audiences))
    .min(1)
    .refine((each) => new Set(each).size === each.length, 'names somebody twice')
    .describe(
      'For whom the check is: people who look after their own PC, those who look after the PCs of an organisation, or both. The page ' +
        'of the check and explain say it. Without it: nothing is said.',
    )
    .optional(),
  applies: z.array(id).describe('What the check is about, as keys of applies of the index.').optional(),
  where: where.describe('On which Windows the check applies. Without it: everywhere.').optional(),
  'runs-as': z
    .literal('user')
    .describe(
      'The check is about the person who is signed in: it reads and changes HKCU, is undecided where a script runs elevated or as SYSTEM, ' +
        'and a script with runs-as: user repairs it. PowerShell alone, and nothing to collect. Without it: the check is about the computer.',
    )
    .optional(),
  needs: needs.optional(),
  'limit-seconds': z
    .int()
    .min(5)
    .max(3600)
    .describe('How long detection may take in PowerShell before the check ends undecided. Default: 120.')
    .optional(),
  risk: risk.describe('What a repair costs. Required where the check has one.').optional(),
  links: z.array(address).describe('Documentation for readers.').optional(),
  explains: z
    .array(z.string().regex(/^0x[0-9A-Fa-f]{8}$/, 'must be "0x" and eight hexadecimal digits, in quotes'))
    .describe('Error codes that this check can be the reason of.')
    .optional(),
  guided: guided.describe('What only a person can do. Such a check has a detect phase and no repair.').optional(),
  inputs: z
    .record(id, input)
    .describe(
      'Values that a person may give a repairing .ps1 as parameters, uninstall-update as -UninstallUpdate, and a diagnosing one where ' +
        'they say so. A body gets one through { input: <name> }: its default where none is given, in other scripts and in batch, and ' +
        'without a default an empty text. Each says what holds where nobody is asked.',
    )
    .optional(),
  says: says.optional(),
  answers: z
    .array(answer)
    .describe(
      'What a finding or an error code says of the cause, for the one answer of a diagnosis. Empty: this check sees symptoms ' +
        'alone. Without it: a problem is a possible cause, and a likely one where severity is high.',
    )
    .optional(),
  holds: z
    .array(id)
    .min(1)
    .describe(
      'Reasons of findings of this check, as keys of says, with which the repair script refuses to change anything. A diagnosis ' +
        'says them before it advises a repair.',
    )
    .optional(),
  beyond: z
    .array(id)
    .min(1)
    .describe(
      'Reasons of findings of this check, as keys of says, that its repair leaves as they are. A diagnosis advises no repair for them.',
    )
    .optional(),
  use: reference
    .describe('Recipe that does every phase it has bodies for, of a package as <package>/<recipe>.')
    .optional(),
  with: argumentsField.optional(),
  detect: step.optional(),
  repair: step.optional(),
  collect: step.optional(),
});

export const groupSchema = z.strictObject({
  group: id.describe('Name of the group, which is the name of the file and of the folder of its bodies.'),
  title: shortWords(100).describe('What the group is called.'),
  checks: z.array(checkSchema).min(1).describe('The checks, in the order of diagnosis.'),
});

const parameter = z.strictObject({
  type: z.enum(Object.keys(parameterTypes) as ParameterType[]).describe('What values are allowed.'),
  of: z.array(z.string().min(1)).min(1).describe('The allowed words of an enum.').optional(),
  default: literal.describe('Value when a check gives none. Without it the argument is required.').optional(),
  says: words.describe('What the parameter is called.').optional(),
});

export const recipeSchema = z.strictObject({
  recipe: id.describe('Name of the recipe, which is the name of the file.'),
  takes: z.record(id, parameter).describe('Parameters, in the order that batch bodies get them.').optional(),
  needs: needs.optional(),
  says: says.optional(),
  changes: z.string().min(1).describe('What a repair changes and how it is undone. For readers.').optional(),
  scenarios: z
    .array(
      z
        .string()
        .regex(
          /^[a-z0-9-]+\.(pass|fail|unknown|collect)$/,
          'must be a name and its outcome, such as "disabled.fail", or "<name>.collect"',
        ),
    )
    .describe('Files under checks/scenarios/<recipe>/ that every check which uses the recipe is tested with.')
    .optional(),
});

const factSource = z.strictObject({
  url: address.describe('Where the value was read.'),
  confidence: z.enum(['read', 'third-party', 'common-knowledge']).describe('How well the source is known to us.'),
  value: literal.describe('What this source says, where it is not the value of the fact.').optional(),
});

export const factSchema = z.strictObject({
  id: id.describe('Name that { fact: <id> } refers to.'),
  value: literal.describe('The value. It may be left out when the sources give it and agree.').optional(),
  builds: z
    .string()
    .regex(/^[\x20-\x7e]+$/, 'must be ASCII on one line')
    .describe('Builds of Windows that the value holds for. Default: "all".')
    .optional(),
  sources: z.array(factSource).min(1).describe('Where the value comes from.'),
  'checked-on': date.describe('When the sources were read last.'),
  'review-by': date.describe('When they must be read again. A date that has passed is a warning.'),
});

export const factsSchema = z.strictObject({
  facts: z.array(factSchema).describe('Values taken from outside, each with its sources and dates.'),
});

/** Characters of a meaning: it stands in a table that people read in a console, where those of Japanese are twice as wide. */
const longestMeaning = { en: 60, ja: 30, others: 60 };

/** A meaning and, behind each " / ", another sentence for the same, which only the search of the page knows. */
const meaningUpTo = (longest: number): z.ZodString =>
  z
    .string()
    .max(400)
    .regex(
      new RegExp(`^(?:(?! / ).){0,${longest}}(?: / .+)?$`),
      `must be a meaning of at most ${longest} characters, with sentences of Windows behind " / "`,
    );

/** A row of the table of error codes. A field that is empty is an empty text; columns of further languages have their tags as names. */
export const errorCodeSchema = z
  .object({
    hresult: z
      .string()
      .regex(/^(?:0x[0-9A-Fa-f]{8}|\*-0x(?:[0-9A-F]|[0-9A-F]{2}))$/, 'must be "0x" and eight hexadecimal digits')
      .describe(
        'The code as an HRESULT. "*-0x3" is the phase, and "*-0x18" the operation, in what Windows Setup appends to a code ' +
          '(0xC1900101-0x30018).',
      ),
    name: z
      .string()
      .max(80)
      .regex(/^([A-Za-z][A-Za-z0-9_]*)?$/, 'must be a name of letters, digits and "_", or empty')
      .describe('Symbolic name of the header that defines the code. Empty where none is published.'),
    category: id.describe('What the code is about, in one word such as "network". "success" is no failure.'),
    checks: z
      .string()
      .max(200)
      .regex(
        /^([a-z][a-z0-9-]*|[1-9][0-9]{0,2})?( ([a-z][a-z0-9-]*|[1-9][0-9]{0,2}))*$/,
        'must be item numbers and ids of checks with one blank between',
      )
      .describe('Checks that the code points to, most likely first: item numbers and ids, with blanks between.'),
    en: meaningUpTo(longestMeaning.en)
      .describe(
        'What it means in English, a few words in 7-bit ASCII; behind " / " what Windows says with it, for those who look for that.',
      )
      .optional(),
    ja: meaningUpTo(longestMeaning.ja)
      .describe('The same in Japanese: a few words, and behind " / " what Windows says.')
      .optional(),
  })
  .catchall(meaningUpTo(longestMeaning.others));

const sentencesOfOne = z.record(id, text);

/** All that a checklist says, in one language: each text under the ids and keys that it has in English. */
export const translationSchema = z.strictObject({
  title: text.max(45).describe('What the product is called.').optional(),
  examples: text.describe('What people may look for, with " / " between.').optional(),
  guard: sentencesOfOne.describe('Sentences of the guard, by key.').optional(),
  applies: z.record(id, text.max(40)).describe('What checks may be about, by id.').optional(),
  groups: z.record(id, text.max(100)).describe('Titles of the groups, by id.').optional(),
  scripts: z
    .record(
      id,
      z.strictObject({
        title: text.max(60).describe('What the script does.').optional(),
        symptoms: text.describe('What people say who look for it, with " / " between.').optional(),
      }),
    )
    .describe('Words of the scripts, by name.')
    .optional(),
  recipes: z
    .record(
      id,
      z.strictObject({
        says: sentencesOfOne.describe('Sentences, by key.').optional(),
        takes: sentencesOfOne.describe('What parameters are called, where the recipe says it.').optional(),
      }),
    )
    .describe('Words of the recipes, by id.')
    .optional(),
  checks: z
    .record(
      id,
      z.strictObject({
        title: text.max(100).describe('What is checked.').optional(),
        why: text.describe('Why it matters.').optional(),
        symptoms: text
          .describe('What Windows shows and what people say in this language, with " / " between.')
          .optional(),
        says: sentencesOfOne.describe('Sentences, by key.').optional(),
        inputs: sentencesOfOne.describe('What the values of inputs are for, by name.').optional(),
        steps: z.array(text).describe('What a person does, in the order of the steps of guided.').optional(),
        result: text.describe('What a person sees once the steps of guided have helped.').optional(),
        answers: z
          .record(
            text,
            z.strictObject({
              says: text.describe('What the codes prove.').optional(),
              do: text.describe('The least invasive thing to do.').optional(),
            }),
          )
          .describe('Answers, by the first of their reasons or codes.')
          .optional(),
      }),
    )
    .describe('Words of the checks, by id.')
    .optional(),
  'error-codes': z
    .record(text, meaningUpTo(longestMeaning.others).min(1))
    .describe('Meanings of error codes, by code as the table writes it, where the table has no column of the language.')
    .optional(),
});

/** What makes a folder a package of recipes: its recipes.yaml. */
export const packageSchema = z.strictObject({
  package: id.describe('Name of the package: checks use its recipes and facts as <package>/<id>.'),
  include: z.array(packageInclude).min(1).describe('Packages that this one brings along, as in the index.').optional(),
});

/** What a package of recipes says in one language, in the form of a translation file. */
export const packageWordsSchema = translationSchema.pick({ recipes: true });

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal digits');
const lockedIncludes = z.array(
  z.union([
    z.strictObject({ ...packageInclude.options[0].shape, is: id.describe('Name of the package that was there.') }),
    z.strictObject({ ...packageInclude.options[1].shape, is: id.describe('Name of the package that was there.') }),
  ]),
);

/** checks/packages/lock.yaml: which packages there are, from where, and every file of theirs. */
export const lockSchema = z.strictObject({
  format: z.int().min(1).max(1).describe('Version of this form.'),
  include: lockedIncludes.describe('What the index includes.'),
  packages: z
    .record(
      id,
      z.strictObject({
        version: z.string().max(256).describe('Version of the npm package that it came from.').optional(),
        include: lockedIncludes.describe('What it includes itself.').optional(),
        at: z
          .string()
          .max(1000)
          .describe('Folder below checks/ where its author edits it. Of such a package no file is locked.')
          .optional(),
        files: z
          .record(z.string(), hash)
          .describe('SHA-256 of each file of a copy, by its path in the package.')
          .optional(),
      }),
    )
    .describe('The packages, by name.'),
});

/** What the tool says in one language. Which messages there are, plan knows. */
export const messagesSchema = z.strictObject({
  language: text
    .max(40)
    .regex(/^[\x20-\x7e]+$/, 'must be ASCII on one line')
    .describe('What English calls the language, such as "Dutch".'),
  help: z
    .strictObject({ detect: text, repair: text, collect: text, kit: text })
    .describe(
      'The second half of the help of each kind of script, in lines of at most 111 characters. {Title} is that of the checklist.',
    ),
  says: z.record(text, text).describe('Messages, by their keys in templates/messages/en.yaml.'),
});

export type ErrorCodeSpec = z.infer<typeof errorCodeSchema>;
/** A text as it is written, by language. */
export type Words = Readonly<Record<string, string | undefined>>;
export type TranslationSpec = z.infer<typeof translationSchema>;
export type MessagesSpec = z.infer<typeof messagesSchema>;
export type PackageIncludeSpec = z.infer<typeof packageInclude>;
export type PackageFileSpec = z.infer<typeof packageSchema>;
export type LockSpec = z.infer<typeof lockSchema>;
export type IndexSpec = z.infer<typeof indexSchema>;
export type ScriptEntry = z.infer<typeof script>;
export type AnswerSpec = z.infer<typeof answer>;
export type CheckSpec = z.infer<typeof checkSchema>;
export type ArgumentSpec = z.infer<typeof argumentsField>[string];
export type RecipeSpec = z.infer<typeof recipeSchema>;
export type ParameterSpec = z.infer<typeof parameter>;
export type FactSpec = z.infer<typeof factSchema>;
