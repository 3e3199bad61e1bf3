# Mendsheet 0.1.0 - windows-update - diagnose
# Made from checks.yaml. Do not edit: change the checklist and build again.
# Regions: Messages, Runtime, Recipes, Checks, Check table, Main

<#
.SYNOPSIS
    Windows Update: finds out what is wrong and changes nothing.
.DESCRIPTION
    Reads services, registry, event logs and the like of this PC, and says for each check whether it is
    OK, a problem, undecided or not applicable, with the reason. Nothing on this PC is changed. Some
    checks see more when the script runs elevated.

    Checks:
      1  clock  Clock
      3  internet-connection  Internet connection
      4  disk-space  Free disk space
      28  update-server  Update server and policy
      30  restart-pending  Restart pending
      6  wuauserv-start-type  Start type of Windows Update
      6  bits-start-type  Start type of Background Intelligent Transfer Service
      6  usosvc-start-type  Start type of Update Orchestrator Service
      6  cryptsvc-start-type  Start type of Cryptographic Services
      6  trustedinstaller-start-type  Start type of Windows Modules Installer
      6  msiserver-start-type  Start type of Windows Installer
      6  wlidsvc-start-type  Start type of Microsoft Account Sign-in Assistant
      14  download-cache  Download cache
      2  activation  Activation
      8  os-current  Windows version and last update
      25  event-log  Failures in the event log
      26  windows-update-log  Windows Update logs
.PARAMETER Check
    The checks to run, by id. Without it: the usual ones.
.PARAMETER Skip
    Checks to leave out, by id.
.PARAMETER OutputFormat
    Text: sentences on the screen. Object: one object a check on the pipeline. Json, Csv: text on the
    pipeline and nothing else, for machines. Html: a page to read, print and pass on.
.PARAMETER OutputPath
    A file that receives the report in that format instead of the pipeline. Its folder must exist.
.PARAMETER Language
    en or ja. Without it: the language of Windows.
.PARAMETER ListChecks
    Lists the checks of this script and runs none.
.EXAMPLE
    .\diagnose.ps1
    Runs the usual checks and prints what was found.
.EXAMPLE
    .\diagnose.ps1 -OutputFormat Json -OutputPath C:\Temp\report.json
    Writes the report for another program to read.
.OUTPUTS
    With -OutputFormat Object, one object a check: Id, Item, Title, Status, Reason, HResult, Evidence.
.NOTES
    Exit codes: 0 healthy, 1 problem found, 2 undecided, 11 not applicable here, 15 language mode,
    64 wrong usage, 70 a defect of this script.
#>
[CmdletBinding()]
[OutputType([string], [pscustomobject])]
param(
    [ArgumentCompleter({
            @(
                'clock'
                'internet-connection'
                'disk-space'
                'update-server'
                'restart-pending'
                'wuauserv-start-type'
                'bits-start-type'
                'usosvc-start-type'
                'cryptsvc-start-type'
                'trustedinstaller-start-type'
                'msiserver-start-type'
                'wlidsvc-start-type'
                'download-cache'
                'activation'
                'os-current'
                'event-log'
                'windows-update-log'
            ) -like "$($args[2])*"
        })]
    [string[]] $Check,

    [string[]] $Skip,

    [ValidateSet('Text', 'Object', 'Json', 'Html', 'Csv')]
    [string] $OutputFormat = 'Text',

    [string] $OutputPath,

    [ValidateSet('en', 'ja')]
    [string] $Language = $(if ((Get-UICulture).Name -like 'ja*') { 'ja' } else { 'en' }),

    [switch] $ListChecks
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$script:Product = 'windows-update'
$script:Version = '0.1.0'
$script:ScriptName = 'diagnose'
$script:Phase = 'detect'
$script:StateFolder = "$env:ProgramData\Mendsheet\$script:Product"
$script:DefaultChecks = @(
    'clock', 'internet-connection', 'disk-space', 'update-server', 'restart-pending', 'wuauserv-start-type',
    'bits-start-type', 'usosvc-start-type', 'cryptsvc-start-type', 'trustedinstaller-start-type',
    'msiserver-start-type', 'wlidsvc-start-type', 'download-cache', 'activation', 'os-current', 'event-log',
    'windows-update-log'
)
$script:Notices = @()
$script:HasTranscript = $false

#region Messages

$script:Messages = @{
    en = ConvertFrom-StringData -StringData @'
languageMode = PowerShell runs in a restricted language mode here (application control), so this script cannot work. Nothing was changed.
notWindows = This script is for Windows. Nothing was changed.
unknownCheck = Unknown check: {Wrong}. Known: {Known}
undoTakesNoCheck = -Undo restores a whole run and takes neither -Check nor -Skip.
badOutputPath = {Path} is not a file in an existing folder.
defect = This script has a defect: {Type} at line {Line}: {Text}
notThisBuild = Not for this build of Windows.
notThisKind = Not for this kind of Windows (client or server).
notThisEdition = Not for this edition of Windows.
notThisArchitecture = Not for this processor architecture.
notThisAccount = Not for the account that runs this script.
accessDenied = This account may not read what the check needs. Run it as administrator.
detectThrew = The check failed with an unexpected error: {ErrorType} at line {ErrorLine}.
noFinding = The check gave {Findings} results instead of one.
stateOk = OK
stateProblem = Problem
stateUnknown = Undecided
stateNotApplicable = Not applicable
statePreview = Preview
stateUnchanged = Nothing to change
stateRepaired = Repaired
stateNotConfirmed = Not confirmed
stateFailed = Failed
stateBlocked = Not repaired
evidence = Evidence
verdictOk = No problem found
verdictProblem = Problems found: {Problem}
verdictUnknown = No problem found, but not everything could be decided
verdictPartly = Partly repaired
verdictUndo = Nothing is left to undo
verdictUndoMissed = Not everything was undone
asideKept = Kept as {Path} ({Megabytes} MB).
codeExplained = Error code {Code} is explained by: {Checks}
codeUnexplained = Error code {Code} is explained by none of these checks.
summary = {Problem} with a problem, {Ok} OK, {Unknown} undecided, {NotApplicable} not applicable.
nextRepair = Next: pass -Check {Checks} -WhatIf to the repair script. It shows each change and makes none.
nextWithoutWhatIf = Next: run the same command without -WhatIf to make these changes.
nextUndo = To bring back what was: {Script} -Undo
nextRestart = Next: restart this PC. The repair needs it.
reportWritten = The report is in {Path}.
title.clock = Clock
title.internet-connection = Internet connection
title.disk-space = Free disk space
title.update-server = Update server and policy
title.restart-pending = Restart pending
title.wuauserv-start-type = Start type of Windows Update
title.bits-start-type = Start type of Background Intelligent Transfer Service
title.usosvc-start-type = Start type of Update Orchestrator Service
title.cryptsvc-start-type = Start type of Cryptographic Services
title.trustedinstaller-start-type = Start type of Windows Modules Installer
title.msiserver-start-type = Start type of Windows Installer
title.wlidsvc-start-type = Start type of Microsoft Account Sign-in Assistant
title.download-cache = Download cache
title.activation = Activation
title.os-current = Windows version and last update
title.event-log = Failures in the event log
title.windows-update-log = Windows Update logs
says.clock.ahead = The clock is {OffsetMinutes} minutes ahead of the time that {Source} answered.
says.clock.behind = The clock is {OffsetMinutes} minutes behind the time that {Source} answered.
says.clock.domain-controller = The clock of this domain controller is off by {OffsetMinutes} minutes. Every member of the domain follows it, so it is not changed here: check the time source of the PDC emulator.
says.clock.small-offset = The clock is off by {OffsetMinutes} minutes. Updates work with that, but signing in to a domain may fail.
says.clock.before-windows = The clock shows a time before {Floor}, when this Windows was built or installed.
says.clock.no-witness = No server answered with its time, so the clock could not be compared.
says.internet-connection.automatic-address = No adapter got an address: there is only one that the PC gave itself (169.254.x.x). Check the cable or Wi-Fi and the DHCP server.
says.internet-connection.no-address = No adapter has an address that reaches beyond this PC. Check the cable or Wi-Fi.
says.internet-connection.names-unresolved = None of the names of the update servers could be resolved. Check the DNS servers of the connection.
says.internet-connection.partly-blocked = Some update servers answer and others do not: {Blocked} {Unresolved}. A firewall or filter may block them.
says.internet-connection.blocked = The names of update servers are resolved, but none can be connected to: {Blocked}.
says.internet-connection.proxy = Update servers cannot be reached directly, and a proxy is configured. Windows Update may work through it, which was not tested.
says.internet-connection.own-server = Public update servers cannot be reached. This PC gets its updates from a server of your organisation, so that may be intended.
says.internet-connection.answers-indirectly = No update server can be reached directly, but a web request was answered, as if a proxy found automatically passes it on. Windows Update was not tested that way.
says.disk-space.full = Drive {Drive} has {FreeGigabytes} GB free. Updates cannot be installed with less than {Minimum} GB.
says.disk-space.tight = Drive {Drive} has {FreeGigabytes} GB free. Large monthly updates may need up to {Comfort} GB.
says.disk-space.no-upgrade = Drive {Drive} has {FreeGigabytes} GB free. That is enough for monthly updates; a feature update needs {Upgrade} GB.
says.disk-space.unreadable = Windows did not say how much space is free on drive {Drive}.
says.update-server.by-windows-update = This PC gets its updates from Windows Update.
says.update-server.by-server = This PC gets its updates from {Server}, a server of your organisation, which answers.
says.update-server.by-both = This PC gets some kinds of update from {Server}, a server of your organisation, and the others from Windows Update.
says.update-server.access-disabled = A policy switches access to Windows Update off (DisableWindowsUpdateAccess).
says.update-server.sources-ignored = Policies name a source for kinds of update but have no effect, since UseUpdateClassPolicySource is not 1 below the key AU.
says.update-server.sources-partial = Policies name a source for {SourcePolicies} of four kinds of update. Only all four together are supported.
says.update-server.sources-without-server = Policies name a server of the organisation as source of updates, but none is in use (UseWUServer is not 1).
says.update-server.server-missing = A policy demands a server of the organisation (UseWUServer), but no address is set (WUServer).
says.update-server.server-malformed = The address of the update server is not valid ({Server}). It needs http:// or https:// and no slash or blank at its end.
says.update-server.server-unreachable = This PC must get its updates from {Server}, but that server does not answer. Connect to the network of your organisation; if the PC no longer belongs to it, ask its administrator to release the PC.
says.update-server.no-service = Windows Update knows no update service at all. Its store is probably damaged.
says.update-server.agent-silent = Windows Update did not answer, so the services that it uses are not known.
says.restart-pending.pending = Windows waits for a restart: {Causes}.
says.restart-pending.pending-fast-startup = Windows waits for a restart: {Causes}. Choose Restart: with fast startup on, shutting down does not finish it.
says.restart-pending.survived-restart = Windows waits for a restart ({Causes}), and already did before it was last started at {LastBoot}. If one more restart does not help, the prepared update is stuck: collect the logs.
says.restart-pending.unreadable = The state of Windows servicing could not be read: {Key} is missing.
says.activation.not-activated = Windows is not activated (licence state {LicenseStatus}, reason {StatusReason}). An upgrade may be refused.
says.activation.grace = Windows waits to be activated and works in full for {DaysLeft} more days.
says.activation.evaluation = This is an evaluation of Windows with {DaysLeft} days left. It must be replaced or converted before that.
says.activation.by-organisation = Activated by a server of your organisation; to be renewed within {DaysLeft} days, which Windows does by itself.
says.activation.no-key = Windows names no licence of its own, so whether it is activated is not known.
says.activation.silent = The licensing service of Windows did not answer ({Error}).
says.os-current.out-of-service = Build {Build} ({Edition}) has been out of service since {EndOfService} and receives no updates.
says.os-current.pinned = Build {Build} has been out of service since {EndOfService}, and a policy holds this PC at version {PinnedTo}.
says.os-current.stale = The last cumulative update was installed on {LastUpdate}, more than {StaleDays} days ago.
says.os-current.extended = Build {Build} is out of service, but this PC receives extended security updates until {EndOfService} at most.
says.os-current.paused = Someone has paused updates on this PC until {PausedUntil}.
says.os-current.unlisted = Build {Build} ({Edition}) is not in the table of this script, so whether it is in service is not known.
says.windows-update-log.failed = The record of Windows Update holds {Failures} failures that no later success has settled, the newest at {Newest}.
says.windows-update-log.missing = There is no ReportingEvents.log. Windows Update has not run since its store was made anew.
says.windows-update-log.unreadable = ReportingEvents.log could not be read or has a form that is not known.
says.service-start-type.disabled = The service {Service} is disabled, so that it cannot be started when it is needed.
says.service-start-type.missing = The service {Service} does not exist on this PC, and cannot be brought back here.
says.service-start-type.unreadable = The start type of the service {Service} could not be read.
says.update-failure.failed = {Failures} updates or searches failed last time they were tried, the newest at {Newest}: {Codes}.
says.update-failure.no-store = Windows has not made its store of downloads yet. It does so at the next search for updates.
says.update-failure.log-unreadable = The event log of Windows Update could not be read.
productTitle = Windows Update
'@
    ja = ConvertFrom-StringData -StringData @'
languageMode = \u30a2\u30d7\u30ea\u30b1\u30fc\u30b7\u30e7\u30f3\u5236\u5fa1\u306b\u3088\u308a PowerShell \u306e\u8a00\u8a9e\u30e2\u30fc\u30c9\u304c\u5236\u9650\u3055\u308c\u3066\u3044\u308b\u305f\u3081\u3001\u3053\u306e\u30b9\u30af\u30ea\u30d7\u30c8\u306f\u5b9f\u884c\u3067\u304d\u307e\u305b\u3093\u3002\u4f55\u3082\u5909\u66f4\u3057\u3066\u3044\u307e\u305b\u3093\u3002
notWindows = \u3053\u306e\u30b9\u30af\u30ea\u30d7\u30c8\u306f Windows \u5c02\u7528\u3067\u3059\u3002\u4f55\u3082\u5909\u66f4\u3057\u3066\u3044\u307e\u305b\u3093\u3002
unknownCheck = \u300c{Wrong}\u300d\u3068\u3044\u3046\u30c1\u30a7\u30c3\u30af\u306f\u3042\u308a\u307e\u305b\u3093\u3002\u6307\u5b9a\u3067\u304d\u308b\u3082\u306e\uff1a{Known}
undoTakesNoCheck = -Undo \u306f 1 \u56de\u306e\u5b9f\u884c\u5206\u3092\u307e\u3068\u3081\u3066\u5143\u306b\u623b\u3057\u307e\u3059\u3002-Check \u3084 -Skip \u3068\u540c\u6642\u306b\u306f\u6307\u5b9a\u3067\u304d\u307e\u305b\u3093\u3002
badOutputPath = {Path} \u306f\u3001\u65e2\u5b58\u306e\u30d5\u30a9\u30eb\u30c0\u30fc\u5185\u306e\u30d5\u30a1\u30a4\u30eb\u3068\u3057\u3066\u6307\u5b9a\u3057\u3066\u304f\u3060\u3055\u3044\u3002
defect = \u30b9\u30af\u30ea\u30d7\u30c8\u306e\u4e0d\u5177\u5408\u306b\u3088\u308a\u4e2d\u65ad\u3057\u307e\u3057\u305f\uff1a{Type}\uff08{Line} \u884c\u76ee\uff09\uff1a{Text}
notThisBuild = \u3053\u306e\u30d3\u30eb\u30c9\u306e Windows \u306f\u5bfe\u8c61\u5916\u3067\u3059\u3002
notThisKind = \u3053\u306e\u7a2e\u985e\u306e Windows\uff08\u30af\u30e9\u30a4\u30a2\u30f3\u30c8\u307e\u305f\u306f\u30b5\u30fc\u30d0\u30fc\uff09\u306f\u5bfe\u8c61\u5916\u3067\u3059\u3002
notThisEdition = \u3053\u306e\u30a8\u30c7\u30a3\u30b7\u30e7\u30f3\u306e Windows \u306f\u5bfe\u8c61\u5916\u3067\u3059\u3002
notThisArchitecture = \u3053\u306e\u30d7\u30ed\u30bb\u30c3\u30b5 \u30a2\u30fc\u30ad\u30c6\u30af\u30c1\u30e3\u306f\u5bfe\u8c61\u5916\u3067\u3059\u3002
notThisAccount = \u3053\u306e\u30b9\u30af\u30ea\u30d7\u30c8\u3092\u5b9f\u884c\u3057\u3066\u3044\u308b\u30a2\u30ab\u30a6\u30f3\u30c8\u306f\u5bfe\u8c61\u5916\u3067\u3059\u3002
accessDenied = \u3053\u306e\u30a2\u30ab\u30a6\u30f3\u30c8\u306b\u306f\u78ba\u8a8d\u306b\u5fc5\u8981\u306a\u60c5\u5831\u3092\u8aad\u307f\u53d6\u308b\u6a29\u9650\u304c\u3042\u308a\u307e\u305b\u3093\u3002\u7ba1\u7406\u8005\u3068\u3057\u3066\u5b9f\u884c\u3057\u3066\u304f\u3060\u3055\u3044\u3002
detectThrew = \u78ba\u8a8d\u4e2d\u306b\u4e88\u671f\u3057\u306a\u3044\u30a8\u30e9\u30fc\u304c\u767a\u751f\u3057\u307e\u3057\u305f\uff1a{ErrorType}\uff08{ErrorLine} \u884c\u76ee\uff09\u3002
noFinding = \u30c1\u30a7\u30c3\u30af\u306e\u7d50\u679c\u304c 1 \u4ef6\u3067\u306f\u306a\u304f {Findings} \u4ef6\u8fd4\u3055\u308c\u307e\u3057\u305f\u3002
stateOk = \u6b63\u5e38
stateProblem = \u554f\u984c\u3042\u308a
stateUnknown = \u5224\u5b9a\u3067\u304d\u307e\u305b\u3093
stateNotApplicable = \u5bfe\u8c61\u5916
statePreview = \u30d7\u30ec\u30d3\u30e5\u30fc
stateUnchanged = \u5909\u66f4\u4e0d\u8981
stateRepaired = \u4fee\u5fa9\u3057\u307e\u3057\u305f
stateNotConfirmed = \u4fee\u5fa9\u3092\u78ba\u8a8d\u3067\u304d\u305a
stateFailed = \u5931\u6557
stateBlocked = \u4fee\u5fa9\u3057\u3066\u3044\u307e\u305b\u3093
evidence = \u78ba\u8a8d\u3057\u305f\u5024
verdictOk = \u554f\u984c\u306f\u898b\u3064\u304b\u308a\u307e\u305b\u3093\u3067\u3057\u305f
verdictProblem = {Problem} \u4ef6\u306e\u554f\u984c\u304c\u898b\u3064\u304b\u308a\u307e\u3057\u305f
verdictUnknown = \u554f\u984c\u306f\u898b\u3064\u304b\u308a\u307e\u305b\u3093\u3067\u3057\u305f\u304c\u3001\u5224\u5b9a\u3067\u304d\u306a\u3044\u9805\u76ee\u304c\u3042\u308a\u307e\u3059
verdictPartly = \u4e00\u90e8\u3060\u3051\u4fee\u5fa9\u3057\u307e\u3057\u305f
verdictUndo = \u5143\u306b\u623b\u3059\u51e6\u7406\u304c\u5b8c\u4e86\u3057\u307e\u3057\u305f
verdictUndoMissed = \u4e00\u90e8\u3092\u5143\u306b\u623b\u305b\u307e\u305b\u3093\u3067\u3057\u305f
asideKept = {Path} \u3068\u3057\u3066\u4fdd\u5b58\u3057\u3066\u3044\u307e\u3059\uff08{Megabytes} MB\uff09\u3002
codeExplained = \u30a8\u30e9\u30fc \u30b3\u30fc\u30c9 {Code} \u306b\u95a2\u4fc2\u3059\u308b\u30c1\u30a7\u30c3\u30af\uff1a{Checks}
codeUnexplained = \u30a8\u30e9\u30fc \u30b3\u30fc\u30c9 {Code} \u306b\u95a2\u4fc2\u3059\u308b\u30c1\u30a7\u30c3\u30af\u306f\u3042\u308a\u307e\u305b\u3093\u3002
summary = \u554f\u984c\u3042\u308a {Problem} \u4ef6\u3001\u6b63\u5e38 {Ok} \u4ef6\u3001\u5224\u5b9a\u3067\u304d\u306a\u3044\u3082\u306e {Unknown} \u4ef6\u3001\u5bfe\u8c61\u5916 {NotApplicable} \u4ef6\u3002
nextRepair = \u6b21\u306e\u624b\u9806\uff1a\u4fee\u5fa9\u7528\u30b9\u30af\u30ea\u30d7\u30c8\u306b -Check {Checks} -WhatIf \u3092\u4ed8\u3051\u3066\u5b9f\u884c\u3059\u308b\u3068\u3001\u5909\u66f4\u5185\u5bb9\u3060\u3051\u3092\u78ba\u8a8d\u3067\u304d\u307e\u3059\u3002
nextWithoutWhatIf = \u6b21\u306e\u624b\u9806\uff1a-WhatIf \u3092\u5916\u3057\u3066\u5b9f\u884c\u3059\u308b\u3068\u3001\u3053\u308c\u3089\u306e\u5909\u66f4\u3092\u884c\u3044\u307e\u3059\u3002
nextUndo = \u5143\u306e\u72b6\u614b\u306b\u623b\u3059\u306b\u306f\u3001{Script} -Undo \u3092\u5b9f\u884c\u3057\u3066\u304f\u3060\u3055\u3044\u3002
nextRestart = \u6b21\u306e\u624b\u9806\uff1a\u4fee\u5fa9\u3092\u5b8c\u4e86\u3059\u308b\u305f\u3081\u3001PC \u3092\u518d\u8d77\u52d5\u3057\u3066\u304f\u3060\u3055\u3044\u3002
reportWritten = \u30ec\u30dd\u30fc\u30c8\u3092 {Path} \u306b\u4fdd\u5b58\u3057\u307e\u3057\u305f\u3002
title.clock = \u65e5\u4ed8\u3068\u6642\u523b
title.internet-connection = \u30a4\u30f3\u30bf\u30fc\u30cd\u30c3\u30c8\u63a5\u7d9a
title.disk-space = \u30c7\u30a3\u30b9\u30af\u306e\u7a7a\u304d\u5bb9\u91cf
title.update-server = \u66f4\u65b0\u30b5\u30fc\u30d0\u30fc\u3068\u30dd\u30ea\u30b7\u30fc
title.restart-pending = \u4fdd\u7559\u4e2d\u306e\u518d\u8d77\u52d5
title.wuauserv-start-type = Windows Update \u306e\u30b9\u30bf\u30fc\u30c8\u30a2\u30c3\u30d7\u306e\u7a2e\u985e
title.bits-start-type = Background Intelligent Transfer Service \u306e\u30b9\u30bf\u30fc\u30c8\u30a2\u30c3\u30d7\u306e\u7a2e\u985e
title.usosvc-start-type = Update Orchestrator Service \u306e\u30b9\u30bf\u30fc\u30c8\u30a2\u30c3\u30d7\u306e\u7a2e\u985e
title.cryptsvc-start-type = Cryptographic Services \u306e\u30b9\u30bf\u30fc\u30c8\u30a2\u30c3\u30d7\u306e\u7a2e\u985e
title.trustedinstaller-start-type = Windows Modules Installer \u306e\u30b9\u30bf\u30fc\u30c8\u30a2\u30c3\u30d7\u306e\u7a2e\u985e
title.msiserver-start-type = Windows Installer \u306e\u30b9\u30bf\u30fc\u30c8\u30a2\u30c3\u30d7\u306e\u7a2e\u985e
title.wlidsvc-start-type = Microsoft Account Sign-in Assistant \u306e\u30b9\u30bf\u30fc\u30c8\u30a2\u30c3\u30d7\u306e\u7a2e\u985e
title.download-cache = \u30c0\u30a6\u30f3\u30ed\u30fc\u30c9 \u30ad\u30e3\u30c3\u30b7\u30e5
title.activation = \u30e9\u30a4\u30bb\u30f3\u30b9\u8a8d\u8a3c
title.os-current = Windows \u306e\u30d0\u30fc\u30b8\u30e7\u30f3\u3068\u66f4\u65b0\u72b6\u6cc1
title.event-log = \u30a4\u30d9\u30f3\u30c8 \u30ed\u30b0\u306b\u8a18\u9332\u3055\u308c\u305f\u5931\u6557
title.windows-update-log = Windows Update \u306e\u30ed\u30b0
says.clock.ahead = PC \u306e\u6642\u8a08\u304c\u3001{Source} \u304b\u3089\u5f97\u305f\u6642\u523b\u3088\u308a {OffsetMinutes} \u5206\u9032\u3093\u3067\u3044\u307e\u3059\u3002
says.clock.behind = PC \u306e\u6642\u8a08\u304c\u3001{Source} \u304b\u3089\u5f97\u305f\u6642\u523b\u3088\u308a {OffsetMinutes} \u5206\u9045\u308c\u3066\u3044\u307e\u3059\u3002
says.clock.domain-controller = \u3053\u306e\u30c9\u30e1\u30a4\u30f3 \u30b3\u30f3\u30c8\u30ed\u30fc\u30e9\u30fc\u306e\u6642\u8a08\u306f {OffsetMinutes} \u5206\u305a\u308c\u3066\u3044\u307e\u3059\u3002\u30c9\u30e1\u30a4\u30f3\u306e\u5168\u30e1\u30f3\u30d0\u30fc\u306b\u5f71\u97ff\u3059\u308b\u305f\u3081\u3001\u3053\u3053\u3067\u306f\u5909\u66f4\u3057\u307e\u305b\u3093\u3002PDC \u30a8\u30df\u30e5\u30ec\u30fc\u30bf\u30fc\u306e\u6642\u523b\u306e\u540c\u671f\u5143\u3092\u78ba\u8a8d\u3057\u3066\u304f\u3060\u3055\u3044\u3002
says.clock.small-offset = \u6642\u8a08\u306e\u305a\u308c\u306f {OffsetMinutes} \u5206\u3067\u3059\u3002\u66f4\u65b0\u306b\u306f\u652f\u969c\u3042\u308a\u307e\u305b\u3093\u304c\u3001\u30c9\u30e1\u30a4\u30f3\u3078\u306e\u30b5\u30a4\u30f3\u30a4\u30f3\u306b\u5931\u6557\u3059\u308b\u3053\u3068\u304c\u3042\u308a\u307e\u3059\u3002
says.clock.before-windows = \u6642\u8a08\u306e\u65e5\u6642\u304c\u3001\u3053\u306e Windows \u304c\u30d3\u30eb\u30c9\u307e\u305f\u306f\u30a4\u30f3\u30b9\u30c8\u30fc\u30eb\u3055\u308c\u305f\u65e5\u6642 ({Floor}) \u3088\u308a\u524d\u306b\u306a\u3063\u3066\u3044\u307e\u3059\u3002
says.clock.no-witness = \u6642\u523b\u3092\u5fdc\u7b54\u3059\u308b\u30b5\u30fc\u30d0\u30fc\u306b\u63a5\u7d9a\u3067\u304d\u306a\u3044\u305f\u3081\u3001\u6642\u8a08\u304c\u6b63\u3057\u3044\u304b\u3069\u3046\u304b\u3092\u5224\u5b9a\u3067\u304d\u307e\u305b\u3093\u3067\u3057\u305f\u3002
says.internet-connection.automatic-address = IP \u30a2\u30c9\u30ec\u30b9\u304c\u5272\u308a\u5f53\u3066\u3089\u308c\u3066\u304a\u3089\u305a\u3001PC \u304c\u81ea\u52d5\u7684\u306b\u8a2d\u5b9a\u3057\u305f\u30a2\u30c9\u30ec\u30b9 (169.254.x.x) \u3057\u304b\u3042\u308a\u307e\u305b\u3093\u3002\u30b1\u30fc\u30d6\u30eb\u307e\u305f\u306f Wi-Fi \u3068 DHCP \u30b5\u30fc\u30d0\u30fc\u3092\u78ba\u8a8d\u3057\u3066\u304f\u3060\u3055\u3044\u3002
says.internet-connection.no-address = \u901a\u4fe1\u306b\u4f7f\u7528\u3067\u304d\u308b IP \u30a2\u30c9\u30ec\u30b9\u3092\u6301\u3064\u30cd\u30c3\u30c8\u30ef\u30fc\u30af \u30a2\u30c0\u30d7\u30bf\u30fc\u304c\u3042\u308a\u307e\u305b\u3093\u3002\u30b1\u30fc\u30d6\u30eb\u307e\u305f\u306f Wi-Fi \u3092\u78ba\u8a8d\u3057\u3066\u304f\u3060\u3055\u3044\u3002
says.internet-connection.names-unresolved = \u66f4\u65b0\u30b5\u30fc\u30d0\u30fc\u306e\u540d\u524d\u3092 1 \u3064\u3082\u89e3\u6c7a\u3067\u304d\u307e\u305b\u3093\u3002\u63a5\u7d9a\u306b\u8a2d\u5b9a\u3055\u308c\u3066\u3044\u308b DNS \u30b5\u30fc\u30d0\u30fc\u3092\u78ba\u8a8d\u3057\u3066\u304f\u3060\u3055\u3044\u3002
says.internet-connection.partly-blocked = \u4e00\u90e8\u306e\u66f4\u65b0\u30b5\u30fc\u30d0\u30fc\u306b\u63a5\u7d9a\u3067\u304d\u307e\u305b\u3093 ({Blocked} {Unresolved})\u3002\u30d5\u30a1\u30a4\u30a2\u30a6\u30a9\u30fc\u30eb\u3084\u30d5\u30a3\u30eb\u30bf\u30fc\u3067\u906e\u65ad\u3055\u308c\u3066\u3044\u308b\u53ef\u80fd\u6027\u304c\u3042\u308a\u307e\u3059\u3002
says.internet-connection.blocked = \u66f4\u65b0\u30b5\u30fc\u30d0\u30fc\u306e\u540d\u524d\u306f\u89e3\u6c7a\u3067\u304d\u307e\u3059\u304c\u3001\u3069\u306e\u30b5\u30fc\u30d0\u30fc\u306b\u3082\u63a5\u7d9a\u3067\u304d\u307e\u305b\u3093 ({Blocked})\u3002
says.internet-connection.proxy = \u66f4\u65b0\u30b5\u30fc\u30d0\u30fc\u306b\u76f4\u63a5\u63a5\u7d9a\u3067\u304d\u307e\u305b\u3093\u304c\u3001\u30d7\u30ed\u30ad\u30b7\u304c\u69cb\u6210\u3055\u308c\u3066\u3044\u307e\u3059\u3002\u30d7\u30ed\u30ad\u30b7\u7d4c\u7531\u3067 Windows Update \u3092\u5229\u7528\u3067\u304d\u308b\u304b\u3069\u3046\u304b\u306f\u78ba\u8a8d\u3057\u3066\u3044\u307e\u305b\u3093\u3002
says.internet-connection.own-server = \u30a4\u30f3\u30bf\u30fc\u30cd\u30c3\u30c8\u4e0a\u306e\u66f4\u65b0\u30b5\u30fc\u30d0\u30fc\u306b\u63a5\u7d9a\u3067\u304d\u307e\u305b\u3093\u3002\u3053\u306e PC \u306f\u7d44\u7e54\u306e\u66f4\u65b0\u30b5\u30fc\u30d0\u30fc\u3092\u4f7f\u7528\u3059\u308b\u305f\u3081\u3001\u610f\u56f3\u3057\u305f\u69cb\u6210\u306e\u53ef\u80fd\u6027\u304c\u3042\u308a\u307e\u3059\u3002
says.internet-connection.answers-indirectly = \u66f4\u65b0\u30b5\u30fc\u30d0\u30fc\u306b\u76f4\u63a5\u63a5\u7d9a\u3067\u304d\u307e\u305b\u3093\u304c\u3001Web \u8981\u6c42\u306b\u306f\u5fdc\u7b54\u304c\u3042\u308a\u307e\u3057\u305f\u3002\u81ea\u52d5\u691c\u51fa\u3055\u308c\u305f\u30d7\u30ed\u30ad\u30b7\u3092\u7d4c\u7531\u3057\u3066\u3044\u308b\u53ef\u80fd\u6027\u304c\u3042\u308a\u307e\u3059\u3002\u3053\u306e\u7d4c\u8def\u3067 Windows Update \u3092\u5229\u7528\u3067\u304d\u308b\u304b\u3069\u3046\u304b\u306f\u78ba\u8a8d\u3057\u3066\u3044\u307e\u305b\u3093\u3002
says.disk-space.full = \u30c9\u30e9\u30a4\u30d6 {Drive} \u306e\u7a7a\u304d\u5bb9\u91cf\u306f {FreeGigabytes} GB \u3067\u3059\u3002{Minimum} GB \u672a\u6e80\u3067\u306f\u66f4\u65b0\u30d7\u30ed\u30b0\u30e9\u30e0\u3092\u30a4\u30f3\u30b9\u30c8\u30fc\u30eb\u3067\u304d\u307e\u305b\u3093\u3002
says.disk-space.tight = \u30c9\u30e9\u30a4\u30d6 {Drive} \u306e\u7a7a\u304d\u5bb9\u91cf\u306f {FreeGigabytes} GB \u3067\u3059\u3002\u30b5\u30a4\u30ba\u306e\u5927\u304d\u3044\u6bce\u6708\u306e\u66f4\u65b0\u3067\u306f\u3001\u6700\u5927\u3067 {Comfort} GB \u7a0b\u5ea6\u5fc5\u8981\u306b\u306a\u308b\u3053\u3068\u304c\u3042\u308a\u307e\u3059\u3002
says.disk-space.no-upgrade = \u30c9\u30e9\u30a4\u30d6 {Drive} \u306e\u7a7a\u304d\u5bb9\u91cf\u306f {FreeGigabytes} GB \u3067\u3059\u3002\u6bce\u6708\u306e\u66f4\u65b0\u306b\u306f\u5341\u5206\u3067\u3059\u304c\u3001\u6a5f\u80fd\u66f4\u65b0\u30d7\u30ed\u30b0\u30e9\u30e0\u306b\u306f {Upgrade} GB \u304c\u5fc5\u8981\u3067\u3059\u3002
says.disk-space.unreadable = \u30c9\u30e9\u30a4\u30d6 {Drive} \u306e\u7a7a\u304d\u5bb9\u91cf\u3092\u53d6\u5f97\u3067\u304d\u307e\u305b\u3093\u3067\u3057\u305f\u3002
says.update-server.by-windows-update = \u3053\u306e PC \u306f Windows Update \u304b\u3089\u66f4\u65b0\u3092\u53d7\u3051\u53d6\u308a\u307e\u3059\u3002
says.update-server.by-server = \u3053\u306e PC \u306f\u7d44\u7e54\u306e\u66f4\u65b0\u30b5\u30fc\u30d0\u30fc ({Server}) \u304b\u3089\u66f4\u65b0\u3092\u53d7\u3051\u53d6\u308a\u307e\u3059\u3002\u30b5\u30fc\u30d0\u30fc\u3078\u306e\u63a5\u7d9a\u3092\u78ba\u8a8d\u3057\u307e\u3057\u305f\u3002
says.update-server.by-both = \u3053\u306e PC \u306f\u3001\u4e00\u90e8\u306e\u7a2e\u985e\u306e\u66f4\u65b0\u3092\u7d44\u7e54\u306e\u66f4\u65b0\u30b5\u30fc\u30d0\u30fc ({Server}) \u304b\u3089\u3001\u305d\u308c\u4ee5\u5916\u3092 Windows Update \u304b\u3089\u53d7\u3051\u53d6\u308a\u307e\u3059\u3002
says.update-server.access-disabled = \u30dd\u30ea\u30b7\u30fc (DisableWindowsUpdateAccess) \u306b\u3088\u3063\u3066\u3001Windows Update \u3078\u306e\u30a2\u30af\u30bb\u30b9\u304c\u7121\u52b9\u306b\u306a\u3063\u3066\u3044\u307e\u3059\u3002
says.update-server.sources-ignored = \u66f4\u65b0\u306e\u7a2e\u985e\u3054\u3068\u306e\u53d6\u5f97\u5143\u304c\u30dd\u30ea\u30b7\u30fc\u3067\u6307\u5b9a\u3055\u308c\u3066\u3044\u307e\u3059\u304c\u3001AU \u30ad\u30fc\u306e UseUpdateClassPolicySource \u304c 1 \u3067\u306f\u306a\u3044\u305f\u3081\u9069\u7528\u3055\u308c\u307e\u305b\u3093\u3002
says.update-server.sources-partial = \u66f4\u65b0\u306e\u53d6\u5f97\u5143\u304c 4 \u7a2e\u985e\u306e\u3046\u3061 {SourcePolicies} \u7a2e\u985e\u3060\u3051\u306b\u6307\u5b9a\u3055\u308c\u3066\u3044\u307e\u3059\u30024 \u7a2e\u985e\u3059\u3079\u3066\u306e\u6307\u5b9a\u304c\u5fc5\u8981\u3067\u3059\u3002
says.update-server.sources-without-server = \u66f4\u65b0\u306e\u53d6\u5f97\u5143\u3068\u3057\u3066\u7d44\u7e54\u306e\u30b5\u30fc\u30d0\u30fc\u304c\u6307\u5b9a\u3055\u308c\u3066\u3044\u307e\u3059\u304c\u3001\u30b5\u30fc\u30d0\u30fc\u306e\u4f7f\u7528\u304c\u6709\u52b9\u306b\u306a\u3063\u3066\u3044\u307e\u305b\u3093 (UseWUServer \u304c 1 \u3067\u306f\u3042\u308a\u307e\u305b\u3093)\u3002
says.update-server.server-missing = \u7d44\u7e54\u306e\u66f4\u65b0\u30b5\u30fc\u30d0\u30fc\u3092\u4f7f\u7528\u3059\u308b\u30dd\u30ea\u30b7\u30fc (UseWUServer) \u304c\u6709\u52b9\u3067\u3059\u304c\u3001\u30b5\u30fc\u30d0\u30fc\u306e\u30a2\u30c9\u30ec\u30b9 (WUServer) \u304c\u8a2d\u5b9a\u3055\u308c\u3066\u3044\u307e\u305b\u3093\u3002
says.update-server.server-malformed = \u66f4\u65b0\u30b5\u30fc\u30d0\u30fc\u306e\u30a2\u30c9\u30ec\u30b9\u304c\u6b63\u3057\u304f\u3042\u308a\u307e\u305b\u3093 ({Server})\u3002http:// \u307e\u305f\u306f https:// \u3067\u59cb\u3081\u3001\u672b\u5c3e\u306b / \u3084\u7a7a\u767d\u3092\u4ed8\u3051\u306a\u3044\u3067\u304f\u3060\u3055\u3044\u3002
says.update-server.server-unreachable = \u3053\u306e PC \u306f {Server} \u304b\u3089\u66f4\u65b0\u3092\u53d7\u3051\u53d6\u308b\u69cb\u6210\u3067\u3059\u304c\u3001\u30b5\u30fc\u30d0\u30fc\u304c\u5fdc\u7b54\u3057\u307e\u305b\u3093\u3002\u7d44\u7e54\u306e\u30cd\u30c3\u30c8\u30ef\u30fc\u30af\u306b\u63a5\u7d9a\u3057\u3066\u304f\u3060\u3055\u3044\u3002\u3059\u3067\u306b\u7d44\u7e54\u304b\u3089\u96e2\u308c\u305f PC \u306e\u5834\u5408\u306f\u3001\u7ba1\u7406\u8005\u306b\u69cb\u6210\u306e\u89e3\u9664\u3092\u4f9d\u983c\u3057\u3066\u304f\u3060\u3055\u3044\u3002
says.update-server.no-service = Windows Update \u306b\u66f4\u65b0\u30b5\u30fc\u30d3\u30b9\u304c 1 \u3064\u3082\u767b\u9332\u3055\u308c\u3066\u3044\u307e\u305b\u3093\u3002\u30c7\u30fc\u30bf \u30b9\u30c8\u30a2\u304c\u7834\u640d\u3057\u3066\u3044\u308b\u53ef\u80fd\u6027\u304c\u3042\u308a\u307e\u3059\u3002
says.update-server.agent-silent = Windows Update \u304b\u3089\u5fdc\u7b54\u304c\u306a\u3044\u305f\u3081\u3001\u4f7f\u7528\u3057\u3066\u3044\u308b\u66f4\u65b0\u30b5\u30fc\u30d3\u30b9\u3092\u78ba\u8a8d\u3067\u304d\u307e\u305b\u3093\u3067\u3057\u305f\u3002
says.restart-pending.pending = Windows \u306e\u518d\u8d77\u52d5\u304c\u4fdd\u7559\u3055\u308c\u3066\u3044\u307e\u3059 ({Causes})\u3002
says.restart-pending.pending-fast-startup = Windows \u306e\u518d\u8d77\u52d5\u304c\u4fdd\u7559\u3055\u308c\u3066\u3044\u307e\u3059 ({Causes})\u3002\u9ad8\u901f\u30b9\u30bf\u30fc\u30c8\u30a2\u30c3\u30d7\u304c\u6709\u52b9\u306a\u305f\u3081\u3001\u30b7\u30e3\u30c3\u30c8\u30c0\u30a6\u30f3\u3067\u306f\u306a\u304f\u300c\u518d\u8d77\u52d5\u300d\u3092\u9078\u3093\u3067\u304f\u3060\u3055\u3044\u3002
says.restart-pending.survived-restart = Windows \u306e\u518d\u8d77\u52d5\u304c\u4fdd\u7559\u3055\u308c\u3066\u3044\u307e\u3059 ({Causes})\u3002\u524d\u56de\u306e\u8d77\u52d5 ({LastBoot}) \u3088\u308a\u524d\u304b\u3089\u7d9a\u3044\u3066\u3044\u307e\u3059\u3002\u3082\u3046\u4e00\u5ea6\u518d\u8d77\u52d5\u3057\u3066\u3082\u89e3\u6d88\u3057\u306a\u3044\u5834\u5408\u306f\u3001\u6e96\u5099\u6e08\u307f\u306e\u66f4\u65b0\u306e\u51e6\u7406\u304c\u6b62\u307e\u3063\u3066\u3044\u308b\u53ef\u80fd\u6027\u304c\u3042\u308b\u305f\u3081\u3001\u30ed\u30b0\u3092\u53ce\u96c6\u3057\u3066\u304f\u3060\u3055\u3044\u3002
says.restart-pending.unreadable = Windows \u306e\u30b5\u30fc\u30d3\u30b9 \u30b9\u30bf\u30c3\u30af\u306e\u72b6\u614b\u3092\u8aad\u307f\u53d6\u308c\u307e\u305b\u3093\u3067\u3057\u305f ({Key} \u304c\u3042\u308a\u307e\u305b\u3093)\u3002
says.activation.not-activated = Windows \u306e\u30e9\u30a4\u30bb\u30f3\u30b9\u8a8d\u8a3c\u304c\u5b8c\u4e86\u3057\u3066\u3044\u307e\u305b\u3093 (\u72b6\u614b {LicenseStatus}\u3001\u7406\u7531 {StatusReason})\u3002\u30a2\u30c3\u30d7\u30b0\u30ec\u30fc\u30c9\u304c\u62d2\u5426\u3055\u308c\u308b\u53ef\u80fd\u6027\u304c\u3042\u308a\u307e\u3059\u3002
says.activation.grace = Windows \u306f\u8a8d\u8a3c\u306e\u7336\u4e88\u671f\u9593\u4e2d\u3067\u3059\u3002\u6b8b\u308a {DaysLeft} \u65e5\u9593\u306f\u3059\u3079\u3066\u306e\u6a5f\u80fd\u3092\u4f7f\u7528\u3067\u304d\u307e\u3059\u3002
says.activation.evaluation = \u3053\u306e Windows \u306f\u8a55\u4fa1\u7248\u3067\u3001\u6b8b\u308a {DaysLeft} \u65e5\u3067\u3059\u3002\u671f\u9650\u307e\u3067\u306b\u88fd\u54c1\u7248\u3078\u306e\u79fb\u884c\u304c\u5fc5\u8981\u3067\u3059\u3002
says.activation.by-organisation = \u7d44\u7e54\u306e\u30b5\u30fc\u30d0\u30fc\u3067\u8a8d\u8a3c\u3055\u308c\u3066\u3044\u307e\u3059\u3002{DaysLeft} \u65e5\u4ee5\u5185\u306b\u66f4\u65b0\u304c\u5fc5\u8981\u3067\u3059\u304c\u3001\u901a\u5e38\u306f\u81ea\u52d5\u3067\u66f4\u65b0\u3055\u308c\u307e\u3059\u3002
says.activation.no-key = Windows \u304b\u3089\u81ea\u8eab\u306e\u30e9\u30a4\u30bb\u30f3\u30b9\u306e\u60c5\u5831\u304c\u8fd4\u3055\u308c\u306a\u304b\u3063\u305f\u305f\u3081\u3001\u8a8d\u8a3c\u3055\u308c\u3066\u3044\u308b\u304b\u3069\u3046\u304b\u3092\u5224\u5b9a\u3067\u304d\u307e\u305b\u3093\u3002
says.activation.silent = Windows \u306e\u30e9\u30a4\u30bb\u30f3\u30b9 \u30b5\u30fc\u30d3\u30b9\u304b\u3089\u5fdc\u7b54\u304c\u3042\u308a\u307e\u305b\u3093\u3067\u3057\u305f ({Error})\u3002
says.os-current.out-of-service = \u30d3\u30eb\u30c9 {Build} ({Edition}) \u306e\u30b5\u30fc\u30d3\u30b9\u306f {EndOfService} \u306b\u7d42\u4e86\u3057\u3066\u3044\u308b\u305f\u3081\u3001\u66f4\u65b0\u30d7\u30ed\u30b0\u30e9\u30e0\u3092\u53d7\u3051\u53d6\u308c\u307e\u305b\u3093\u3002
says.os-current.pinned = \u30d3\u30eb\u30c9 {Build} \u306e\u30b5\u30fc\u30d3\u30b9\u306f {EndOfService} \u306b\u7d42\u4e86\u3057\u3066\u3044\u307e\u3059\u304c\u3001\u30dd\u30ea\u30b7\u30fc\u306b\u3088\u3063\u3066\u30d0\u30fc\u30b8\u30e7\u30f3 {PinnedTo} \u306b\u56fa\u5b9a\u3055\u308c\u3066\u3044\u307e\u3059\u3002
says.os-current.stale = \u6700\u5f8c\u306b\u7d2f\u7a4d\u66f4\u65b0\u30d7\u30ed\u30b0\u30e9\u30e0\u304c\u30a4\u30f3\u30b9\u30c8\u30fc\u30eb\u3055\u308c\u305f\u306e\u306f {LastUpdate} \u3067\u3001{StaleDays} \u65e5\u4ee5\u4e0a\u524d\u3067\u3059\u3002
says.os-current.extended = \u30d3\u30eb\u30c9 {Build} \u306e\u30b5\u30fc\u30d3\u30b9\u306f\u7d42\u4e86\u3057\u3066\u3044\u307e\u3059\u304c\u3001\u3053\u306e PC \u306b\u306f\u62e1\u5f35\u30bb\u30ad\u30e5\u30ea\u30c6\u30a3\u66f4\u65b0\u30d7\u30ed\u30b0\u30e9\u30e0\u304c\u9069\u7528\u3055\u308c\u3066\u3044\u307e\u3059 (\u6700\u9577 {EndOfService} \u307e\u3067)\u3002
says.os-current.paused = \u3053\u306e PC \u3067\u306f\u3001{PausedUntil} \u307e\u3067\u66f4\u65b0\u304c\u4e00\u6642\u505c\u6b62\u3055\u308c\u3066\u3044\u307e\u3059\u3002
says.os-current.unlisted = \u30d3\u30eb\u30c9 {Build} ({Edition}) \u306f\u3053\u306e\u30b9\u30af\u30ea\u30d7\u30c8\u306e\u8868\u306b\u306a\u3044\u305f\u3081\u3001\u30b5\u30fc\u30d3\u30b9\u671f\u9593\u4e2d\u304b\u3069\u3046\u304b\u3092\u5224\u5b9a\u3067\u304d\u307e\u305b\u3093\u3002
says.windows-update-log.failed = Windows Update \u306e\u8a18\u9332\u306b\u3001\u305d\u306e\u5f8c\u3082\u6210\u529f\u3057\u3066\u3044\u306a\u3044\u5931\u6557\u304c {Failures} \u4ef6\u3042\u308a\u307e\u3059 (\u6700\u65b0 {Newest})\u3002
says.windows-update-log.missing = ReportingEvents.log \u304c\u3042\u308a\u307e\u305b\u3093\u3002\u30c7\u30fc\u30bf \u30b9\u30c8\u30a2\u304c\u4f5c\u308a\u76f4\u3055\u308c\u3066\u304b\u3089\u3001\u307e\u3060 Windows Update \u304c\u5b9f\u884c\u3055\u308c\u3066\u3044\u307e\u305b\u3093\u3002
says.windows-update-log.unreadable = ReportingEvents.log \u3092\u8aad\u307f\u53d6\u308c\u306a\u3044\u304b\u3001\u5f62\u5f0f\u3092\u5224\u5225\u3067\u304d\u307e\u305b\u3093\u3067\u3057\u305f\u3002
says.service-start-type.disabled = \u30b5\u30fc\u30d3\u30b9 {Service} \u304c\u7121\u52b9\u306b\u306a\u3063\u3066\u3044\u308b\u305f\u3081\u3001\u5fc5\u8981\u306a\u3068\u304d\u306b\u8d77\u52d5\u3067\u304d\u307e\u305b\u3093\u3002
says.service-start-type.missing = \u3053\u306e PC \u306b\u306f\u30b5\u30fc\u30d3\u30b9 {Service} \u304c\u3042\u308a\u307e\u305b\u3093\u3002\u3053\u3053\u3067\u306f\u5fa9\u5143\u3067\u304d\u307e\u305b\u3093\u3002
says.service-start-type.unreadable = \u30b5\u30fc\u30d3\u30b9 {Service} \u306e\u30b9\u30bf\u30fc\u30c8\u30a2\u30c3\u30d7\u306e\u7a2e\u985e\u3092\u8aad\u307f\u53d6\u308c\u307e\u305b\u3093\u3067\u3057\u305f\u3002
says.update-failure.failed = \u76f4\u8fd1\u306e\u8a66\u884c\u3067\u5931\u6557\u3057\u305f\u66f4\u65b0\u307e\u305f\u306f\u691c\u7d22\u304c {Failures} \u4ef6\u3042\u308a\u307e\u3059 (\u6700\u65b0 {Newest}\u3001\u30a8\u30e9\u30fc \u30b3\u30fc\u30c9 {Codes})\u3002
says.update-failure.no-store = \u30c0\u30a6\u30f3\u30ed\u30fc\u30c9\u7528\u306e\u30c7\u30fc\u30bf \u30b9\u30c8\u30a2\u306f\u307e\u3060\u4f5c\u6210\u3055\u308c\u3066\u3044\u307e\u305b\u3093\u3002\u6b21\u306b\u66f4\u65b0\u30d7\u30ed\u30b0\u30e9\u30e0\u3092\u691c\u7d22\u3059\u308b\u3068\u304d\u306b\u4f5c\u6210\u3055\u308c\u307e\u3059\u3002
says.update-failure.log-unreadable = Windows Update \u306e\u30a4\u30d9\u30f3\u30c8 \u30ed\u30b0\u3092\u8aad\u307f\u53d6\u308c\u307e\u305b\u3093\u3067\u3057\u305f\u3002
productTitle = Windows Update
'@
}

#endregion
#region Runtime

# A sentence in the chosen language; {Name} stands for an entry of With. A missing sentence shows as its key,
# since a report with a gap is better than none.
function Get-Message {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Key, [hashtable] $With = @{})
    $text = $script:Messages[$script:Language][$Key]
    if (-not $text) { return $Key }
    foreach ($name in $With.Keys) { $text = $text.Replace("{$name}", ($With[$name] -join ', ')) }
    $text
}

# The only function here that writes words for people. They go to the information stream, so that the pipeline
# holds results alone.
function Write-Line {
    [CmdletBinding()]
    param([string] $Text = '')
    Write-Information -MessageData $Text -InformationAction Continue
}

# Says a sentence and keeps it for the report. Machines that asked for Json or Csv get it in the report alone,
# unless there will be no report.
function Write-Notice {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Key, [hashtable] $With = @{}, [switch] $Always)
    $text = Get-Message -Key $Key -With $With
    $script:Notices += @($text)
    if ($Always -or $script:OutputFormat -in 'Text', 'Object') { Write-Line -Text $text }
}

# Shows what is under way. A host that cannot show progress ignores it.
function Write-Step {
    [CmdletBinding()]
    param([string] $Text = ' ', [int] $Done = 0, [int] $Of = 0, [int] $Id = 1, [switch] $Complete)
    $splat = @{ Id = $Id; Activity = "Mendsheet $script:Product" }
    if ($Complete) { return Write-Progress @splat -Completed }
    $percent = if ($Of -gt 0) { [math]::Floor(100 * $Done / $Of) } else { -1 }
    Write-Progress @splat -Status $Text -PercentComplete $percent
}

# One line for an error that nobody foresaw: enough to report it, and no stack trace.
function Write-Defect {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Record)
    $with = @{
        Type = $Record.Exception.GetType().FullName
        Line = $Record.InvocationInfo.ScriptLineNumber
        Text = $Record.Exception.Message
    }
    Write-Notice -Key 'defect' -With $with -Always
}

# What a check says of this PC. Reason is the key of one of its sentences, which may name entries of Evidence.
function New-Finding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Makes an object in memory.')]
    param(
        [Parameter(Mandatory)]
        [ValidateSet('Ok', 'Problem', 'Unknown', 'NotApplicable')]
        [string] $Status,
        [string] $Reason = '',
        [hashtable] $Evidence = @{},
        [string[]] $HResult = @()
    )
    [pscustomobject]@{
        Status   = $Status
        Reason   = $Reason
        Evidence = $Evidence
        HResult  = @($HResult | ForEach-Object -Process { '0x' + ($_ -replace '^0x').ToUpperInvariant() })
    }
}

function Test-OnWindows {
    [CmdletBinding()]
    [OutputType([bool])]
    param()
    # $IsWindows came with PowerShell 6; what is older runs on Windows alone.
    $PSVersionTable.PSVersion.Major -lt 6 -or $IsWindows
}

# Whether this script can run here at all: 0, or the exit code. The language mode comes first, since in
# constrained language the tests after it would fail themselves.
function Get-StartCode {
    [CmdletBinding()]
    [OutputType([int])]
    param()
    if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
        Write-Notice -Key 'languageMode' -Always
        return 15
    }
    if (-not (Test-OnWindows)) {
        Write-Notice -Key 'notWindows' -Always
        return 11
    }
    0
}

function Get-Account {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = New-Object -TypeName Security.Principal.WindowsPrincipal -ArgumentList $identity
    [pscustomobject]@{
        Kind     = if ($identity.IsSystem) { 'system' } else { 'user' }
        Elevated = $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
    }
}

# What decides which checks apply, from numbers and names that no language pack translates.
function Get-Machine {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    # The variable of the process says x86 or AMD64 under emulation; the machine's own entry does not.
    $environment = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
    $processor = Get-RegistryValue -Path $environment -Name 'PROCESSOR_ARCHITECTURE'
    $installation = Get-RegistryValue -Path $version -Name 'InstallationType'
    $account = Get-Account
    [pscustomobject]@{
        Build        = [int] (Get-RegistryValue -Path $version -Name 'CurrentBuildNumber')
        Revision     = [int] (Get-RegistryValue -Path $version -Name 'UBR')
        EditionId    = [string] (Get-RegistryValue -Path $version -Name 'EditionID')
        Kind         = if ($installation -eq 'Client') { 'client' } else { 'server' }
        Architecture = if ($processor -eq 'AMD64') { 'x64' } else { "$processor".ToLowerInvariant() }
        Account      = $account.Kind
        Elevated     = $account.Elevated
    }
}

# A value of the registry, or nothing when the key or the value is missing.
function Get-RegistryValue {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Name)
    if (-not (Test-Path -LiteralPath $Path)) { return }
    # Get-ItemProperty reads every value of the key and fails when one of them is malformed.
    $key = Get-Item -LiteralPath $Path
    try { $key.GetValue($Name) } finally { $key.Close() }
}

function Get-SubkeyName {
    [CmdletBinding()]
    [OutputType([string[]])]
    param([Parameter(Mandatory)] [string] $Path)
    if (-not (Test-Path -LiteralPath $Path)) { return }
    Get-ChildItem -LiteralPath $Path | Select-Object -ExpandProperty PSChildName
}

# Events as { Time (UTC), Id, Data = @{ name = text } }, newest first. The message of an event is translated, and
# empty when its provider is gone, so only the fields of the XML are read, by name: their order differs between
# versions.
function Get-EventRecord {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string] $Log,
        [string] $Provider,
        [int[]] $Id,
        [Parameter(Mandatory)] [datetime] $Since
    )
    $filter = @{ LogName = $Log; StartTime = $Since }
    if ($Provider) { $filter.ProviderName = $Provider }
    if ($Id) { $filter.Id = $Id }
    try { $records = @(Get-WinEvent -FilterHashtable $filter -ErrorAction Stop) }
    catch {
        if ($_.FullyQualifiedErrorId -like 'NoMatchingEventsFound*') { return }
        throw
    }
    foreach ($record in $records) {
        $document = [xml] $record.ToXml()
        $data = @{}
        foreach ($node in $document.SelectNodes('//*[local-name()="EventData"]/*[@Name]')) {
            $data[$node.GetAttribute('Name')] = $node.InnerText
        }
        foreach ($node in $document.SelectNodes('//*[local-name()="UserData"]//*[not(*)]')) {
            $data[$node.LocalName] = $node.InnerText
        }
        [pscustomobject]@{ Time = $record.TimeCreated.ToUniversalTime(); Id = [int] $record.Id; Data = $data }
    }
}

# The time that a web server tells, beside our own at that moment, both UTC; nothing when no server answers. Any
# answer will do, also an error page: it carries the date. Plain HTTP serves, since a wrong clock breaks
# certificates.
function Get-WebDate {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [string] $Url, [int] $TimeoutSeconds = 10)
    $request = [Net.WebRequest]::Create($Url)
    $request.Method = 'HEAD'
    $request.Timeout = 1000 * $TimeoutSeconds
    $request.AllowAutoRedirect = $false
    $request.Headers.Set('Cache-Control', 'no-cache')
    $response = $null
    try { $response = $request.GetResponse() }
    catch {
        $failure = $_.Exception
        while ($failure -and $failure -isnot [Net.WebException]) { $failure = $failure.InnerException }
        if ($failure) { $response = $failure.Response }
    }
    if (-not $response) { return }
    $local = [datetime]::UtcNow
    $text = $response.Headers['Date']
    $response.Dispose()
    if (-not $text) { return }
    $style = [Globalization.DateTimeStyles]::AdjustToUniversal
    $remote = [datetime]::ParseExact($text, 'r', [Globalization.CultureInfo]::InvariantCulture, $style)
    [pscustomobject]@{ LocalUtc = $local; RemoteUtc = [datetime]::SpecifyKind($remote, 'Utc') }
}

# Test-NetConnection does the same, but has no time limit and pings first.
function Test-TcpPort {
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [string] $HostName,
        [Parameter(Mandatory)] [int] $Port,
        [int] $TimeoutSeconds = 5
    )
    $client = New-Object -TypeName Net.Sockets.TcpClient
    try { $client.ConnectAsync($HostName, $Port).Wait(1000 * $TimeoutSeconds) -and $client.Connected }
    catch { $false }
    finally { $client.Dispose() }
}

# A 32-bit host sees other system folders and another registry. There this gives the arguments with which the
# 64-bit PowerShell runs this script again, otherwise nothing.
function Get-RelaunchArgument {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [Collections.IDictionary] $Bound,
        [bool] $IsNative = [Environment]::Is64BitProcess -or -not [Environment]::Is64BitOperatingSystem
    )
    if ($IsNative) { return }
    $script:NativeShell = "$env:SystemRoot\Sysnative\WindowsPowerShell\v1.0\powershell.exe"
    '-NoProfile'
    '-File'
    $PSCommandPath
    foreach ($name in $Bound.Keys) {
        $value = $Bound[$name]
        if ($value -is [switch] -or $value -is [bool]) {
            if ($value) { "-$name" }
            continue
        }
        # No path and no id holds a quote, and a backslash at the end would swallow the closing one.
        $text = (@($value) -join ',').Replace('"', '').TrimEnd('\')
        if (-not $text) { continue }
        "-$name"
        $text
    }
}

# Whether the arguments make sense; says what does not.
function Test-Selection {
    [CmdletBinding()]
    [OutputType([bool])]
    param([string[]] $Check, [string[]] $Skip, [switch] $Undo, [string] $OutputPath)
    $known = @($script:Checks | ForEach-Object -Process { $_.Id })
    $named = @(@($Check) + @($Skip) -split ',' | ForEach-Object -Process { $_.Trim() } |
            Where-Object -FilterScript { $_ })
    $wrong = @($named | Where-Object -FilterScript { $_ -notin $known })
    if ($wrong) {
        Write-Notice -Key 'unknownCheck' -With @{ Wrong = $wrong; Known = $known } -Always
        return $false
    }
    if ($Undo -and $named) {
        Write-Notice -Key 'undoTakesNoCheck' -Always
        return $false
    }
    if (-not $OutputPath) { return $true }
    $file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath)
    $folder = Split-Path -Path $file
    if ((Test-Path -LiteralPath $file -PathType Container) -or -not (Test-Path -LiteralPath $folder)) {
        Write-Notice -Key 'badOutputPath' -With @{ Path = $OutputPath } -Always
        return $false
    }
    $true
}

# The rows of the chosen checks, in the order of the table. powershell.exe -File passes "a,b" as one text.
function Select-Check {
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([string[]] $Check, [string[]] $Skip)
    $wanted = @(@($Check) -split ',' | ForEach-Object -Process { $_.Trim() } | Where-Object -FilterScript { $_ })
    $unwanted = @(@($Skip) -split ',' | ForEach-Object -Process { $_.Trim() })
    if (-not $wanted) { $wanted = $script:DefaultChecks }
    $script:Checks | Where-Object -FilterScript { $_.Id -in $wanted -and $_.Id -notin $unwanted }
}

function Write-CheckList {
    [CmdletBinding()]
    [OutputType([string], [pscustomobject])]
    param()
    $list = @(foreach ($row in $script:Checks) {
            [pscustomobject]@{
                Item    = $row.Item
                Id      = $row.Id
                Title   = Get-Message -Key "title.$($row.Id)"
                Default = $row.Id -in $script:DefaultChecks
            }
        })
    switch ($script:OutputFormat) {
        'Object' { $list }
        'Json' { ConvertTo-JsonText -InputObject $list }
        'Csv' { $list | ConvertTo-Csv -NoTypeInformation }
        default {
            $width = ($list | ForEach-Object -Process { $_.Id.Length } | Measure-Object -Maximum).Maximum
            foreach ($entry in $list) {
                Write-Line -Text ('{0,3}  {1}  {2}' -f $entry.Item, $entry.Id.PadRight($width), $entry.Title)
            }
        }
    }
}

# "applies", or the key of the sentence that says why a check does not apply to this PC.
function Test-Applicability {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [hashtable] $Where, [Parameter(Mandatory)] [psobject] $Machine)
    if ($Machine.Build -lt $Where.MinBuild) { return 'notThisBuild' }
    if ($Where.MaxBuild -gt 0 -and $Machine.Build -gt $Where.MaxBuild) { return 'notThisBuild' }
    if ($Where.Kind -and $Machine.Kind -notin $Where.Kind) { return 'notThisKind' }
    if ($Where.EditionIds -and $Machine.EditionId -notin $Where.EditionIds) { return 'notThisEdition' }
    if ($Where.Architecture -and $Machine.Architecture -notin $Where.Architecture) { return 'notThisArchitecture' }
    if ($Where.Account -and $Machine.Account -notin $Where.Account) { return 'notThisAccount' }
    'applies'
}

# Runs one check. What it cannot read or did not foresee is an Unknown finding with a reason, never a crash.
function Invoke-Detection {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [hashtable] $Row, [Parameter(Mandatory)] [psobject] $Machine)
    $applies = Test-Applicability -Where $Row.Where -Machine $Machine
    if ($applies -ne 'applies') { return New-Finding -Status 'NotApplicable' -Reason $applies }
    try {
        $findings = @(& $Row.Test | Where-Object -FilterScript { $_ -and $_.PSObject.Properties['Status'] })
        if ($findings.Count -eq 1) { return $findings[0] }
        New-Finding -Status 'Unknown' -Reason 'noFinding' -Evidence @{ Findings = $findings.Count }
    }
    catch {
        $cause = $_.Exception.GetBaseException()
        $denied = $cause -is [UnauthorizedAccessException] -or $cause -is [Security.SecurityException]
        # E_ACCESSDENIED and WBEM_E_ACCESS_DENIED, as CIM and COM say it.
        if ($cause.HResult -in -2147024891, -2147217405) { $denied = $true }
        $evidence = @{ ErrorType = $cause.GetType().FullName; ErrorLine = $_.InvocationInfo.ScriptLineNumber }
        $reason = if ($denied) { 'accessDenied' } else { 'detectThrew' }
        New-Finding -Status 'Unknown' -Reason $reason -Evidence $evidence
    }
}

# The sentence for a reason: the check's own, or else one of the runtime.
function Get-ReasonText {
    [CmdletBinding()]
    [OutputType([string])]
    param([string] $Words, [string] $Reason, [hashtable] $Evidence = @{})
    if (-not $Reason) { return '' }
    $own = "says.$Words.$Reason"
    $key = if ($script:Messages[$script:Language].ContainsKey($own)) { $own } else { $Reason }
    Get-Message -Key $key -With $Evidence
}

# A finding with the words that belong to it: one entry of the report.
function ConvertTo-CheckResult {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [hashtable] $Row,
        [Parameter(Mandatory)] [psobject] $Finding,
        [double] $Seconds,
        [string] $Before = $Finding.Status,
        [string] $Outcome = 'None',
        [string] $Failure = '',
        [string[]] $Changes = @()
    )
    $reason = Get-ReasonText -Words $Row.Words -Reason $Finding.Reason -Evidence $Finding.Evidence
    [pscustomobject]@{
        Id        = $Row.Id
        Item      = $Row.Item
        Title     = Get-Message -Key "title.$($Row.Id)"
        Status    = $Finding.Status
        Reason    = $reason
        ReasonKey = $Finding.Reason
        HResult   = @($Finding.HResult)
        Evidence  = $Finding.Evidence
        Before    = $Before
        Outcome   = $Outcome
        Failure   = $Failure
        Changes   = @($Changes)
        Seconds   = [math]::Round($Seconds, 1)
    }
}

# What was set aside on this PC of the given paths, in this run and before: { Path, Bytes }.
function Get-AsideFolder {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([string[]] $Target)
    foreach ($path in $Target | Sort-Object -Unique) {
        $parent = Split-Path -Path $path
        $pattern = '^{0}\.mendsheet\d+$' -f [regex]::Escape((Split-Path -Path $path -Leaf))
        $found = Get-ChildItem -LiteralPath $parent -Force | Where-Object -Property Name -Match $pattern
        foreach ($aside in $found | Sort-Object -Property { [int] ($_.Name -replace '.*\D') }) {
            $bytes = [int64] 0
            $files = Get-ChildItem -LiteralPath $aside.FullName -Recurse -Force -File -ErrorAction SilentlyContinue
            foreach ($file in $files) { $bytes += $file.Length }
            [pscustomobject]@{ Path = Join-Path -Path $parent -ChildPath $aside.Name; Bytes = $bytes }
        }
    }
}

# The error codes that were found, with the checks that explain them, least invasive first.
function Get-Suggestion {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([psobject[]] $Result)
    $codes = @($Result | ForEach-Object -Process { $_.HResult } | Sort-Object -Unique)
    foreach ($code in $codes) {
        $rows = @($script:Checks | Where-Object -FilterScript { $code -in $_.Explains } |
                Sort-Object -Property { $_.Restart }, { $_.Minutes }, { $_.Item })
        [pscustomobject]@{ HResult = $code; Checks = @($rows | ForEach-Object -Process { $_.Id }) }
    }
}

# Pads to a width on the screen, where characters of East Asian scripts take two columns.
function Format-Cell {
    [CmdletBinding()]
    [OutputType([string])]
    param([AllowEmptyString()] [string] $Text, [int] $Width)
    $wide = @($Text.ToCharArray() | Where-Object -FilterScript { $_ -ge [char] 0x1100 }).Count
    $Text + (' ' * [math]::Max(0, $Width - $Text.Length - $wide))
}

function Get-StateText {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $State)
    $keys = @{
        Ok            = 'stateOk'
        Problem       = 'stateProblem'
        Unknown       = 'stateUnknown'
        NotApplicable = 'stateNotApplicable'
        Preview       = 'statePreview'
        Unchanged     = 'stateUnchanged'
        Repaired      = 'stateRepaired'
        NotConfirmed  = 'stateNotConfirmed'
        Failed        = 'stateFailed'
        Blocked       = 'stateBlocked'
    }
    Get-Message -Key $keys[$State]
}

# What to do after this run: one sentence at most.
function Get-NextStep {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [hashtable] $Report)
    $repairable = @(foreach ($row in $script:Checks) { if ($row.Repairable) { $row.Id } })
    $problems = $Report.Results | Where-Object -FilterScript { $_.Status -eq 'Problem' -and $_.Id -in $repairable }
    $ids = @($problems | ForEach-Object -Process { $_.Id }) -join ','
    $changed = @($Report.Results | Where-Object -FilterScript { $_.Changes.Count -gt 0 }).Count -gt 0
    if ($Report.ExitCode -eq 3010) { return Get-Message -Key 'nextRestart' }
    if ($script:Phase -eq 'detect' -and $ids) { return Get-Message -Key 'nextRepair' -With @{ Checks = $ids } }
    if ($Report.Mode -eq 'preview') { return Get-Message -Key 'nextWithoutWhatIf' }
    if ($Report.Mode -eq 'repair' -and $changed) {
        return Get-Message -Key 'nextUndo' -With @{ Script = "$script:ScriptName.ps1" }
    }
}

# What the report says beside the checks, a sentence each: what an undo did, what stands set aside, error codes.
function Get-ReportNote {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [hashtable] $Report)
    $Report.Changes
    foreach ($aside in $Report.Generations) {
        Get-Message -Key 'asideKept' -With @{ Path = $aside.Path; Megabytes = [math]::Ceiling($aside.Bytes / 1MB) }
    }
    foreach ($suggestion in $Report.Suggestions) {
        $key = if ($suggestion.Checks) { 'codeExplained' } else { 'codeUnexplained' }
        Get-Message -Key $key -With @{ Code = $suggestion.HResult; Checks = $suggestion.Checks }
    }
}

# The report in words, as lines.
function Format-TextReport {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [hashtable] $Report)
    foreach ($one in $Report.Results) {
        $state = Get-StateText -State $(if ($one.Outcome -eq 'None') { $one.Status } else { $one.Outcome })
        '{0} {1,3}  {2}' -f (Format-Cell -Text $state -Width 20), $one.Item, $one.Title
        foreach ($line in @($one.Changes) + @($one.Failure, $one.Reason) -ne '') { (' ' * 26) + $line }
    }
    Get-ReportNote -Report $Report
    if ($Report.Results) {
        ''
        Get-Message -Key 'summary' -With $Report.Count
    }
    Get-NextStep -Report $Report
}

# JSON in ASCII, so that no code page on its way can damage it.
function ConvertTo-JsonText {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [object] $InputObject)
    $json = ConvertTo-Json -InputObject $InputObject -Depth 6
    [regex]::Replace($json, '[^\x00-\x7f]', { param($match) '\u{0:x4}' -f [int] [char] $match.Value })
}

# The report by result.schema.json, the same for every artefact.
function ConvertTo-ReportJson {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [hashtable] $Report)
    $machine = $Report.Machine
    $culture = [Globalization.CultureInfo]::InvariantCulture
    $checks = foreach ($one in $Report.Results) {
        $evidence = [ordered]@{}
        foreach ($name in $one.Evidence.Keys | Sort-Object) { $evidence[$name] = $one.Evidence[$name] }
        [ordered]@{
            id        = $one.Id
            item      = $one.Item
            title     = $one.Title
            status    = $one.Status
            reason    = $one.Reason
            reasonKey = $one.ReasonKey
            hresults  = @($one.HResult)
            evidence  = $evidence
            before    = $one.Before
            outcome   = $one.Outcome
            failure   = $one.Failure
            changes   = @($one.Changes)
            seconds   = $one.Seconds
        }
    }
    $document = [ordered]@{
        format      = 'mendsheet-result/1'
        product     = $script:Product
        version     = $script:Version
        script      = "$script:ScriptName.ps1"
        mode        = $Report.Mode
        language    = $script:Language
        finishedUtc = [datetime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', $culture)
        windows     = [ordered]@{
            build        = $machine.Build
            revision     = $machine.Revision
            edition      = $machine.EditionId
            kind         = $machine.Kind
            architecture = $machine.Architecture
        }
        account     = [ordered]@{ kind = $machine.Account; elevated = $machine.Elevated }
        exitCode    = $Report.ExitCode
        notices     = @($script:Notices)
        checks      = @($checks)
        changes     = @($Report.Changes)
        suggestions = @($Report.Suggestions | ForEach-Object -Process {
                [ordered]@{ hresult = $_.HResult; checks = @($_.Checks) }
            })
        generations = @($Report.Generations | ForEach-Object -Process {
                [ordered]@{ path = $_.Path; bytes = $_.Bytes }
            })
        journal     = $Report.Journal
    }
    ConvertTo-JsonText -InputObject $document
}

# One line a check; lists within a cell are separated by semicolons.
function ConvertTo-ReportCsv {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [hashtable] $Report)
    $Report.Results | ForEach-Object -Process {
        $evidence = $_.Evidence
        $pairs = $evidence.Keys | Sort-Object | ForEach-Object -Process { "$_=$($evidence[$_] -join ',')" }
        [pscustomobject]@{
            Id       = $_.Id
            Item     = $_.Item
            Title    = $_.Title
            Status   = $_.Status
            Reason   = $_.Reason
            HResult  = $_.HResult -join '; '
            Evidence = @($pairs) -join '; '
            Before   = $_.Before
            Outcome  = $_.Outcome
            Failure  = $_.Failure
            Changes  = $_.Changes -join '; '
        }
    } | ConvertTo-Csv -NoTypeInformation
}

# What came out, in one sentence, with the status whose colour it gets.
function Get-Verdict {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [hashtable] $Report)
    $outcomes = @($Report.Results | ForEach-Object -Process { $_.Outcome })
    $key, $status = switch ("$($Report.Mode) $($Report.ExitCode)") {
        'detect 0' { 'verdictOk', 'Ok' }
        'detect 1' { 'verdictProblem', 'Problem' }
        'detect 2' { 'verdictUnknown', 'Unknown' }
        'preview 0' { 'statePreview', 'NotApplicable' }
        'undo 0' { 'verdictUndo', 'Ok' }
        'undo 20' { 'verdictUndoMissed', 'Problem' }
        'repair 3' { 'verdictPartly', 'Unknown' }
        default {
            if ($outcomes -contains 'Failed') { 'stateFailed', 'Problem' }
            elseif ($outcomes -contains 'NotConfirmed') { 'stateNotConfirmed', 'Unknown' }
            elseif ($outcomes -contains 'Repaired') { 'stateRepaired', 'Ok' }
            elseif ($Report.ExitCode -eq 0) { 'stateUnchanged', 'Ok' }
            else { 'stateBlocked', 'Problem' }
        }
    }
    [pscustomobject]@{ Text = Get-Message -Key $key -With $Report.Count; Status = $status }
}

# Text for HTML, in ASCII, so that no code page on its way can damage it. What could end a tag, turn the direction of
# reading or break the page becomes harmless, whoever wrote it.
function ConvertTo-HtmlText {
    [CmdletBinding()]
    [OutputType([string])]
    param([AllowNull()] [AllowEmptyString()] [string] $Text)
    $high = '[\ud800-\udbff]'
    $low = '[\udc00-\udfff]'
    $unfit = '[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]'
    $plain = $Text -creplace '\r\n?', [char] 10 -creplace "$unfit|$high(?!$low)|(?<!$high)$low", [char] 0xfffd
    $encode = { param($match) '&#{0};' -f [char]::ConvertToUtf32($match.Value, 0) }
    [regex]::Replace($plain, "$high$low|[^\x20-\x7e]|[<>&\x22\x27\x60]", $encode)
}

# The report as one page that loads and runs nothing: the verdict first, then what needs attention, evidence folded.
function ConvertTo-ReportHtml {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [hashtable] $Report)
    $style = @'
*{box-sizing:border-box}
body{margin:0;background:#eef1f5;color:#1c2430;font:16px/1.6 "Segoe UI","Yu Gothic UI",Meiryo,sans-serif}
main{max-width:54rem;margin:auto;padding:1.5rem 1rem}
header,article{background:#fff;border:1px solid #d5dbe3;border-left:6px solid var(--c);border-radius:6px}
header{padding:1.25rem 1.5rem;margin-bottom:1.5rem}
article{padding:.75rem 1.25rem;margin:.5rem 0;break-inside:avoid}
h1{font-size:1.75rem;line-height:1.3;margin:.25rem 0}
h2{font-size:1rem;margin:0;display:flex;gap:.25rem .75rem;flex-wrap:wrap;align-items:baseline}
h2 i{color:#5b6676;font-weight:400;font-style:normal;min-width:1.25rem;text-align:right}
h2>span{flex:1 1 12rem}
h2 em{display:flex;gap:.5rem;font-style:normal;font-weight:400;font-size:.875rem}
p,ul,dl,summary{margin:.375rem 0}
p,li,dd,footer{overflow-wrap:anywhere}
ul{padding-left:1.25rem}
mark{background:var(--c);color:#fff;border-radius:4px;padding:0 .5rem;font-weight:600;print-color-adjust:exact}
.n{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.75rem}
.n b{font-size:1.375rem;color:var(--c);margin-right:.375rem}
.go{font-weight:600}
details,footer,.s{color:#5b6676;font-size:.875rem}
summary{cursor:pointer}
dl{display:grid;grid-template-columns:minmax(4rem,auto) 1fr;gap:0 1rem}
dd{margin:0;white-space:pre-wrap;font-family:Consolas,Meiryo,monospace}
article>:not(h2){margin-left:2rem}
article:is(.Ok,.NotApplicable){padding:.375rem 1.25rem}
.Ok{--c:#1a7f37}.Problem{--c:#b3261e}.Unknown{--c:#8a5a00}.NotApplicable{--c:#5b6676}
@media(max-width:30rem){article>:not(h2){margin-left:0}}
@media print{body{background:#fff;font-size:13px}main{padding:0}details::details-content{content-visibility:visible}}
'@
    $item = { param($name, $text, $class) '<{0}{1}>{2}</{0}>' -f $name, $class, (ConvertTo-HtmlText -Text $text) }
    $tag = { param($status) & $item 'mark' (Get-StateText -State $status) " class='$status'" }
    $machine = $Report.Machine
    $verdict = Get-Verdict -Report $Report
    $statuses = 'Problem', 'Unknown', 'Ok', 'NotApplicable'
    $title = "$(Get-Message -Key 'productTitle'): $script:ScriptName"
    '<!DOCTYPE html>'
    "<html lang='$script:Language'><head><meta charset='utf-8'/>"
    '<meta name="viewport" content="width=device-width,initial-scale=1"/>'
    '<meta http-equiv="Content-Security-Policy" content="default-src ''none'';style-src ''unsafe-inline''"/>'
    & $item 'title' $title
    '<style>'
    $style
    '</style></head><body><main>'
    "<header class='$($verdict.Status)'>"
    & $item 'div' $title " class='s'"
    & $item 'h1' $verdict.Text
    if ($Report.Results) {
        '<ul class="n">'
        foreach ($status in $statuses) {
            $label = ConvertTo-HtmlText -Text (Get-StateText -State $status)
            "<li class='$status'><b>$($Report.Count[$status])</b>$label</li>"
        }
        '</ul>'
    }
    Get-NextStep -Report $Report | ForEach-Object -Process { & $item 'p' $_ " class='go'" }
    $notes = @($script:Notices) + @(Get-ReportNote -Report $Report)
    if ($notes) { "<ul>$(-join ($notes | ForEach-Object -Process { & $item 'li' $_ }))</ul>" }
    '</header>'
    # What needs attention comes first, then what was changed.
    $sorted = foreach ($status in $statuses) {
        $these = @($Report.Results | Where-Object -Property Status -EQ $status)
        $these | Where-Object -Property Changes
        $these | Where-Object -FilterScript { -not $_.Changes }
    }
    foreach ($one in $sorted) {
        "<article class='$($one.Status)'><h2><i>$($one.Item)</i>$(& $item 'span' $one.Title)<em>"
        if ($one.Outcome -ne 'None') {
            & $item 'span' (Get-StateText -State $one.Outcome)
            if ($one.Before -ne $one.Status) { "$(& $tag $one.Before) &#8594;" }
        }
        "$(& $tag $one.Status)</em></h2>"
        foreach ($line in @($one.Failure, $one.Reason) -ne '') { & $item 'p' $line }
        if ($one.Changes) { "<ul>$(-join ($one.Changes | ForEach-Object -Process { & $item 'li' $_ }))</ul>" }
        $evidence = $one.Evidence
        $names = @($evidence.Keys | Sort-Object)
        if ($names -or $one.HResult) {
            "<details>$(& $item 'summary' (Get-Message -Key 'evidence'))<dl>"
            if ($one.HResult) { "<dt>HRESULT</dt>$(& $item 'dd' ($one.HResult -join ', '))" }
            foreach ($name in $names) { "$(& $item 'dt' $name)$(& $item 'dd' ($evidence[$name] -join [char] 10))" }
            '</dl></details>'
        }
        '</article>'
    }
    $now = [datetime]::Now.ToString('yyyy-MM-dd HH:mm zzz', [Globalization.CultureInfo]::InvariantCulture)
    $facts = @(
        $now
        "Windows $($machine.Build).$($machine.Revision) $($machine.EditionId) $($machine.Architecture)"
        "$script:ScriptName.ps1 $script:Version ($($Report.ExitCode))"
        if ($Report.Journal) { $Report.Journal }
    )
    & $item 'footer' ($facts -join ' | ')
    '</main></body></html>'
}

# Gives the results out, in the form that was asked for.
function Write-Report {
    [CmdletBinding()]
    [OutputType([string], [pscustomobject])]
    param(
        [AllowEmptyCollection()] [psobject[]] $Result = @(),
        [Parameter(Mandatory)] [psobject] $Machine,
        [string] $Mode = $script:Phase,
        [string[]] $Change = @(),
        [string[]] $AsideTarget = @(),
        [string] $Journal = '',
        [string] $OutputPath
    )
    $count = @{ Ok = 0; Problem = 0; Unknown = 0; NotApplicable = 0 }
    foreach ($one in $Result) { $count[$one.Status]++ }
    $report = @{
        Count       = $count
        Results     = @($Result)
        Machine     = $Machine
        Mode        = $Mode
        ExitCode    = $script:ExitCode
        Changes     = @($Change)
        Suggestions = @(Get-Suggestion -Result $Result)
        Generations = @(Get-AsideFolder -Target $AsideTarget)
        Journal     = if ($Journal) { $Journal } else { $null }
    }
    $lines = @(
        switch ($script:OutputFormat) {
            'Json' { ConvertTo-ReportJson -Report $report }
            'Html' { ConvertTo-ReportHtml -Report $report }
            'Csv' { ConvertTo-ReportCsv -Report $report }
            default { Format-TextReport -Report $report }
        }
    )
    # A preview writes nothing at all, so it shows the report instead.
    if ($OutputPath -and $Mode -ne 'preview') {
        $file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath)
        # Spreadsheets and editors need the mark to see UTF-8; readers of JSON refuse it. HTML is ASCII.
        $encoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList ($script:OutputFormat -in 'Text', 'Csv')
        [IO.File]::WriteAllText($file, ($lines -join "`r`n") + "`r`n", $encoding)
        Write-Notice -Key 'reportWritten' -With @{ Path = $file }
        return
    }
    switch ($script:OutputFormat) {
        'Text' { $lines | ForEach-Object -Process { Write-Line -Text $_ } }
        'Object' { $report.Results }
        default { $lines }
    }
}

# A run as SYSTEM has no screen: its words go where Intune collects logs from, or beside the journals. A
# transcript that cannot be written must not fail the run.
function Open-Transcript {
    [CmdletBinding()]
    param()
    if ((Get-Account).Kind -ne 'system') { return }
    $folders = @("$env:ProgramData\Microsoft\IntuneManagementExtension\Logs", $script:StateFolder)
    $folder = $folders | Where-Object -FilterScript { Test-Path -LiteralPath $_ } | Select-Object -First 1
    if (-not $folder) { return }
    $path = Join-Path -Path $folder -ChildPath "Mendsheet-$script:Product-$script:ScriptName.log"
    try {
        $isLong = (Test-Path -LiteralPath $path) -and (Get-Item -LiteralPath $path).Length -gt 1MB
        $null = Start-Transcript -LiteralPath $path -Append:(-not $isLong) -Force
        $script:HasTranscript = $true
    }
    catch { Write-Verbose -Message "$_" }
}

function Close-Transcript {
    [CmdletBinding()]
    param()
    if ($script:HasTranscript) { $null = Stop-Transcript }
    $script:HasTranscript = $false
}

#endregion
#region Recipes

# Recipe service-start-type, used by wuauserv-start-type, bits-start-type, usosvc-start-type,
# cryptsvc-start-type, trustedinstaller-start-type, msiserver-start-type, wlidsvc-start-type.
function Test-ServiceStartType {
    [CmdletBinding()]
    param([string] $Name, [string] $Wanted, [string] $WantedOnServer)
    # Windows moves these services between manual and automatic by itself, and starts and stops them by trigger. So
    # only Disabled is a fault, and whether a service runs at this moment says nothing.
    $key = "HKLM:\SYSTEM\CurrentControlSet\Services\$Name"
    $kind = Get-RegistryValue -Path 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' -Name 'InstallationType'
    $evidence = @{ Service = $Name; Start = $null; Expected = $Wanted }
    if ($kind -ne 'Client' -and $WantedOnServer -ne 'same') { $evidence['Expected'] = $WantedOnServer }
    if (-not (Test-Path -LiteralPath $key)) {
        return New-Finding -Status Problem -Reason 'missing' -Evidence $evidence
    }
    $evidence['Start'] = Get-RegistryValue -Path $key -Name 'Start'
    if ($null -eq $evidence.Start) {
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
    }
    if ($evidence.Start -eq 4) {
        return New-Finding -Status Problem -Reason 'disabled' -Evidence $evidence
    }
    New-Finding -Status Ok -Evidence $evidence
}

# Recipe update-failure, used by download-cache, event-log.
function Test-UpdateFailure {
    [CmdletBinding()]
    param([int] $Days, [string[]] $Codes, [string] $Store)
    # Apps from the Store are updated through the same events, and fail for reasons of their own.
    $appServices = '855E8A7C-ECB4-4CA3-B045-1DFA50104289', '117CAB2D-82B1-4B5A-A08C-4D62DBEE7782'
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    if ($Store) {
        # What failed before the store was made anew says nothing about the present one.
        $path = Join-Path -Path $env:SystemRoot -ChildPath $Store
        $item = Get-Item -LiteralPath $path -Force -ErrorAction SilentlyContinue
        if ($null -eq $item) { return New-Finding -Status Ok -Reason 'no-store' -Evidence @{ Store = $path } }
        if ($item.CreationTimeUtc -gt $since) { $since = $item.CreationTimeUtc }
    }
    $evidence = @{ Since = $since.ToString('s') + 'Z'; Failures = 0; Newest = $null; Codes = @(); Updates = @() }
    $query = @{
        Log      = 'Microsoft-Windows-WindowsUpdateClient/Operational'
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 19, 20, 24, 25, 26, 31
        Since    = $since
    }
    try {
        $records = @(Get-EventRecord @query | Sort-Object -Property Time)
    }
    catch {
        $evidence['Error'] = $_.Exception.GetType().Name
        return New-Finding -Status Unknown -Reason 'log-unreadable' -Evidence $evidence
    }
    # One entry an update, or a scanned service, whose last attempt failed: a later success removes it.
    $open = @{}
    foreach ($record in $records) {
        $service = ([string] $record.Data['serviceGuid']).Trim('{}')
        $title = [string] $record.Data['updateTitle']
        if ($service -in $appServices -or $title -match '^9[0-9A-Z]{11}-') { continue }
        # 25 and 26 are a scan that failed and one that succeeded; the others concern one update.
        $subject = if ($record.Id -in 25, 26) { "scan $service" } else { [string] $record.Data['updateGuid'] }
        if ($record.Id -in 19, 26) {
            $open.Remove($subject)
            continue
        }
        if ([string] $record.Data['errorCode'] -notmatch '^0x([8C][0-9A-F]{7})$') { continue }
        $open[$subject] = @{ Time = $record.Time; Code = '0x' + $Matches[1].ToUpperInvariant(); Title = $title }
    }
    $failures = @($open.Values | Where-Object { -not $Codes -or $_.Code -in $Codes } |
            Sort-Object -Property { $_.Time } -Descending)
    if ($failures.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
    $evidence['Failures'] = $failures.Count
    $evidence['Newest'] = $failures[0].Time.ToString('s') + 'Z'
    $evidence['Codes'] = @($failures | ForEach-Object { $_.Code } | Select-Object -Unique)
    $titles = $failures | ForEach-Object { $_.Title } | Where-Object { $_ }
    $evidence['Updates'] = @($titles | Select-Object -First 10)
    New-Finding -Status Problem -Reason 'failed' -Evidence $evidence -HResult $evidence.Codes
}

#endregion
#region Checks

# 1 clock: Clock. A clock that is hours or days off makes certificates look expired or not yet valid, so that
# connections to the update servers and the signatures of updates are rejected. The repair lets the time
# service of Windows correct the clock, and sets it directly only where that service would not.
function Test-Clock {
    [CmdletBinding()]
    param([string[]] $Urls, [int] $LimitMinutes, [int] $NoticeMinutes)
    $service = 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time'
    $now = (Get-Date).ToUniversalTime()
    $evidence = @{
        LocalUtc      = $now.ToString('s') + 'Z'
        TimeZone      = [TimeZoneInfo]::Local.Id
        SyncType      = Get-RegistryValue -Path "$service\Parameters" -Name 'Type'
        SyncDisabled  = (Get-RegistryValue -Path $service -Name 'Start') -eq 4
        OffsetSeconds = $null
        OffsetMinutes = $null
        Source        = $null
    }
    # Plain HTTP, since a wrong clock already breaks HTTPS. A cache on the way may answer with an old date: of the
    # answers, the one nearest to the clock decides.
    $offset = $null
    foreach ($url in $Urls) {
        $answer = Get-WebDate -Url $url -TimeoutSeconds 5
        if ($null -eq $answer) { continue }
        $difference = $answer.LocalUtc - $answer.RemoteUtc
        if ($null -ne $offset -and $difference.Duration() -ge $offset.Duration()) { continue }
        $offset = $difference
        $evidence['Source'] = $url
        if ($offset.Duration().TotalMinutes -le $NoticeMinutes) { break }
    }
    if ($null -eq $offset) {
        # No witness. A clock before the day on which this Windows was built or installed is wrong nevertheless.
        $kernel = Join-Path -Path $env:SystemRoot -ChildPath 'System32\ntoskrnl.exe'
        $floor = (Get-Item -LiteralPath $kernel).LastWriteTimeUtc
        $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
        $installed = Get-RegistryValue -Path $version -Name 'InstallDate'
        if ($installed) {
            $installedUtc = [DateTimeOffset]::FromUnixTimeSeconds($installed).UtcDateTime
            if ($installedUtc -gt $floor) { $floor = $installedUtc }
        }
        $evidence['Floor'] = $floor.ToString('s') + 'Z'
        if ($now.AddDays(1) -lt $floor) {
            return New-Finding -Status Problem -Reason 'before-windows' -Evidence $evidence
        }
        return New-Finding -Status Unknown -Reason 'no-witness' -Evidence $evidence
    }
    $evidence['OffsetSeconds'] = [math]::Round($offset.TotalSeconds)
    $evidence['OffsetMinutes'] = [math]::Round($offset.Duration().TotalMinutes)
    if ($offset.Duration().TotalMinutes -gt $LimitMinutes) {
        $reason = if ($offset.Ticks -gt 0) { 'ahead' } else { 'behind' }
        # A step of a domain controller's clock reaches every member of the domain, so it is never repaired here.
        $computer = Get-CimInstance -ClassName Win32_ComputerSystem -ErrorAction SilentlyContinue
        if ($computer -and $computer.DomainRole -ge 4) { $reason = 'domain-controller' }
        return New-Finding -Status Problem -Reason $reason -Evidence $evidence
    }
    if ($offset.Duration().TotalMinutes -gt $NoticeMinutes) {
        return New-Finding -Status Ok -Reason 'small-offset' -Evidence $evidence
    }
    New-Finding -Status Ok -Evidence $evidence
}

# 3 internet-connection: Internet connection. Updates are searched for and downloaded over a handful of server
# names, some over HTTP and some over HTTPS. A PC without an address of its own, or behind a filter that lets
# only some of them through, gets no updates.
function Test-InternetConnection {
    [CmdletBinding()]
    param([string[]] $Endpoints, [string] $HttpProbe)
    # Which endpoints answer comes first: an adapter without a gateway, or with an automatic address beside a good
    # one, is often as it should be.
    $reached = @()
    $blocked = @()
    $unresolved = @()
    foreach ($endpoint in $Endpoints) {
        $hostName, $port = $endpoint -split ':'
        $address = Resolve-DnsName -Name $hostName -QuickTimeout -ErrorAction SilentlyContinue
        if (-not $address) {
            $unresolved += $endpoint
        }
        elseif (Test-TcpPort -HostName $hostName -Port $port -TimeoutSeconds 3) {
            $reached += $endpoint
        }
        else {
            $blocked += $endpoint
        }
    }
    $query = @{
        ClassName           = 'Win32_NetworkAdapterConfiguration'
        Filter              = 'IPEnabled = TRUE'
        OperationTimeoutSec = 30
    }
    $adapters = @(Get-CimInstance @query)
    $addresses = @($adapters | ForEach-Object { $_.IPAddress } | Where-Object { $_ })
    # 169.254/16 and fe80::/10 are addresses that a PC gives itself when nobody hands one out.
    $usable = @($addresses | Where-Object { $_ -notmatch '^169\.254\.' -and $_ -notmatch '^fe[89ab][0-9a-f]:' })
    $evidence = @{
        Reached          = $reached
        Blocked          = $blocked
        Unresolved       = $unresolved
        Adapters         = $adapters.Count
        UsableAddresses  = $usable.Count
        AutomaticAddress = @($addresses | Where-Object { $_ -match '^169\.254\.' }).Count -gt 0
        Gateway          = @($adapters | Where-Object { $_.DefaultIPGateway }).Count -gt 0
        ProxyConfigured  = $false
        HttpAnswers      = $false
    }
    if ($blocked.Count + $unresolved.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
    if (-not $usable) {
        $reason = if ($evidence.AutomaticAddress) { 'automatic-address' } else { 'no-address' }
        return New-Finding -Status Problem -Reason $reason -Evidence $evidence
    }
    # Behind a proxy a direct connection fails that Windows Update does not need. Byte 8 of the WinHTTP settings
    # holds flags; 2 stands for a named proxy.
    $settings = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'
    $winHttp = Get-RegistryValue -Path "HKLM:\$settings\Connections" -Name 'WinHttpSettings'
    $named = $winHttp -and $winHttp.Count -gt 8 -and ($winHttp[8] -band 2)
    $enabled = (Get-RegistryValue -Path "HKCU:\$settings" -Name 'ProxyEnable') -eq 1
    $automatic = Get-RegistryValue -Path "HKCU:\$settings" -Name 'AutoConfigURL'
    $evidence['ProxyConfigured'] = [bool] ($named -or $enabled -or $automatic)
    $evidence['HttpAnswers'] = $null -ne (Get-WebDate -Url $HttpProbe -TimeoutSeconds 5)
    if ($evidence.ProxyConfigured) { return New-Finding -Status Unknown -Reason 'proxy' -Evidence $evidence }
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU'
    if ((Get-RegistryValue -Path $policy -Name 'UseWUServer') -eq 1) {
        return New-Finding -Status Unknown -Reason 'own-server' -Evidence $evidence
    }
    # An answer although the direct way is closed: something between, such as a proxy that was found
    # automatically, passes requests on.
    if (-not $reached -and $evidence.HttpAnswers) {
        return New-Finding -Status Unknown -Reason 'answers-indirectly' -Evidence $evidence
    }
    if ($reached) { return New-Finding -Status Problem -Reason 'partly-blocked' -Evidence $evidence }
    if (-not $blocked) {
        return New-Finding -Status Problem -Reason 'names-unresolved' -Evidence $evidence
    }
    New-Finding -Status Problem -Reason 'blocked' -Evidence $evidence
}

# 4 disk-space: Free disk space. An update is downloaded, unpacked and kept beside the files that it replaces,
# so it needs several times its size on the Windows drive. Feature updates need far more than monthly ones.
function Test-DiskSpace {
    [CmdletBinding()]
    param([int] $MinimumGigabytes, [int] $ComfortGigabytes, [int] $UpgradeGigabytes)
    $filter = "DeviceID = '$env:SystemDrive'"
    $volume = Get-CimInstance -ClassName Win32_LogicalDisk -Filter $filter -OperationTimeoutSec 30
    if ($null -eq $volume -or $null -eq $volume.FreeSpace) {
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence @{ Drive = $env:SystemDrive }
    }
    $free = [math]::Round($volume.FreeSpace / 1gb, 1)
    $evidence = @{
        Drive         = $env:SystemDrive
        FreeGigabytes = $free
        SizeGigabytes = [math]::Round($volume.Size / 1gb, 1)
        Minimum       = $MinimumGigabytes
        Comfort       = $ComfortGigabytes
        Upgrade       = $UpgradeGigabytes
    }
    if ($free -lt $MinimumGigabytes) {
        return New-Finding -Status Problem -Reason 'full' -Evidence $evidence
    }
    # Neither figure stops a monthly update for certain, so they are said and are no fault.
    if ($free -lt $ComfortGigabytes) { return New-Finding -Status Ok -Reason 'tight' -Evidence $evidence }
    if ($free -lt $UpgradeGigabytes) { return New-Finding -Status Ok -Reason 'no-upgrade' -Evidence $evidence }
    New-Finding -Status Ok -Evidence $evidence
}

# 28 update-server: Update server and policy. Policies decide which server offers updates. A PC that left its
# organisation often still looks for a server that it cannot reach, and then finds no updates. Policies are
# reported here and never changed: they belong to whoever set them.
function Test-UpdateServer {
    [CmdletBinding()]
    param()
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
    $server = [string] (Get-RegistryValue -Path $policy -Name 'WUServer')
    $useServer = (Get-RegistryValue -Path "$policy\AU" -Name 'UseWUServer') -eq 1
    $sources = @('Feature', 'Quality', 'Driver', 'Other' | ForEach-Object {
            Get-RegistryValue -Path $policy -Name "SetPolicyDrivenUpdateSourceFor${_}Updates"
        } | Where-Object { $null -ne $_ })
    $sourcesApply = (Get-RegistryValue -Path "$policy\AU" -Name 'UseUpdateClassPolicySource') -eq 1
    $internet = Get-RegistryValue -Path $policy -Name 'DoNotConnectToWindowsUpdateInternetLocations'
    # WUServer alone does nothing: only UseWUServer makes it the source.
    $evidence = @{
        ServedBy          = if ($useServer) { 'WSUS' } else { 'Windows Update' }
        Server            = $server
        AlternateServer   = [string] (Get-RegistryValue -Path $policy -Name 'UpdateServiceUrlAlternate')
        InternetForbidden = $internet -eq 1
        AutomaticUpdates  = (Get-RegistryValue -Path "$policy\AU" -Name 'NoAutoUpdate') -ne 1
        SourcePolicies    = $sources.Count
        Services          = @()
    }
    if ($useServer -and $sourcesApply -and $sources -contains 0) {
        $evidence['ServedBy'] = 'WSUS and Windows Update'
    }
    if ((Get-RegistryValue -Path $policy -Name 'DisableWindowsUpdateAccess') -eq 1) {
        return New-Finding -Status Problem -Reason 'access-disabled' -Evidence $evidence
    }
    if ($sources.Count -gt 0 -and -not $sourcesApply) {
        return New-Finding -Status Problem -Reason 'sources-ignored' -Evidence $evidence
    }
    if ($sources.Count -in 1, 2, 3) {
        return New-Finding -Status Problem -Reason 'sources-partial' -Evidence $evidence
    }
    if ($sources -contains 1 -and -not $useServer) {
        return New-Finding -Status Problem -Reason 'sources-without-server' -Evidence $evidence
    }
    if ($useServer) {
        if (-not $server) {
            return New-Finding -Status Problem -Reason 'server-missing' -Evidence $evidence
        }
        if ($server -notmatch '^(https?)://([^/:\s\[\]]+|\[[0-9a-f:]+\])(?::(\d{1,5}))?(/\S*[^/\s])?$') {
            return New-Finding -Status Problem -Reason 'server-malformed' -Evidence $evidence
        }
        $port = if ($Matches[3]) { [int] $Matches[3] } elseif ($Matches[1] -eq 'https') { 443 } else { 80 }
        if (-not (Test-TcpPort -HostName $Matches[2].Trim('[]') -Port $port -TimeoutSeconds 5)) {
            return New-Finding -Status Problem -Reason 'server-unreachable' -Evidence $evidence
        }
    }
    # The list comes from the local store and contacts nobody: an empty one means a damaged store, not a missing
    # connection.
    try {
        $manager = New-Object -ComObject 'Microsoft.Update.ServiceManager'
        $evidence['Services'] = @($manager.Services | ForEach-Object {
                '{0} default={1} managed={2}' -f $_.ServiceID, $_.IsDefaultAUService, $_.IsManaged
            })
    }
    catch {
        $failure = if ($_.Exception.InnerException) { $_.Exception.InnerException } else { $_.Exception }
        $code = '0x{0:X8}' -f $failure.HResult
        return New-Finding -Status Unknown -Reason 'agent-silent' -Evidence $evidence -HResult $code
    }
    if ($evidence.Services.Count -eq 0) {
        return New-Finding -Status Problem -Reason 'no-service' -Evidence $evidence
    }
    $reason = 'by-windows-update'
    if ($useServer) { $reason = if ($evidence.ServedBy -eq 'WSUS') { 'by-server' } else { 'by-both' } }
    New-Finding -Status Ok -Reason $reason -Evidence $evidence
}

# 30 restart-pending: Restart pending. While Windows waits for a restart to finish earlier work, new updates
# fail or wait, and a repair could strand what is already prepared. The signs are read and never cleared: only
# a restart settles them.
function Test-RestartPending {
    [CmdletBinding()]
    param()
    $servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
    $update = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate'
    if (-not (Test-Path -LiteralPath $servicing)) {
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence @{ Key = $servicing }
    }
    $causes = @()
    foreach ($name in 'RebootPending', 'RebootInProgress', 'PackagesPending') {
        # The key itself is the sign; it often has neither values nor subkeys.
        if (Test-Path -LiteralPath "$servicing\$name") { $causes += "Servicing $name" }
    }
    if (Get-RegistryValue -Path "$servicing\SessionsPending" -Name 'Exclusive') { $causes += 'Servicing session' }
    if (Test-Path -LiteralPath "$update\Auto Update\RebootRequired") { $causes += 'Windows Update RebootRequired' }
    # The key Pending is always there: only a service inside it counts.
    if (Get-SubkeyName -Path "$update\Services\Pending") { $causes += 'Windows Update service registration' }
    if (Get-RegistryValue -Path 'HKLM:\SOFTWARE\Microsoft\Updates' -Name 'UpdateExeVolatile') {
        $causes += 'Update installer'
    }
    # Browsers, virus scanners and Office queue renames all the time. Those of Windows servicing come from a folder
    # of its own.
    $manager = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
    $renames = @('PendingFileRenameOperations', 'PendingFileRenameOperations2' | ForEach-Object {
            Get-RegistryValue -Path $manager -Name $_
        } | Where-Object { $_ })
    $owned = @($renames | Where-Object { $_ -match '\\WinSxS\\Temp\\PendingRenames\\' })
    if ($owned) { $causes += 'Servicing file renames' }
    $system = Get-CimInstance -ClassName Win32_OperatingSystem -OperationTimeoutSec 30
    $boot = if ($system) { $system.LastBootUpTime.ToUniversalTime() } else { $null }
    $pending = Join-Path -Path $env:SystemRoot -ChildPath 'WinSxS\pending.xml'
    $staged = Get-Item -LiteralPath $pending -Force -ErrorAction SilentlyContinue
    $evidence = @{
        Causes         = $causes
        IgnoredRenames = $renames.Count - $owned.Count
        LastBoot       = if ($boot) { $boot.ToString('s') + 'Z' } else { $null }
        StagedSince    = if ($staged) { $staged.LastWriteTimeUtc.ToString('s') + 'Z' } else { $null }
        FastStartup    = (Get-RegistryValue -Path "$manager\Power" -Name 'HiberbootEnabled') -eq 1
    }
    if ($causes.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
    $reason = if ($evidence.FastStartup) { 'pending-fast-startup' } else { 'pending' }
    # Work that was staged before the last start, and still waits, did not get done by that start.
    if ($staged -and $boot -and $staged.LastWriteTimeUtc -lt $boot) { $reason = 'survived-restart' }
    New-Finding -Status Problem -Reason $reason -Evidence $evidence
}

# 2 activation: Activation. Windows that is not activated still receives its monthly updates, but an upgrade
# or a change of edition may be refused. What Windows says of its licence is read; product keys are neither
# read nor changed.
function Test-Activation {
    [CmdletBinding()]
    param([string] $Application)
    # Without this filter the class lists every edition that Windows could be, which can take a minute.
    $query = @{
        ClassName           = 'SoftwareLicensingProduct'
        Property            = 'Description', 'LicenseStatus', 'LicenseStatusReason', 'GracePeriodRemaining'
        Filter              = "ApplicationID='$Application' AND PartialProductKey IS NOT NULL AND LicenseIsAddon=FALSE"
        OperationTimeoutSec = 60
    }
    try { $products = @(Get-CimInstance @query) }
    catch { return New-Finding -Status Unknown -Reason 'silent' -Evidence @{ Error = $_.Exception.GetType().Name } }
    if ($products.Count -eq 0) { return New-Finding -Status Unknown -Reason 'no-key' }
    # The key of an earlier edition may remain beside the one in use.
    $product = $products | Sort-Object -Property { $_.LicenseStatus -ne 1 } | Select-Object -First 1
    $evidence = @{
        LicenseStatus = [int] $product.LicenseStatus
        StatusReason  = '0x{0:X8}' -f $product.LicenseStatusReason
        DaysLeft      = [math]::Floor($product.GracePeriodRemaining / 1440)
        # These words are parts of a name, in English on every Windows.
        Channel       = if ($product.Description -cmatch '\b(RETAIL|OEM_\w+|VOLUME_\w+|TIMEBASED_\w+)') { $Matches[1] }
    }
    if ($evidence.LicenseStatus -in 0, 4, 5) {
        return New-Finding -Status Problem -Reason 'not-activated' -Evidence $evidence
    }
    if ($evidence.LicenseStatus -ne 1) { return New-Finding -Status Ok -Reason 'grace' -Evidence $evidence }
    $reasons = @{ TIMEBASED_EVAL = 'evaluation'; VOLUME_KMSCLIENT = 'by-organisation' }
    New-Finding -Status Ok -Reason $reasons["$($evidence.Channel)"] -Evidence $evidence
}

# 8 os-current: Windows version and last update. An upgrade starts from a Windows that has its latest
# cumulative update, and a version out of service receives none. The build is compared with a table of the
# dates on which Microsoft ends service; the table is part of the script, so a newer version than it knows is
# reported as such.
function Test-OsCurrent {
    [CmdletBinding()]
    param([string[]] $EndOfService, [int] $ExtendedRevision, [int] $StaleDays)
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $edition = [string] (Get-RegistryValue -Path $version -Name 'EditionID')
    # One build serves several editions, each for a time of its own.
    $kind = 'home'
    if ($edition -match '^(Enterprise|Education|IoTEnterprise|ServerRdsh)') { $kind = 'enterprise' }
    if ($edition -like 'EnterpriseS*') { $kind = 'long-term' }
    if ($edition -like 'IoTEnterpriseS*') { $kind = 'iot' }
    if ((Get-RegistryValue -Path $version -Name 'InstallationType') -ne 'Client') { $kind = 'server' }
    $now = (Get-Date).ToUniversalTime()
    # Each cumulative update leaves a package with the time of its installation; 112 is the state "installed".
    $packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
    $rollups = Get-Item -Path "$packages\Package_for_RollupFix~*" -ErrorAction SilentlyContinue
    $newest = $rollups | ForEach-Object {
        $path = "$packages\$($_.PSChildName)"
        if ((Get-RegistryValue -Path $path -Name 'CurrentState') -eq 112) {
            Get-RegistryValue -Path $path -Name 'InstallTimeHigh'
        }
    } | Sort-Object -Descending | Select-Object -First 1
    # The upper half of the file time is exact to seven minutes.
    $updated = if ($newest) { [datetime]::FromFileTimeUtc([long] $newest * 4294967296) }
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
    $pinned = (Get-RegistryValue -Path $policy -Name 'TargetReleaseVersion') -eq 1
    $settings = 'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'
    $evidence = @{
        Build        = [int] (Get-RegistryValue -Path $version -Name 'CurrentBuildNumber')
        Revision     = [int] (Get-RegistryValue -Path $version -Name 'UBR')
        Edition      = $edition
        EndOfService = $null
        LastUpdate   = if ($updated) { $updated.ToString('s').Substring(0, 10) }
        StaleDays    = $StaleDays
        PinnedTo     = if ($pinned) { Get-RegistryValue -Path $policy -Name 'TargetReleaseVersionInfo' }
        PausedUntil  = [string] (Get-RegistryValue -Path $settings -Name 'PauseUpdatesExpiryTime')
    }
    $row = $EndOfService | Where-Object { $_ -like "$($evidence.Build) *" } | Select-Object -First 1
    if ("$row" -notmatch " $kind=(\S+)") { return New-Finding -Status Unknown -Reason 'unlisted' -Evidence $evidence }
    $evidence['EndOfService'] = $Matches[1]
    # The last day is still one of service.
    if ($now.AddDays(-1) -gt [datetime] $evidence.EndOfService) {
        # Who gets extended updates has a revision that was never offered to anyone else.
        if ($evidence.Revision -gt $ExtendedRevision -and $row -match ' extended=(\S+)' -and
            $now -le [datetime] $Matches[1]) {
            $evidence['EndOfService'] = $Matches[1]
            return New-Finding -Status Ok -Reason 'extended' -Evidence $evidence
        }
        $reason = if ($evidence.PinnedTo) { 'pinned' } else { 'out-of-service' }
        return New-Finding -Status Problem -Reason $reason -Evidence $evidence
    }
    if ($updated -and $updated -lt $now.AddDays(-$StaleDays)) {
        return New-Finding -Status Problem -Reason 'stale' -Evidence $evidence
    }
    $reason = if ($evidence.PausedUntil -gt $now.ToString('s')) { 'paused' }
    New-Finding -Status Ok -Reason $reason -Evidence $evidence
}

# 26 windows-update-log: Windows Update logs. Windows Update keeps a short record of every result
# (ReportingEvents.log) and detailed traces (.etl) that are decoded on another PC. What the record says is
# read here; the files themselves are collected as they are.
function Test-WindowsUpdateLog {
    [CmdletBinding()]
    param([int] $Days)
    $path = Join-Path -Path $env:SystemRoot -ChildPath 'SoftwareDistribution\ReportingEvents.log'
    $evidence = @{ File = $path; Failures = 0; Newest = $null; Codes = @() }
    if (-not (Test-Path -LiteralPath $path)) {
        return New-Finding -Status Unknown -Reason 'missing' -Evidence $evidence
    }
    try {
        # The newest lines are enough, and the file may hold years of them.
        $lines = @(Get-Content -LiteralPath $path -Encoding Unicode -Tail 2000)
    }
    catch {
        $evidence['Error'] = $_.Exception.GetType().Name
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
    }
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    $culture = [Globalization.CultureInfo]::InvariantCulture
    $stampPattern = '^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d):\d{3}([+-]\d\d):?(\d\d)$'
    $understood = 0
    # One entry an update whose last attempt failed; scans have an update id of zeros.
    $open = @{}
    foreach ($line in $lines) {
        # Field 1 is the local time with its offset from UTC, 3 the kind of event, 5 the update, 7 the result in
        # hexadecimal digits.
        $fields = $line -split "`t"
        if ($fields.Count -lt 8 -or $fields[1] -notmatch $stampPattern) { continue }
        $stamp = '{0} {1}:{2}' -f $Matches[1], $Matches[2], $Matches[3]
        $time = [DateTimeOffset]::ParseExact($stamp, 'yyyy-MM-dd HH:mm:ss zzz', $culture).UtcDateTime
        $understood++
        if ($time -lt $since) { continue }
        if ($fields[7] -match '^[8C][0-9A-F]{7}$') {
            $open[$fields[5]] = @{ Time = $time; Code = '0x' + $fields[7].ToUpperInvariant() }
        }
        elseif ($fields[3] -match '^(147|183) ') {
            # 147 a scan that succeeded, 183 an update that was installed. A download alone proves nothing.
            $open.Remove($fields[5])
        }
    }
    if ($lines.Count -gt 0 -and $understood -eq 0) {
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
    }
    $failures = @($open.Values | Sort-Object -Property { $_.Time } -Descending)
    if ($failures.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
    $evidence['Failures'] = $failures.Count
    $evidence['Newest'] = $failures[0].Time.ToString('s') + 'Z'
    $evidence['Codes'] = @($failures | ForEach-Object { $_.Code } | Select-Object -Unique)
    New-Finding -Status Problem -Reason 'failed' -Evidence $evidence -HResult $evidence.Codes
}

#endregion
#region Check table

$script:Checks = @(
    @{
        Id = 'clock'; Item = 1; Words = 'clock'
        Minutes = 4; Restart = $false; Repairable = $true
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @('0x80072F8F', '0x80072F05', '0x800B0101', '0x80247163', '0x80247162', '0x80090328')
        Test = {
            $arguments = @{
                Urls = @('http://www.msftconnecttest.com/connecttest.txt', 'http://ctldl.windowsupdate.com/')
                LimitMinutes = 60
                NoticeMinutes = 5
            }
            Test-Clock @arguments
        }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'internet-connection'; Item = 3; Words = 'internet-connection'
        Minutes = 0; Restart = $false; Repairable = $false
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @(
            '0x8024402C', '0x80072EE7', '0x80072EFD', '0x80072EE2', '0x80240438', '0x8024001F', '0x80246005'
        )
        Test = {
            $arguments = @{
                Endpoints = @(
                    'sls.update.microsoft.com:443', 'fe2.update.microsoft.com:443',
                    'fe3cr.delivery.mp.microsoft.com:443', 'download.windowsupdate.com:80',
                    'dl.delivery.mp.microsoft.com:80'
                )
                HttpProbe = 'http://www.msftconnecttest.com/connecttest.txt'
            }
            Test-InternetConnection @arguments
        }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'disk-space'; Item = 4; Words = 'disk-space'
        Minutes = 0; Restart = $false; Repairable = $false
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @('0x80070070', '0x800F0828', '0xC190020E', '0xC190020C', '0xC19001DF', '0xC1900211')
        Test = { Test-DiskSpace -MinimumGigabytes 2 -ComfortGigabytes 10 -UpgradeGigabytes 20 }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'update-server'; Item = 28; Words = 'update-server'
        Minutes = 0; Restart = $false; Repairable = $false
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @(
            '0x80244011', '0x80072EE6', '0x8024401C', '0x80244022', '0x80244019', '0x8024002E', '0x8024500C',
            '0x80240042'
        )
        Test = { Test-UpdateServer }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'restart-pending'; Item = 30; Words = 'restart-pending'
        Minutes = 0; Restart = $false; Repairable = $false
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @(
            '0x80240016', '0x800F0806', '0x800F082F', '0x8024D00E', '0x8024A007', '0x80070BC9', '0xC1900107'
        )
        Test = { Test-RestartPending }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'wuauserv-start-type'; Item = 6; Words = 'service-start-type'
        Minutes = 1; Restart = $false; Repairable = $true
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @('0x80070422', '0x8024A000', '0x80240001')
        Test = { Test-ServiceStartType -Name 'wuauserv' -Wanted 'demand' -WantedOnServer 'same' }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'bits-start-type'; Item = 6; Words = 'service-start-type'
        Minutes = 1; Restart = $false; Repairable = $true
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @('0x80246008', '0x80070422')
        Test = { Test-ServiceStartType -Name 'bits' -Wanted 'demand' -WantedOnServer 'same' }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'usosvc-start-type'; Item = 6; Words = 'service-start-type'
        Minutes = 1; Restart = $false; Repairable = $true
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @('0x8024A10A', '0x80070422')
        Test = { Test-ServiceStartType -Name 'usosvc' -Wanted 'delayed-automatic' -WantedOnServer 'demand' }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'cryptsvc-start-type'; Item = 6; Words = 'service-start-type'
        Minutes = 1; Restart = $false; Repairable = $true
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @('0x80092003', '0x800B0001', '0x80070422')
        Test = { Test-ServiceStartType -Name 'cryptsvc' -Wanted 'automatic' -WantedOnServer 'same' }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'trustedinstaller-start-type'; Item = 6; Words = 'service-start-type'
        Minutes = 1; Restart = $false; Repairable = $true
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @('0x80070422', '0x800F0801')
        Test = { Test-ServiceStartType -Name 'trustedinstaller' -Wanted 'demand' -WantedOnServer 'same' }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'msiserver-start-type'; Item = 6; Words = 'service-start-type'
        Minutes = 1; Restart = $false; Repairable = $true
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @('0x80070641', '0x80241005', '0x80070422')
        Test = { Test-ServiceStartType -Name 'msiserver' -Wanted 'demand' -WantedOnServer 'same' }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'wlidsvc-start-type'; Item = 6; Words = 'service-start-type'
        Minutes = 1; Restart = $false; Repairable = $true
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @('client'); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @('0x80070426')
        Test = { Test-ServiceStartType -Name 'wlidsvc' -Wanted 'demand' -WantedOnServer 'same' }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'download-cache'; Item = 14; Words = 'update-failure'
        Minutes = 5; Restart = $false; Repairable = $true
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @(
            '0x80248007', '0x80248002', '0x8024801C', '0x80248008', '0x80240031', '0x8024200D', '0x80246002',
            '0x80246010', '0x80246012'
        )
        Test = {
            $arguments = @{
                Days = 30
                Codes = @(
                    '0x80240031', '0x8024200D', '0x80246002', '0x80246010', '0x80246012', '0x80248002',
                    '0x80248003', '0x80248004', '0x80248007', '0x80248008', '0x8024801C', '0x80248FFF'
                )
                Store = 'SoftwareDistribution\DataStore\DataStore.edb'
            }
            Test-UpdateFailure @arguments
        }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'activation'; Item = 2; Words = 'activation'
        Minutes = 0; Restart = $false; Repairable = $false
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @('0x80240029', '0x800F0905')
        Test = { Test-Activation -Application '55c92734-d682-4d71-983e-d6ec3f16059f' }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'os-current'; Item = 8; Words = 'os-current'
        Minutes = 0; Restart = $false; Repairable = $false
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @('0x80240024', '0x8024D011', '0x80240017', '0x8024000C')
        Test = {
            $arguments = @{
                EndOfService = @(
                    '14393 server=2027-01-12',
                    '17763 home=2020-11-10 enterprise=2021-05-11 long-term=2029-01-09 iot=2029-01-09 server=2029-01-09',
                    '18362 home=2020-12-08 enterprise=2020-12-08', '18363 home=2021-05-11 enterprise=2022-05-10',
                    '19041 home=2021-12-14 enterprise=2021-12-14', '19042 home=2022-05-10 enterprise=2023-05-09',
                    '19043 home=2022-12-13 enterprise=2022-12-13',
                    '19044 home=2023-06-13 enterprise=2024-06-11 long-term=2027-01-12 iot=2032-01-13',
                    '19045 home=2025-10-14 enterprise=2025-10-14 extended=2028-10-10', '20348 server=2031-10-14',
                    '22000 home=2023-10-10 enterprise=2024-10-08', '22621 home=2024-10-08 enterprise=2025-10-14',
                    '22631 home=2025-11-11 enterprise=2026-11-10',
                    '26100 home=2026-10-13 enterprise=2027-10-12 long-term=2029-10-09 iot=2034-10-10 server=2034-11-14',
                    '26200 home=2027-10-12 enterprise=2028-10-10', '28000 home=2028-03-14 enterprise=2029-03-13'
                )
                ExtendedRevision = 6466
                StaleDays = 120
            }
            Test-OsCurrent @arguments
        }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'event-log'; Item = 25; Words = 'update-failure'
        Minutes = 0; Restart = $false; Repairable = $false
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @('0x80240FFF', '0x80240022')
        Test = { Test-UpdateFailure -Days 14 -Codes @() -Store '' }
        Repair = $null
        Export = $null
    }
    @{
        Id = 'windows-update-log'; Item = 26; Words = 'windows-update-log'
        Minutes = 0; Restart = $false; Repairable = $false
        Where = @{
            MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @()
            Architecture = @(); Account = @()
        }
        Needs = @()
        Explains = @('0x80240022', '0x8024200B')
        Test = { Test-WindowsUpdateLog -Days 14 }
        Repair = $null
        Export = $null
    }
)

#endregion
#region Main

# Runs the chosen checks, writes the report and sets the exit code.
function Invoke-Main {
    [CmdletBinding()]
    param([string[]] $Check, [string[]] $Skip, [string] $OutputPath, [switch] $ListChecks)
    $script:ExitCode = 64
    if (-not (Test-Selection -Check $Check -Skip $Skip -OutputPath $OutputPath)) { return }
    if ($ListChecks) {
        $script:ExitCode = 0
        return Write-CheckList
    }
    $rows = @(Select-Check -Check $Check -Skip $Skip)
    $machine = Get-Machine
    $done = 0
    $results = foreach ($row in $rows) {
        Write-Step -Text (Get-Message -Key "title.$($row.Id)") -Done $done -Of $rows.Count
        $done++
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $finding = Invoke-Detection -Row $row -Machine $machine
        ConvertTo-CheckResult -Row $row -Finding $finding -Seconds $clock.Elapsed.TotalSeconds
    }
    Write-Step -Complete
    $statuses = @($results | ForEach-Object -Process { $_.Status })
    $script:ExitCode = if ($statuses -contains 'Problem') { 1 }
    elseif ($statuses -contains 'Unknown') { 2 }
    else { 0 }
    Write-Report -Result $results -Machine $machine -OutputPath $OutputPath
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    try {
        $script:ExitCode = Get-StartCode
        $relaunch = @(if ($script:ExitCode -eq 0) { Get-RelaunchArgument -Bound $PSBoundParameters })
        if ($relaunch) {
            & $script:NativeShell @relaunch
            $script:ExitCode = $LASTEXITCODE
        }
        elseif ($script:ExitCode -eq 0) {
            Open-Transcript
            Invoke-Main -Check $Check -Skip $Skip -OutputPath $OutputPath -ListChecks:$ListChecks
        }
    }
    catch {
        Write-Defect -Record $_
        $script:ExitCode = 70
    }
    finally {
        Close-Transcript
    }
    exit $script:ExitCode
}

#endregion
