import allowedCommands from './allowed-commands.json' with { type: 'json' };

/**
 * What a PowerShell body may do beside calling the functions of the register (templates/library.yaml), as data. A body
 * reads; it changes a computer only by calling an action. Everything that is not named is refused, so a new changing command cannot slip in through a gap in a list of bad ones.
 *
 * allowed-commands.json holds the reading commands of Windows PowerShell 5.1 and their parameters, taken from the
 * command listing of a Windows PowerShell 5.1 installation.
 */

/** Reading commands and their parameters, without the common ones. */
export const readingCommands: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(allowedCommands).map(([name, parameters]) => [name, new Set(parameters.split(' '))] as const),
);

/** Commands that are refused for a reason of their own, and what bodies call in their place. */
export const replacedCommands: Readonly<Record<string, string>> = {
  'Get-WinEvent':
    'Get-EventRecord, which names the provider and gives the window in a form that holds in every time zone',
};

export const commonParameters: ReadonlySet<string> = new Set([
  'ErrorAction',
  'ErrorVariable',
  'OutVariable',
  'Verbose',
  'WarningAction',
]);

/** .NET types whose static members only read or compute. */
export const readingTypes: ReadonlySet<string> = new Set(
  [
    'array bool byte char cultureinfo datetime decimal double guid hashtable int int32 int64 ipaddress long math',
    'object ordered pscustomobject psobject regex string string[] text.encoding timespan uint32 uint64 ulong uri version void',
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
    'touniversaltime toupper toupperinvariant trim trimend trimstart truncate tryparse tounixtimeseconds',
    // The history of updates, and the names of values in the registry.
    'createupdatesearcher gettotalhistorycount queryhistory getvaluenames',
  ]
    .join(' ')
    .split(' '),
);
