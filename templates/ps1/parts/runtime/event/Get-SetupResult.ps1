# What Setup and SetupDiag left of the last upgrade: { State, Rule, Details, Time, BoxResult, HasEnded }. State is
# Failed, Ended (by the code alone), Succeeded, NoMatch, Unreadable, Older, Undated or None.
function Get-SetupResult {
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [int] $Days)
    $setup = 'HKLM:\SYSTEM\Setup'
    $names = 'ProfileName', 'FailureDetails', 'FailureData', 'DateTime'
    $found = @{}
    # Lasts until the next restart: of a run by hand, and of Setup itself.
    $box = '0x{0:X8}' -f [int] (Get-RegistryValue -Path "$setup\MoSetup\Volatile" -Name 'BoxResult')
    # An upgrade that succeeds is a new installation and leaves older results where they were.
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    $installed = Get-InstallTime
    if ($installed -gt $since) { $since = $installed }
    # 0xC1900210: a scan for compatibility that found nothing.
    $hasEnded = $box -match '^0x[8C]' -and $box -ne '0xC1900210'
    $result = @{ State = 'None'; Rule = ''; Details = ''; Time = $null; BoxResult = $box; HasEnded = $hasEnded }
    foreach ($key in "$setup\MoSetup\Volatile\SetupDiag", "$setup\SetupDiag\Results") {
        foreach ($name in $names) { $found[$name] = [string] (Get-RegistryValue -Path $key -Name $name) }
        # Each country writes it otherwise. Where the dates that it can mean differ, only a volatile one is taken.
        $digits = ($found.DateTime -split '[T ]')[0] -replace '[./]', '-'
        $dates = @('yyyy-M-d', 'M-d-yyyy', 'd-M-yyyy' | ForEach-Object {
                $day = [datetime]::MinValue
                $null = [datetime]::TryParseExact($digits, $_, [cultureinfo]::InvariantCulture, 'None', [ref] $day)
                if ($day.Year -ge 2015 -and $day -lt [datetime]::UtcNow.AddDays(2)) { $day }
            })
        $old = @($dates -lt $since.AddDays(-1))
        $isOld = $dates -and $old.Count -eq $dates.Count
        $isOpen = ($old -or -not $dates) -and $key -notlike '*Volatile*'
        if ($found.ProfileName -and ($isOld -or $isOpen)) {
            $result['State'] = if ($isOld) { 'Older' } else { 'Undated' }
            $result['Rule'], $result['Time'] = $found.ProfileName, $found.DateTime
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
                $found[$name] = "$($parts | ForEach-Object { $_.Groups[1].Value.Trim() })"
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
