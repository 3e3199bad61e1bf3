# What Setup and SetupDiag left of the last upgrade: { State, Rule, Details, Time, BoxResult, HasEnded }. State is
# Failed, Ended (by the code alone), Succeeded, NoMatch, Unreadable, Older or None.
function Get-SetupResult {
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [int] $Days)
    $setup = 'HKLM:\SYSTEM\Setup'
    $names = 'ProfileName', 'FailureDetails', 'FailureData', 'DateTime'
    $found = @{}
    # Lasts until the next restart: of a run by hand, and of Setup itself.
    $box = '0x{0:X8}' -f [int] (Get-RegistryValue -Path "$setup\MoSetup\Volatile" -Name 'BoxResult')
    # An upgrade that succeeds is a new installation and leaves older results where they were.
    $windows = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $seconds = [int64] (Get-RegistryValue -Path $windows -Name 'InstallDate')
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    $installed = [DateTimeOffset]::FromUnixTimeSeconds($seconds).UtcDateTime
    if ($installed -gt $since) { $since = $installed }
    # 0xC1900210: a scan for compatibility that found nothing.
    $hasEnded = $box -match '^0x[8C]' -and $box -ne '0xC1900210'
    $result = @{ State = 'None'; Rule = ''; Details = ''; Time = $null; BoxResult = $box; HasEnded = $hasEnded }
    foreach ($key in "$setup\MoSetup\Volatile\SetupDiag", "$setup\SetupDiag\Results") {
        foreach ($name in $names) { $found[$name] = [string] (Get-RegistryValue -Path $key -Name $name) }
        $time = $found.DateTime -as [datetime]
        if ($time -and $time.ToUniversalTime() -lt $since) {
            $result['State'] = 'Older'
            $result['Time'] = $time.ToString('s')
            $found = @{ ProfileName = '' }
        }
        if ($found.ProfileName) { break }
    }
    $path = "$env:SystemRoot\Logs\SetupDiag\SetupDiagResults.xml"
    $file = Get-Item -LiteralPath $path -ErrorAction SilentlyContinue
    if (-not $found.ProfileName -and $file) {
        $result['Time'] = $file.LastWriteTimeUtc.ToString('s') + 'Z'
        $result['State'] = 'Older'
        if ($file.LastWriteTimeUtc -ge $since) {
            # Some KB in reality. Its text is English in every Windows.
            $text = if ($file.Length -lt 4000000) { [string] (Get-Content -LiteralPath $path -Raw) } else { '' }
            foreach ($name in $names) {
                $parts = [regex]::Matches($text, "(?s)<$name>(.*?)</$name>")
                $found[$name] = "$($parts | ForEach-Object -Process { $_.Groups[1].Value.Trim() })"
            }
            $result['State'] = 'Unreadable'
        }
    }
    $rule = "$($found['ProfileName'])".Trim()
    # SetupDiag writes a rule after a success too, and where nothing fits.
    if ($rule -and $rule -notin 'FindSuccessfulUpgrade', 'No Match Found') {
        $result['State'] = 'Failed'
        $result['Rule'] = $rule
        $result['Details'] = ("$($found.FailureDetails) $($found.FailureData)" -replace '\s+', ' ').Trim()
    }
    elseif ($hasEnded) { $result['State'] = 'Ended' }
    elseif ($rule) { $result['State'] = if ($rule -eq 'No Match Found') { 'NoMatch' } else { 'Succeeded' } }
    $result
}
