function Set-SystemClock([string[]] $Witness, [string] $Floor) {
    $member = Get-Membership
    if ($member.Role -notin 0, 2 -or $member.IsCloudJoined) { return $false }
    $offset = (Get-ClockOffset -Witness $Witness -Floor $Floor).Offset
    if ($null -eq $offset) { throw 'The clock was not set: no two independent servers agree on the time.' }
    $before, $after = (Get-Date), (Get-Date).Add($offset) | ForEach-Object { $_.ToUniversalTime().ToString('s') + 'Z' }
    Invoke-JournalledChange 'set-clock' 'UTC' $before $after { Set-Date -Adjust $offset }
    $true
}
