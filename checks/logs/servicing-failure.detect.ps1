param([int] $Days, [int] $StagedDays, [int] $StagedState, [int] $InstalledState, [string] $Catalog)
$evidence = @{
    Failures = 0; Newest = $null; Packages = @(); Package = ''; Missing = ''; Installer = ''; Language = ''
    Address = ''; Staged = @()
}
$since = (Get-Date).ToUniversalTime().AddDays(-$Days)
$query = @{ Log = 'Setup'; Provider = 'Microsoft-Windows-Servicing'; Id = 2, 3, 4; Since = $since }
try { $records = @(Get-EventRecord @query | Sort-Object -Property Time) }
catch { return New-Finding -Status Unknown -Reason 'log-unreadable' -Evidence $evidence }
# 3: a change failed, 2: one worked, 4: a restart completes it. A failed removal (5000) keeps no update away.
$open = @{}
$failed = @()
foreach ($record in $records) {
    $package = [string] $record.Data['PackageIdentifier']
    $isRemoval = [string] $record.Data['IntendedPackageState'] -in '5000', 'Absent'
    if ($record.Id -ne 3) {
        $open.Remove($package)
        # A newer version of it that works settles it.
        $family = $package -replace '~[^~]*$'
        foreach ($key in @($open.Keys)) {
            if (-not $isRemoval -and $key -replace '~[^~]*$' -eq $family) { $open.Remove($key) }
        }
    }
    elseif ($isRemoval) { continue }
    elseif ([string] $record.Data['ErrorCode'] -match '^0x[8C][0-9A-F]{7}$') {
        $open[$package] = @{ Name = $package; Time = $record.Time; Code = $Matches[0] }
        $local = $record.Time.ToLocalTime()
        $from = $local.AddDays(-2).ToString('s')
        $failed += @{ Name = $package; From = $from; At = $local.ToString('s').Substring(0, 16) }
    }
}
# Cumulative updates unpacked long ago, newer than the newest that is installed.
$store = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$installed = [version] '0.0'
$waiting = @()
foreach ($name in @(Get-SubkeyName -Path $store) -match '^Package_for_RollupFix~') {
    if ($name -notmatch '~(\d+(?:\.\d+){2,3})$') { continue }
    $version = [version] $Matches[1]
    $state = Get-RegistryValue -Path "$store\$name" -Name 'CurrentState'
    $ticks = ([int64] (Get-RegistryValue -Path "$store\$name" -Name 'InstallTimeHigh')) * 4294967296
    $time = [datetime]::FromFileTimeUtc($ticks)
    if ($state -eq $InstalledState -and $version -gt $installed) { $installed = $version }
    if ($state -eq $StagedState) { $waiting += @{ Version = $version; Time = $time } }
}
$latest = (Get-Date).ToUniversalTime().AddDays(-$StagedDays)
$waiting = @($waiting | Where-Object { $_.Version -gt $installed })
if ($waiting | Where-Object { $_.Time -lt $latest }) {
    $evidence['Staged'] = @($waiting | Sort-Object -Property { $_.Version } | ForEach-Object { "$($_.Version)" })
}
# A newer cumulative update, or installation of Windows, settles it.
$failures = @($open.Values | Where-Object {
        -not (Test-SettledUpdate -Title '' -Time $_.Time) -and
        ($_.Name -notmatch '^Package_for_RollupFix~.*~(\d+(\.\d+){2,3})$' -or [version] $Matches[1] -gt $installed)
    } | Sort-Object -Property { $_.Time } -Descending)
if ($failures.Count -eq 0) {
    if ($evidence.Staged) { return New-Finding -Status Problem -Reason 'staged' -Evidence $evidence }
    return New-Finding -Status Ok -Evidence $evidence
}
$evidence['Failures'] = $failures.Count
$evidence['Newest'] = $failures[0].Time.ToString('s') + 'Z'
$evidence['Packages'] = @($failures | Select-Object -First 5 | ForEach-Object { "$($_.Name) ($($_.Code))" })
# CBS.log, English in every Windows, says what lies beneath; it holds codes on a healthy PC too. Lines that are
# errors are read, and others that say what failed.
$folder = Join-Path -Path $env:SystemRoot -ChildPath 'Logs\CBS'
$files = @(Get-ChildItem -LiteralPath $folder -Filter 'Cbs*' -ErrorAction SilentlyContinue |
        Where-Object { $_.LastWriteTimeUtc -ge $since -and $_.Extension -in '.log', '.cab' } |
        Sort-Object -Property LastWriteTimeUtc)
$telling = '^[0-9:., -]*Error |[Ff]ailed|orrupt|manifest missing|original failure status|Processing complete|' +
'change completion|result: 0x[8CE]\w{7}, for Inf|result [1-9]\d*, inf:'
$noise = 'Failure will be ignored|SQM|performance datapoint|status report is incomplete|Not able to query|Read out cached|: 0x0\b'
$lines = @(Read-LogLine -Path @($files | ForEach-Object { $_.FullName }) -Pattern $telling -TimeoutSeconds 45)
# A line belongs to the failure that was recorded next, or to the last one.
$names = @($failures | ForEach-Object { $_.Name })
$lines = @($lines -notmatch $noise | Where-Object {
        $time = if ($_ -match '^(\d{4}-\d\d-\d\d) (\d\d:\d\d)') { $Matches[1] + 'T' + $Matches[2] }
        $next = @(@($failed | Where-Object { $_.At -ge $time }) + $failed[-1])[0]
        -not $time -or ($next.From -le $time -and
            ($failed | Where-Object { $_.At -eq $next.At -and $_.Name -in $names }))
    })
$nls = 'HKLM:\SYSTEM\CurrentControlSet\Control\Nls\Language'
$base = [string] (Get-RegistryValue -Path $nls -Name 'InstallLanguage')
if ($base -match '^[0-9a-f]{4}$') { $base = ([cultureinfo] [Convert]::ToInt32($base, 16)).Name }
$cited = @(foreach ($line in $lines) {
        $found = @(Get-LogCode -Line $line)
        # What is no error is told by codes of servicing and of the component store alone.
        if ($line -cnotmatch '^[0-9:., -]*Error |Doqe: Failed') {
            $found = @($found -match '^0x800(F0(8[123]|9)|73[67])|^0x80070070$' -ne '0x800F0805')
        }
        $found
        if ($line -match '((issing for|because of) package:? ''?|marked deleted .+?'')(?<Name>[^\s''\[]+)') {
            $evidence['Missing'] = $Matches.Name.TrimEnd('.')
        }
        elseif ($line -match 'queue item Installer: (?<Name>.+?) \(\{|(for I|, i)nf: (?<Name>\S+)') {
            $evidence['Installer'] = $Matches.Name
        }
        elseif ($line -match '(?<Name>\S+\.resources_31bf3856ad364e35_[^_]+_(?<Tag>[a-z]{2,3}-[a-z0-9-]+)_)') {
            # The language that Windows came in cannot go.
            if ($found -and $Matches.Tag -ne $base) { $evidence['Language'] = $Matches.Tag }
        }
        elseif ($found -and $line -match '(?:ackage:? ?''?|Update: )(?<Name>[\w.-]+~31bf3856ad364e35~[^\s'',[]+)') {
            $evidence['Package'] = $Matches.Name.TrimEnd('.')
        }
    })
[array]::Reverse($cited)
$codes = @($failures | ForEach-Object { '0x' + $_.Code.Substring(2).ToUpperInvariant() }) + $cited
$codes = @($codes | Select-Object -Unique | Select-Object -First 8)
if ($evidence.Missing -match 'KB\d{6,8}') { $evidence['Address'] = $Catalog + $Matches[0] }
elseif ($evidence.Missing -match '~(?:10\.0\.)?(\d{5}\.(?!1$)\d+)') {
    $evidence['Address'] = $Catalog + $Matches[1]
}
# What came with Windows itself belongs to no update.
elseif ($evidence.Missing) { $evidence['Package'] = $evidence.Missing }
$reason = 'failed'
if ($evidence.Language -and $codes -contains '0x800F0982') { $reason = 'language-pack' }
elseif ($evidence.Address) { $reason = 'manifest-missing' }
elseif ($evidence.Installer) { $reason = 'installer-failed' }
elseif ($evidence.Package -and ($evidence.Missing -or $codes -contains '0x80073701')) {
    $reason = 'component-missing'
}
# A feature or a language whose source had nothing.
elseif ($failures[0].Name -notlike 'Package_*' -and $failures[0].Code -match '^0x800F0(81F|90[67]|95[04])$') {
    $reason = 'source-missing'
}
elseif ($evidence.Staged) { $reason = 'staged' }
New-Finding -Status Problem -Reason $reason -Evidence $evidence -HResult $codes
