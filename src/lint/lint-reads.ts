import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { editions, type Catalog, type DeclaredCommand, type DeclaredTool } from '../ir/catalog.js';
import { replacementsIn, type Library } from '../ir/library.js';
import { commonParameters, otherCommands, readingCommands } from './body-rules.js';
import { inPlace } from './in-place.js';
import { readingTools } from './reading-tools.js';

/**
 * Holds what an index declares under `reads:` against what is known to do more than read. A declaration is for a reviewer to
 * judge: this finds what no reviewer should have to, and what would stand in the way of the library.
 */
export function lintReads({ readCommands, readTools }: Catalog, library: Library): readonly Diagnostic[] {
  const refusals = [
    ...readCommands.flatMap((command) => commandRefusals(command, library)),
    ...readTools.flatMap((tool) => toolRefusals(tool, library)),
  ];
  return refusals.map(({ message, span }) => diagnose('lint/declaration', message, span));
}

interface Found {
  readonly message: string;
  readonly span: DeclaredCommand['span'];
}

/** What commands of these nouns give is for its owner alone, or asks for it. */
const secrets = /Credential|Password|Secret|Token|PfxCertificate|Clipboard/;

/** Parameters with which a command that reads changes something, asks something, or runs what it is given. */
const changingParameters =
  /^(?:Add|Clear|Disable|Enable|Force|Install|Invoke|New|Out|Prompt|Remove|Repair|Reset|Restart|Restore|Save|Set|Show|Start|Stop|Uninstall|Update|Write)(?=[A-Z]|$)|^(?:ArgumentList|Command|Confirm|Destination\w*|Expression|FilePath|FilterScript|InitializationScript|LogPath|ScriptBlock|WhatIf|\w*OutputPath|\w*ScriptPath)$/;

/** Parameters with which a command reads another computer, or in another's name. */
const distantParameters =
  /^(?:AsJob|CimSession|ComputerName|ConnectionUri|Credential|PSSession|Server|Session|SessionOption|VMId|VMName)$/;

function commandRefusals({ name, parameters, span }: DeclaredCommand, library: Library): readonly Found[] {
  const refusal = commandRefusal(name, library);
  if (refusal !== null) return [{ message: refusal, span }];
  return parameters.flatMap((parameter, at) => {
    const isNamed = (other: { readonly name: string }): boolean =>
      other.name.toLowerCase() === parameter.name.toLowerCase();
    const because = commonParameters.some(isNamed)
      ? 'every command has, without a declaration'
      : parameters.findIndex(isNamed) < at
        ? 'is declared twice'
        : changingParameters.test(parameter.name)
          ? 'does more than read'
          : distantParameters.test(parameter.name)
            ? "reaches another computer, or another's rights"
            : null;
    return because === null ? [] : [{ message: `"-${parameter.name}" of "${name}" ${because}.`, span: parameter.span }];
  });
}

function commandRefusal(name: string, library: Library): string | null {
  const isSame = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
  if ([...readingCommands.keys()].some(isSame)) return `Bodies may call "${name}" without a declaration.`;
  const instead = replacementsIn(library, 'ps1').get(name.toLowerCase());
  if (instead || [...otherCommands].some(isSame))
    return `"${name}" is not for bodies.${inPlace(instead, instead?.phases[0] ?? 'detect')}`;
  if (secrets.test(name)) return `"${name}" gives what nobody but its owner may see, or asks for it.`;
  return null;
}

/**
 * Programs of System32 that run, load, fetch or write what they are given, whatever the words in front say: no call of them is
 * read from its words. Known from https://lolbas-project.github.io/ (2026-11-30) and from the pages of Microsoft on each.
 */
const hosts: ReadonlySet<string> = new Set(
  (
    'appinstaller at atbroker bash bitsadmin certoc certreq certutil cmd cmdkey cmdl32 cmstp colorcpl computerdefaults conhost ' +
    'control cscript curl customshellhost desktopimgdownldr devicecredentialdeployment dfsvc diantz diskpart diskshadow dnscmd ' +
    'esentutl eventvwr expand explorer extexport extrac32 finger forfiles format ftp gpscript hh ie4uinit iediagcmd ieexec ' +
    'infdefaultinstall installutil ldifde makecab mavinject mmc mpcmdrun msbuild msconfig msdt mshta msiexec netsh ngen ' +
    'ntdsutil odbcconf offlinescannershell pcalua pcwrun pktmon powershell presentationhost print printbrm printui psr pwsh rasautou ' +
    'rdrleakdiag regasm regedit regini regsvcs regsvr32 replace robocopy rpcping rundll32 runas runexehelper runonce ' +
    'runscripthelper scp scriptrunner setres settingsynchost sftp shutdown ssh stordiag syncappvpublishingserver tar ttdinject ' +
    'tttracer unregmp2 verclsid wab wbadmin winrs wlrmdr wmic workfolders wscript wsl wsreset wuauclt xcopy xwizard'
  ).split(' '),
);

/** A call that reads says so: one of its words begins like this, after "/" or "-". */
const readingWord =
  /^[/-]?(?:enum|query|list|show|status|get|display|view|info|all|fo)(?![a-z])|^[/-]?(?:enum|query|list|get|show)/i;

/** A word that begins like this, or goes on like this behind a sign, changes, runs or writes something. */
const changingWord =
  /(?:^|[/:=,+-])(?:abort|add(?!r)|apply|cancel|change|clear|clean|commit|config|copy|create|del|detach|disable|dismount|enable|end|erase|exec|export|fix|flush|force|format|import|init|install|join|kill|load|lock|mount|move|new|open|out|pause|purge|reboot|register|release|reload|remove|rename|renew|repair|replace|reset|resize|restart|restore|resume|resync|revert|run|save|scan|script|set(?!up)|shutdown|start|stop|suspend|sync|unblock|uninstall|unlock|unload|unmount|unregister|update|upgrade|upload|write)/i;

function toolRefusals({ name, calls, span }: DeclaredTool, library: Library): readonly Found[] {
  const program = name.replace(/\.exe$/, '');
  if (Object.hasOwn(readingTools, name)) return [{ message: `The tool knows what of "${name}" reads.`, span }];
  const [better] = editions.flatMap((edition) => {
    const replacements = replacementsIn(library, edition);
    return replacements.get(name) ?? replacements.get(program) ?? [];
  });
  if (better || hosts.has(program))
    return [{ message: `"${name}" does more than read.${inPlace(better, better?.phases[0] ?? 'detect')}`, span }];
  return calls.flatMap(({ words, span: at }) => {
    const changing = words.find((word) => changingWord.test(word));
    if (changing !== undefined) return [{ message: `"${changing}" of "${name}" does more than read.`, span: at }];
    if (words[0] === '<word>')
      return [{ message: `A call of "${name}" begins with a word that is written out.`, span: at }];
    if (words.some((word) => readingWord.test(word))) return [];
    return [{ message: `Nothing in "${words.join(' ')}" says that "${name}" only reads.`, span: at }];
  });
}

/** A program that a checklist declares, as bodies are held against it. */
export interface ToolCalls {
  readonly name: string;
  /** `words` as in `DeclaredCall`. */
  readonly calls: readonly { readonly words: readonly string[] }[];
}

/** Whether the arguments of a call are those of one that a checklist declares, in any case of letters. */
export function isDeclaredCall(tools: readonly ToolCalls[], name: string, given: readonly string[]): boolean {
  return tools
    .filter((tool) => tool.name === name)
    .some(({ calls }) =>
      calls.some(
        ({ words }) =>
          words.length === given.length &&
          words.every((word, at) =>
            word === '<word>'
              ? /^[\w.{}][\w.{}-]*$/.test(given[at] ?? '')
              : word.toLowerCase() === given[at]?.toLowerCase(),
          ),
      ),
    );
}
