import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeCode, readCodes } from '../../../src/page/read-codes.js';
import { repository } from '../../compile-bundled.js';

const rows = readFileSync(join(repository, 'checks/error-codes.csv'), 'utf8')
  .split('\n')
  .map((line) => line.split(','));
const known = new Set(rows.map(([code = '']) => code.slice(2)));
const named = new Map(rows.map(([code = '', name = '']) => [name, code.slice(2)]));

/** The codes of a text as people would write them. */
function read(text: string): string[] {
  return readCodes(
    text,
    (code) => known.has(code),
    (name) => (name === '' ? '' : (named.get(name) ?? '')),
  ).map(({ hresult, extend }) => (extend === '' ? `0x${hresult}` : `0x${hresult}-0x${extend}`));
}

const spellings: Readonly<Record<string, readonly string[]>> = {
  '0x80070422': [
    '0x80070422',
    '0X80070422',
    '80070422',
    '#0x80070422',
    '&H80070422',
    'exit code 1058',
    '#80070422',
    '(0x80070422)',
    '[80070422]',
    '"0x80070422"',
    "'80070422'",
    '0x80070422.',
    '0x80070422 ',
    '  0x80070422\t',
    '「0x80070422」',
    '（0x80070422）',
    '０ｘ８００７０４２２',
    '0xFFFFFFFF80070422',
    '-2147023838',
    '2147943458',
    '２１４７９４３４５８',
    'error 1058',
    'Error: 1058',
    'Error code 1058.',
    'エラー 1058',
    'エラー コード: 1058',
    'Win32 error 1058',
    '1058',
    'HRESULT_FROM_WIN32(1058)',
    'HRESULT_FROM_WIN32(ERROR_SERVICE_DISABLED)',
    'ERROR_SERVICE_DISABLED',
    'error_code=0x80070422;',
    '<0x80070422>',
    'hr=80070422',
    'エラー 1058:',
    '0x80070422L',
    '−2147023838',
    'WindowsUpdate_80070422',
    '80070422" "WindowsUpdate_dt000',
    'Fehlercode: 0x80070422',
    'エラーコード0x80070422が出ます',
    'Fehler 1058',
    'Fehler: 1058',
    'Fehlercode 1058.',
    'Systemfehler 1058 aufgetreten.',
    'Fehler 0x80070422 (-2147023838)',
    '0x80070422 (Fehler: 1058)',
    'hr = 0x80070422;',
    '[gle=0x80070422]',
    'HRESULT_FROM_WIN32( 1058 )',
    'HRESULT_FROM_WIN32(0x422)',
    '`0x80070422`',
    '**0x80070422**',
    '[SC] StartService FEHLER 1058:',
    'Win32-Fehler 1058',
    '«0x80070422»',
    '„0x80070422“',
    '0x80070422h',
    '80070422h',
    'x80070422',
    'The code is -2147023838.',
    'It returned 2147943458.',
    '0x80070422\r\n',
  ],
  '0x80073712': ['0x80073712', '80073712', '14098', '(14098)', 'error 14098', '-2147010798', '2147956498'],
  '0x800F0831': ['0x800f0831', '800f0831', '800F0831', 'hr: 0x800f0831', 'CBS_E_STORE_CORRUPTION', '-2146498511'],
  '0x80070070': ['0x70', 'Error = 0x70', 'error 112', 'ERROR_DISK_FULL'],
  '0x80070643': [
    '0x8007 0643',
    '8007 0643',
    '0x 80070643',
    '0x8007_0643',
    'Fehler 0x8007 0643 beim Installieren',
    'Error 1603',
    'error=0x643',
    '0x80070643!',
    '【0x80070643】',
  ],
  '0xC1900101-0x30018': [
    '0xC1900101-0x30018',
    '0xC1900101 - 0x30018',
    '0xc1900101 – 0x30018',
    'C1900101-0x30018',
    'C1900101-30018',
    '(0xC1900101-0x30018).',
    '0xC1900101ー0x30018',
    '0xC1900101－0x30018',
    '0xC1900101 0x30018',
    '0xC1900101/0x30018',
    '0xC1900101, 0x30018',
  ],
  '0xC1900101-0x4000D': ['0xC1900101 - 0x4000D', '0xC1900101—0x4000d'],
  '0x8007001F-0x3000D': ['0x8007001F - 0x3000D'],
  '0x8007ABCD': ['0x8007abcd', '8007abcd'],
};

const lines: readonly (readonly [line: string, ...codes: string[]])[] = [
  [
    "2026-11-15 12:40:00, Error                 CBS    Failed to resolve package 'P' [HRESULT = 0x800f0831 - CBS_E_STORE_CORRUPTION]",
    '0x800F0831',
  ],
  [
    '2026-05-10 04:04:37, Info                  CBS    Failed to pin deployment while resolving Update: P from file: (null) [HRESULT = 0x80073701 - ERROR_SXS_ASSEMBLY_MISSING]',
    '0x80073701',
  ],
  [
    '2026-05-01 10:00:00, Error      [0x018003] CSI    00000c71 (F) Failed execution of queue item Installer: Task Scheduler ({12345678-1234-1234-1234-80070422ABCD}) with HRESULT HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND).',
    '0x80070002',
  ],
  [
    "2026-05-01 10:00:00, Error                 CSI    00000c69 (F) Logged @: [l:70]'RegisterTask failed. HR=0x80070002.'",
    '0x80070002',
  ],
  [
    '2026-05-01 10:00:00, Error                 CSI    00000003 (F) HRESULT_FROM_WIN32(14098) #1# from X[gle=0x80073712]',
    '0x80073712',
  ],
  [
    '2026-05-01 10:00:00, Info                  CBS    Exec: Processing complete.  Session: 1, Package: P, hr: 0x800f0831',
    '0x800F0831',
  ],
  ['2026-05-12 10:00:00, Info                  CBS    ServicingBootFiles failed. Error = 0x70', '0x80070070'],
  ['2026-05-01 10:00:00.123, Error                 CBS    Failed [HRESULT = 0x800f0984 - X]', '0x800F0984'],
  [
    '2026-02-27 08:58:35, Error CSI 0000000b (F) STATUS_SXS_COMPONENT_STORE_CORRUPT #62038# from CCSDirectTransaction::OperateEnding at index 0 of 1 operations, disposition 0[gle=0xd015001a]',
    '0xD015001A',
  ],
  [
    '2026-02-27 08:58:35, Info CBS Reporting package change completion for package: P, current: Staged, target: Installed, status: 0x800f0922, failure source: Execute, client id: UpdateAgentLCU, execution sequence: 82,',
    '0x800F0922',
  ],
  [
    '2026-05-01 10:00:01, Info CBS Setting original failure status: 0x800f0922, last forward execute state: CbsExecuteStateResolvePending',
    '0x800F0922',
  ],
  ['2026-09-30 10:40:00, Info                  CBS    Operation result: 0x800f081f', '0x800F081F'],
  ['2026-09-30 10:40:00, Info                  CBS    Operation result: 0x0'],
  [
    '2026-05-16 23:05:24, Error DISM DISM Package Manager: PID=3316 TID=2288 Failed to create session, hr:0x8007045b - CDISMPackageManager::CreateCbsSession(hr:0x8007045b)',
    '0x8007045B',
  ],
  ['Error: 0x800f0915', '0x800F0915'],
  ['DISM failed. Error: 87 The cleanup-image option is unknown.', '0x80070057'],
  ['エラー: 0x800f081f ソース ファイルが見つかりませんでした。', '0x800F081F'],
  [
    '2026/11/22 10:01:02.1234567 1234  5678  Agent  *FAILED* [80070643] Install of update {1A2B3C4D-0000-1111-2222-80070422ABCD}',
    '0x80070643',
  ],
  [
    '2026/06/05 11:07:50.0950566 21136 9740 Agent LogHistory called. idUpdate={E0F87EBF-B414-4AC7-A225-8FE802CF8618}.1, resultMapped=80070643, resultUnMapped=FFFE',
    '0x80070643',
  ],
  [
    '2026/11/22 10:01:02.12 1 5 ProtocolTalker *FAILED* [8024402C] Method failed [SLSClient::GetResponse]',
    '0x8024402C',
  ],
  ['2026/11/22 WebServices WS error: There was an error communicating with the endpoint. hr=8024401C', '0x8024401C'],
  [
    '{CB6DE3B4-CC97-4BD7-B8F2-2AF4A0DB4FCC}\t2026-09-23 15:29:04:734+0300\t1\t182 [AGENT_INSTALLING_FAILED]\t101\t{624F8F61-FD5B-4DF9-B992-122BE8FAB976}\t1\t800f0820\tMoUpdateOrchestrator\tFailure\tContent Install\tInstallation Failure: Windows failed to install the following update with error 0x800f0820: 2026-09 Preview Update (KB5124010) (26200.9550).',
    '0x800F0820',
  ],
  [
    'Installation Failure: Windows failed to install the following update with error 0x80242015: Cumulative Update (KB4051033)',
    '0x80242015',
  ],
  ['インストールの失敗: エラー 0x80070643 で次の更新プログラムのインストールに失敗しました: KB5048239', '0x80070643'],
  ["There were some problems installing updates, but we'll try again later. this may help: (0x80070643)", '0x80070643'],
  ['ダウンロード エラー – 0x80004002', '0x80004002'],
  ['インストール エラー - 0x800f0922', '0x800F0922'],
  ['FATAL: CBS called Error with 0x800f0831', '0x800F0831'],
  [
    '2026-01-14 17:26:10, Info MOUPG  SetupNotify::Remapping disk full error [0x80070070] -> [0xC19001DF]',
    '0x80070070',
    '0xC19001DF',
  ],
  [
    '2026-01-14 17:26:10, Info MOUPG  SetupHost: Reporting error event -> [0x80070070, 0xC19001DF]',
    '0x80070070',
    '0xC19001DF',
  ],
  [
    'Error: SetupDiag reports rollback failure found. Last Phase = Safe OS, Error = 0xC1900101-0x20017',
    '0xC1900101-0x20017',
  ],
  [
    '0xC1900101 - 0x30018 The installation failed in the FIRST_BOOT phase with an error during SYSPREP operation',
    '0xC1900101-0x30018',
  ],
  [
    'インストールは BOOT 操作中にエラーが発生し、SAFE_OS フェーズで失敗しました。0xC1900101 - 0x20017',
    '0xC1900101-0x20017',
  ],
  ['Result = 0xC1900208', '0xC1900208'],
  ['BoxResult: 3247440400', '0xC1900210'],
  ['ResultCode = -2147023293;', '0x80070643'],
  ['HResult: -2145107924', '0x8024402C'],
  ['Exception from HRESULT: 0x80240438', '0x80240438'],
  [
    'New-Object : Retrieving the COM class factory failed due to the following error: 80070422 The service cannot be started',
    '0x80070422',
  ],
  ['[SC] StartService FAILED 1058:', '0x80070422'],
  ['[SC] OpenService FAILED 5:', '0x80070005'],
  ['Attempt FAILED 1058: of nothing that is known'],
  ['Taken at 10:58, error 12:30 minutes later'],
  ['System error 1058 has occurred.', '0x80070422'],
  ['システム エラー 1058 が発生しました。', '0x80070422'],
  ['<Data Name="errorCode">0x80070643</Data>', '0x80070643'],
  ['<Data Name="ErrorCode">2147944003</Data>', '0x80070643'],
  ['The Windows Modules Installer service terminated with the following error: %%126'],
  ['MainEngineThread is returning 1603'],
  ['Windows Installer installed the product. Installation success or error status: 1603.', '0x80070643'],
  ['Add-WindowsPackage : An error occurred applying the Unattend.xml file. Error code = 0x800f0838', '0x800F0838'],
  ['DISM: 0x800f0991 while adding windows11.0-kb5079473-x64.msu', '0x800F0991'],
  ['ErrorCode: 0x80d02002, file: a.cab, cdn: dl.delivery.mp.microsoft.com', '0x80D02002'],
  ['BITS job error 0x80200010 context 0x5', '0x80200010'],
  ['error=0x80072EE2 (12002)', '0x80072EE2'],
  ['WS error: soap client error = 7, soap error code = 300, HTTP status code = 200'],
  ['SOAPClient error 7'],
  ['HTTP error 503 of the server'],
  ['HTTP-Fehler 404'],
  ['WinHTTP error 12002.', '0x80072EE2'],
  ['Fehler 2 von 3 Updates'],
  ['Error 2 of 3 updates, error 14 out of 20'],
  ['エラー 2 件'],
  ['Error 3 times, error x64, error x86'],
  ['Error 1603 of the installer', '0x80070643'],
  ['2359302', '0x00240006'],
  ['ResultCode 2359302.', '0x00240006'],
  ['2359302 bytes, 2359399'],
  ['The result was 0x240006', '0x00240006'],
  ['WinHttp: SendRequest failed, error 12002', '0x80072EE2'],
  [
    '2016-09-28 04:30:31, Info CSI 00000001@2016/9/27:20:30:31.455 WcpInitialize (wcp.dll version 0.0.0.6) called (stack @0x7fed806eb5d @0x7fef9fb9b6d)',
  ],
  ['2026-09-25 11:01:49, Info CSI 00000013 [SR] Verifying 100 components'],
  ['C:\\$WINDOWS.~BT\\Sources\\Panther 84217728 bytes, 26100.4061'],
  ['Session: 30579072_298067563 finalized. Reboot required: no [HRESULT = 0x00000000 - S_OK]'],
  ['Package_for_KB5034129 manifest missing'],
  ['updates stuck at 0 percent, port 8530, 80000001 files'],
  ['Faulting offset 0x00007ffb80070643 in process 4120'],
  [
    '2025-06-14 01:02:03, Error SP Operation failed: Add boot files. Error: 0x80070002[gle=0x000000b7]',
    '0x80070002',
    '0x800700B7',
  ],
];

const cases = Object.entries(spellings).flatMap(([code, texts]) => texts.map((text) => [text, code] as const));

describe('a code', () => {
  it('has sixty spellings and sixty lines to be read from', () => {
    expect([cases.length >= 60, lines.length >= 60]).toEqual([true, true]);
  });

  it.each(cases)('%j is %s', (text, code) => expect(read(text)).toEqual([code]));

  it.each(lines.map(([line, ...codes]) => ({ line, codes })))('$codes of $line', ({ line, codes }) =>
    expect(read(line)).toEqual(codes),
  );

  it('that no table has says its facility and what it wraps', () => {
    expect(decodeCode('8007ABCD')).toEqual({ isError: true, facility: 'WIN32', win32: 43981, ntstatus: null });
    expect(decodeCode('D015001A')).toMatchObject({ ntstatus: '0xC015001A', win32: null });
    expect(decodeCode('C0000022')).toMatchObject({ ntstatus: '0xC0000022' });
    expect(decodeCode('C1900101')).toMatchObject({ facility: '400', ntstatus: null });
    expect(decodeCode('00240005')).toMatchObject({ isError: false, facility: 'WINDOWSUPDATE' });
  });
});
