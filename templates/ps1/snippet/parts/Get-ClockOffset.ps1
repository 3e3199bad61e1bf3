function Get-ClockOffset([string[]] $Witness, [string] $Floor) {
    $installed = [DateTimeOffset]::FromUnixTimeSeconds((Get-RegistryValue 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'InstallDate')).UtcDateTime
    $earliest = @([datetime] $Floor; $installed; (Get-Item -LiteralPath "$env:SystemRoot\System32\ntoskrnl.exe").LastWriteTimeUtc | Sort-Object)[-1]
    $result = [pscustomobject]@{ Offset = $null; Reason = 'no-witness'; Floor = $earliest; Answers = @() }
    $seen = @(foreach ($one in $Witness) {
            $url, $status, $body = $one -replace '[#+]', ' ' -split ' ', 3
            $answer = Get-WebDate -Url $url -TimeoutSeconds 5
            if (-not $answer) { continue }
            $result.Answers += "$(([uri] $url).Host) $($answer.Status) $($answer.RemoteUtc.ToString('s'))Z"
            $isPossible = $answer.RemoteUtc -ge $earliest -and $answer.RemoteUtc -le $earliest.AddYears(20)
            if ($isPossible -and $answer.Status -eq $status -and $answer.Body -ceq "$body") { $answer.RemoteUtc - $answer.LocalUtc }
        })
    foreach ($first in $seen) {
        $same = @($seen | Where-Object { ($_ - $first).Duration().TotalSeconds -le 60 })
        if ($same.Count -ge 2 -and 2 * $same.Count -gt $seen.Count) { $result.Offset = $first }
    }
    if ($seen.Count) { $result.Reason = if ($seen.Count -eq 1) { 'one-witness' } else { 'witnesses-disagree' } }
    $result
}
