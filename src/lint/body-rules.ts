import windowsCommands from './windows-commands.json' with { type: 'json' };

/**
 * What a PowerShell body may do beside calling the functions of the register (templates/library.yaml), as data. A body
 * reads; it changes a computer only by calling an action. Everything that is not named is refused, so a new changing command cannot slip in through a gap in a list of bad ones.
 *
 * windows-commands.json holds the commands of Windows PowerShell 5.1 that bodies may call ("reads") and that parts call besides, with
 * the parameters that both Microsoft's documentation of 5.1 ("source") and the command listing of an installation have. "places" has
 * those that may stand without their names, a line for each way to call it, with "*" where the last one takes all the rest.
 */

/** A parameter of a reading command. */
export interface CommandParameter {
  readonly name: string;
  readonly isSwitch: boolean;
  /** The words that it takes; empty where that is not known, or more than words. */
  readonly of: readonly string[];
}

/** A command of Windows PowerShell 5.1. */
export interface WindowsCommand {
  readonly parameters: readonly CommandParameter[];
  /** Parameters that may stand without their names, for each way to call it; "*" stands for any number of further arguments. */
  readonly places: readonly (readonly string[])[];
}

/** Reading commands by name. Parameters are without the common ones, in the table as "Name", "Switch?" or "Name=One|Other". */
export const readingCommands: ReadonlyMap<string, WindowsCommand> = new Map(
  Object.entries(windowsCommands)
    .filter(([, { reads }]) => reads)
    .map(([name, { parameters, places }]) => [
      name,
      { parameters: parameters.split(' ').flatMap(readParameter), places: places.map((each) => each.split(' ')) },
    ]),
);

/** Commands that parts call and bodies may not. */
export const otherCommands: ReadonlySet<string> = new Set(
  Object.entries(windowsCommands).flatMap(([name, { reads }]) => (reads ? [] : [name])),
);

function readParameter(written: string): readonly CommandParameter[] {
  const [, name, mark = '', words = ''] = /^(\w+)(\??)(?:=(.+))?$/.exec(written) ?? [];
  return name === undefined ? [] : [{ name, isSwitch: mark === '?', of: words === '' ? [] : words.split('|') }];
}

/**
 * What a reading command cannot do without: each group is parameters of which one has to be given, by name, by place or from
 * a pipe. Without it Windows PowerShell asks the person in front of it, or fails where there is none.
 */
export const neededParameters: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'Compare-Object': [['ReferenceObject'], ['DifferenceObject']],
  'ConvertFrom-Csv': [['InputObject']],
  'ConvertFrom-Json': [['InputObject']],
  'ConvertTo-Json': [['InputObject']],
  'ForEach-Object': [['Process', 'MemberName']],
  'Format-Hex': [['Path', 'LiteralPath', 'InputObject']],
  'Get-Content': [['Path', 'LiteralPath']],
  'Get-FileHash': [['Path', 'LiteralPath', 'InputStream']],
  'Get-Item': [['Path', 'LiteralPath']],
  'Get-ItemProperty': [['Path', 'LiteralPath']],
  'Get-ItemPropertyValue': [['Name']],
  'Get-PrintJob': [['PrinterName', 'PrinterObject']],
  'Get-WindowsOptionalFeature': [['Online', 'Path']],
  'Join-Path': [['Path'], ['ChildPath']],
  'New-Object': [['TypeName', 'ComObject']],
  'Resolve-DnsName': [['Name']],
  'Resolve-Path': [['Path', 'LiteralPath']],
  'Select-String': [['Pattern'], ['Path', 'LiteralPath', 'InputObject']],
  'Select-Xml': [['XPath'], ['Path', 'LiteralPath', 'Content', 'Xml']],
  'Split-Path': [['Path', 'LiteralPath']],
  'Start-Sleep': [['Seconds', 'Milliseconds']],
  'Test-Path': [['Path', 'LiteralPath']],
  'Where-Object': [['FilterScript', 'Property']],
  'Write-Debug': [['Message']],
  'Write-Output': [['InputObject']],
  'Write-Verbose': [['Message']],
};

/** Short names of commands that bodies may use, by which nobody finds them. */
export const aliases: Readonly<Record<string, string>> = {
  '%': 'ForEach-Object',
  foreach: 'ForEach-Object',
  '?': 'Where-Object',
  where: 'Where-Object',
  cat: 'Get-Content',
  gc: 'Get-Content',
  type: 'Get-Content',
  dir: 'Get-ChildItem',
  gci: 'Get-ChildItem',
  ls: 'Get-ChildItem',
  gi: 'Get-Item',
  gp: 'Get-ItemProperty',
  gpv: 'Get-ItemPropertyValue',
  gsv: 'Get-Service',
  gps: 'Get-Process',
  ps: 'Get-Process',
  gcim: 'Get-CimInstance',
  gwmi: 'Get-CimInstance',
  'get-wmiobject': 'Get-CimInstance',
  group: 'Group-Object',
  measure: 'Measure-Object',
  select: 'Select-Object',
  sls: 'Select-String',
  sort: 'Sort-Object',
  sleep: 'Start-Sleep',
  write: 'Write-Output',
};

/** What an error may do where nobody is there to answer. */
const actionsOnErrors = ['SilentlyContinue', 'Ignore', 'Continue', 'Stop'];

/** Parameters that every command has. */
export const commonParameters: readonly CommandParameter[] = [
  { name: 'ErrorAction', isSwitch: false, of: actionsOnErrors },
  { name: 'ErrorVariable', isSwitch: false, of: [] },
  { name: 'OutVariable', isSwitch: false, of: [] },
  { name: 'Verbose', isSwitch: true, of: [] },
  { name: 'WarningAction', isSwitch: false, of: actionsOnErrors },
];

/** .NET types whose static members only read or compute. */
export const readingTypes: ReadonlySet<string> = new Set(
  [
    'array bool byte char cultureinfo datetime decimal double guid hashtable int int32 int64 ipaddress long math',
    'object ordered pscustomobject psobject regex string string[] text.encoding timespan uint32 uint64 uri version void',
    'bitconverter convert datetimeoffset dbnull globalization.cultureinfo globalization.datetimestyles',
    'globalization.numberstyles io.path net.dns net.ipaddress',
    'net.networkinformation.networkinterface net.networkinformation.networkinterfacetype',
    'net.networkinformation.operationalstatus net.sockets.addressfamily net.webrequest stringcomparison stringsplitoptions',
    'system.array system.collections.generic.list[object] system.collections.generic.list[string] system.io.ioexception',
    'system.unauthorizedaccessexception system.management.automation.itemnotfoundexception timezoneinfo',
  ]
    .join(' ')
    .split(' '),
);

/** What casts make of a table of values; for other types it would set properties. */
export const tableTypes: ReadonlySet<string> = new Set(['hashtable', 'ordered', 'pscustomobject']);

/**
 * Variables of PowerShell that a body may not name: through them it would reach providers and commands, or turn what
 * actions do, such as -WhatIf.
 */
export const forbiddenVariables: ReadonlySet<string> = new Set(
  'confirmpreference error executioncontext host myinvocation psboundparameters pscmdlet psdefaultparametervalues whatifpreference'.split(
    ' ',
  ),
);

/** Methods that only compute where they are static, of a type that is written out. An object's own may change it, or a file. */
export const staticMethods: ReadonlySet<string> = new Set(['new', 'replace']);

/** How many arguments a reading method takes at most, where a longer form of that name may change something. */
export const mostArguments: Readonly<Record<string, number>> = {
  // Type.GetType and Assembly.GetType look up any type.
  gettype: 0,
  // Of a list or a table. What providers remove has more than one.
  remove: 1,
};

/** Instance and static methods that only read or compute. */
export const readingMethods: ReadonlySet<string> = new Set(
  [
    'abs add adddays addhours addminutes addseconds addticks ceiling compareto contains containskey duration endswith',
    'equals floor format fromfiletimeutc fromunixtimeseconds getaddressbytes gethostaddresses gethostname getallnetworkinterfaces',
    'getipproperties getproxy getsystemwebproxy getstring gettype indexof insert isbypassed isnullorempty',
    'isnullorwhitespace join lastindexof match matches max min padleft padright parse parseexact remove round',
    'reverse split startswith substring subtract toarray tobyte toint32 toint64 tolower tolowerinvariant tostring touint32',
    'tolocaltime touniversaltime toupper toupperinvariant trim trimend trimstart truncate tryparse tounixtimeseconds',
    // The history of updates, and the names of values in the registry.
    'createupdatesearcher gettotalhistorycount queryhistory getvaluenames getbaseexception',
  ]
    .join(' ')
    .split(' '),
);
