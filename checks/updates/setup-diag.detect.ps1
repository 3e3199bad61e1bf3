param([int] $Days, [string] $Results)
# Of a run by hand, and of Setup itself: the key lasts until the next restart.
$volatile = 'HKLM:\SYSTEM\Setup\MoSetup\Volatile'
$box = '0x{0:X8}' -f [int] (Get-RegistryValue -Path $volatile -Name 'BoxResult')
$found = @{}
foreach ($name in 'ProfileName', 'FailureDetails', 'FailureData') {
    $found[$name] = [string] (Get-RegistryValue -Path "$volatile\SetupDiag" -Name $name)
}
$evidence = @{ Rule = ''; Details = ''; Time = $null; BoxResult = $box }
$path = Join-Path -Path $env:SystemRoot -ChildPath $Results
$file = Get-Item -LiteralPath $path -ErrorAction SilentlyContinue
if (-not $found.ProfileName -and $file) {
    $evidence['Time'] = $file.LastWriteTimeUtc.ToString('s') + 'Z'
    # An upgrade that succeeds is a new installation and leaves older results where they were.
    $windows = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $seconds = [int64] (Get-RegistryValue -Path $windows -Name 'InstallDate')
    $installed = [DateTimeOffset]::FromUnixTimeSeconds($seconds).UtcDateTime
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    if ($file.LastWriteTimeUtc -ge $since -and $file.LastWriteTimeUtc -ge $installed) {
        # Some KB in reality. Its text is English in every Windows.
        $text = if ($file.Length -lt 4000000) { [string] (Get-Content -LiteralPath $path -Raw) } else { '' }
        foreach ($name in 'ProfileName', 'FailureDetails', 'FailureData') {
            $parts = [regex]::Matches($text, "(?s)<$name>(.*?)</$name>")
            $found[$name] = "$($parts | ForEach-Object { $_.Groups[1].Value.Trim() })"
        }
        if (-not $found.ProfileName) {
            return New-Finding -Status Unknown -Reason 'results-unreadable' -Evidence $evidence
        }
    }
}
$details = "$($found.FailureDetails) $($found.FailureData)"
# With what Setup appends: "0xC1900101 - 0x30018" names the phase and the operation.
$codes = [regex]::Matches($details, '0x[0-9A-Fa-f]{8}(\s*-\s*0x[0-9A-Fa-f]{5}\b)?')
$codes = @($codes | ForEach-Object { $_.Value -replace '\s' })
# 0xC1900210: a scan for compatibility that found nothing.
$hasEnded = $box -match '^0x[8C]' -and $box -ne '0xC1900210'
if ($hasEnded) { $codes = @($box) + $codes }
$codes = @($codes | Select-Object -Unique | Select-Object -First 5)
# SetupDiag writes a rule after a success too, and where nothing fits.
$rule = "$($found.ProfileName)".Trim()
if ($rule -eq 'No Match Found' -and -not $hasEnded) {
    return New-Finding -Status Unknown -Reason 'no-match' -Evidence $evidence
}
if ($rule -and $rule -notin 'FindSuccessfulUpgrade', 'No Match Found') {
    $line = ($details -replace '\s+', ' ').Trim()
    $evidence['Rule'] = $rule
    $evidence['Details'] = $line.Substring(0, [math]::Min($line.Length, 300))
    return New-Finding -Status Problem -Reason 'failed' -Evidence $evidence -HResult $codes
}
if ($hasEnded) { return New-Finding -Status Problem -Reason 'setup-ended' -Evidence $evidence -HResult $codes }
if ($rule) { return New-Finding -Status Ok -Reason 'succeeded' -Evidence $evidence }
if ($evidence.Time) { return New-Finding -Status Ok -Reason 'older' -Evidence $evidence }
New-Finding -Status Ok -Evidence $evidence
