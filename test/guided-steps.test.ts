import { describe, expect, it } from 'vitest';
import { audiences, wordsIn, type Check, type Localized } from '../src/ir/catalog.js';
import { bundled } from './compile-bundled.js';

/**
 * What a person is told to do has its exact place: a page of Settings by its address, a tool by the name that starts it,
 * both in every language. A row: how a text speaks of a place, in whatever language, and what it then has to name.
 */
const places: readonly (readonly [RegExp, RegExp])[] = [
  [/\bSettings >|\[設定\]|Einstellungen“? ?>/, /ms-settings:[a-z-]+/],
  [/\bAdvanced options > Optional updates|\[オプションの更新プログラム\]|„Optionale Updates“/, /ms-settings:[a-z-]+/],
  [/\bDelivery Optimization >|\[配信の最適化\] >|„Übermittlungsoptimierung“ >/, /ms-settings:[a-z-]+/],
  [/\bRecovery page|\[回復\]|Seite „Wiederherstellung“/, /ms-settings:recovery/],
  [/\bWindows Security\b|Windows セキュリティ|Windows-Sicherheit/, /windowsdefender:/],
  [/\bTask Manager\b|タスク マネージャー|Task-Manager/, /taskmgr\.exe/],
  [/\bTask Scheduler\b|タスク スケジューラ|Aufgabenplanung/, /taskschd\.msc/],
  [/\bEvent Viewer\b|イベント ビューアー|Ereignisanzeige/, /eventvwr\.msc/],
  [/\bSystem Properties\b|システムのプロパティ|Systemeigenschaften/, /SystemPropertiesAdvanced\.exe/],
  [/\bUser Profiles\b|\[ユーザー プロファイル\]|„Benutzerprofile“/, /SystemPropertiesAdvanced\.exe/],
  [/\bAdministrative Templates\b|管理用テンプレート|Administrative Vorlagen/, /gpedit\.msc/],
  [/\bMicrosoft Update Catalog\b|Update カタログ|Update-Katalog/, /catalog\.update\.microsoft\.com|\{Addresses\}/],
  [/\bHK(?:LM|CU)\\/, /regedit\.exe|UEFICA2023Status/],
];

/** What can be opened, typed or pasted, which is the same in every language. */
const name = new RegExp(
  [
    String.raw`ms-settings:[a-z-]+`,
    'windowsdefender:',
    String.raw`\b[\w-]+\.(?:exe|msc)\b`,
    String.raw`HK(?:LM|CU)\\[\w\\]+`,
    String.raw`(?:[A-Z]:|%\w+%)\\[\w\\$.~]*\w`,
    String.raw`\baka\.ms/\w+`,
    String.raw`\b(?:[a-z]+\.)+com(?:/[a-z0-9/-]+)?`,
    String.raw`\b(?:DISM|chkdsk|reagentc|sfc|netsh|manage-bde|mbr2gpt|Get-PhysicalDisk)\b`,
  ].join('|'),
  'g',
);

const namesIn = (text: string): readonly string[] => [...text.matchAll(name)].map(([each]) => each).sort();

/** The addresses of Settings that are there, as "Launch Windows Settings" of Microsoft lists them. */
const pages = [
  'about',
  'activation',
  'appsfeatures',
  'dateandtime',
  'delivery-optimization-activity',
  'delivery-optimization-advanced',
  'disksandvolumes',
  'network',
  'otherusers',
  'recovery',
  'regionlanguage',
  'storagesense',
  'troubleshoot',
  'windowsupdate',
  'windowsupdate-history',
  'windowsupdate-optionalupdates',
  'windowsupdate-options',
  'workplace',
];

const { catalog } = await bundled();
if (!catalog) throw new Error('there is no catalog');
const { checks, languages } = catalog;
const guided = checks.flatMap((check) => (check.guided ? [{ check, guided: check.guided }] : []));
/** All that checks tell a person to do. */
const advice: readonly (readonly [string, Localized])[] = checks.flatMap((check) => [
  ...(check.guided?.steps ?? []).map((step, at) => [`${check.id}, step ${at + 1}`, step] as const),
  ...(check.guided?.result ? [[`${check.id}, result`, check.guided.result] as const] : []),
  ...(check.answers ?? []).flatMap(({ on, do: act }) => (act ? [[`${check.id}, ${on[0]}`, act] as const] : [])),
]);

/** What checks say of a PC, which sends a person to a place as well. */
const findings = checks.flatMap(({ id, says }) =>
  Object.entries(says).map(([key, text]) => [`${id}, ${key}`, text] as const),
);

describe('a place that a text speaks of', () => {
  it('is looked for in guided steps, results and answers', () => {
    expect(advice.length).toBeGreaterThan(120);
    for (const [spoken] of places)
      expect(
        advice.some(([, text]) => languages.some((language) => spoken.test(wordsIn(text, language)))),
        String(spoken),
      ).toBe(true);
  });

  it.each([
    ['Open Settings > System.', 'Open Settings > System (ms-settings:about).'],
    ['[設定] > [システム] を開きます。', '[設定] > [システム] (ms-settings:about) を開きます。'],
    ['Öffnen Sie „Einstellungen“ > „System“.', 'Öffnen Sie „Einstellungen“ > „System“ (ms-settings:about).'],
    ['Disable it in Task Manager.', 'Disable it in Task Manager (taskmgr.exe).'],
  ])('is missed in "%s"', (without, given) => {
    expect(unnamed(without)).toHaveLength(1);
    expect(unnamed(given)).toEqual([]);
  });

  it('has its address or its command beside it, in every language', () => {
    const missing = [...advice, ...findings].flatMap(([at, text]) =>
      languages.flatMap((language) => unnamed(wordsIn(text, language)).map((place) => `${at} (${language}): ${place}`)),
    );
    expect(missing).toEqual([]);
  });

  it('is the same in every language', () => {
    const different = advice.filter(([, text]) =>
      languages.some((language) => namesIn(wordsIn(text, language)).join() !== namesIn(text.en).join()),
    );
    expect(different.map(([at, text]) => [at, languages.map((each) => namesIn(wordsIn(text, each)))])).toEqual([]);
  });

  it('is a page of Settings that Windows has', () => {
    const opened = guided.map(({ guided: { open } }) => open ?? '');
    const named = [...opened, ...advice.map(([, text]) => text.en)].flatMap((text) =>
      [...text.matchAll(/ms-settings:([a-z-]+)/g)].map(([, page = '']) => page),
    );
    expect([...new Set(named)].sort()).toEqual(pages);
  });
});

describe('a guided check', () => {
  it.each(guided.map(({ check, guided: how }) => [check.id, how] as const))(
    '%s has a place to go to and says what one sees when it has helped',
    (_, { steps, result, open }) => {
      const all = steps.map((step) => step.en).join('\n');
      expect(open !== null || namesIn(all).length > 0).toBe(true);
      for (const language of languages) expect(result ? wordsIn(result, language) : '').toMatch(/.{20}/);
    },
  );
});

describe('whom a check is for', () => {
  it('is said of every check', () => {
    expect(checks.filter(({ audience }) => audience.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('is not all of them alike, and nobody is without a check', () => {
    for (const each of audiences)
      expect(checks.filter(({ audience }: Check) => audience.join() === each).length).toBeGreaterThan(0);
  });
});

function unnamed(text: string): readonly string[] {
  return places.flatMap(([spoken, named]) => (spoken.test(text) && !named.test(text) ? [String(spoken)] : []));
}
