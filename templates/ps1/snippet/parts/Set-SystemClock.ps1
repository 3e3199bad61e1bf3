function Set-SystemClock([timespan] $Offset) {
    $before, $after = (Get-Date), (Get-Date).Add($Offset) | ForEach-Object -Process { $_.ToUniversalTime().ToString('s') + 'Z' }
    Invoke-JournalledChange 'set-clock' 'UTC' $before $after { Set-Date -Adjust $Offset }
}
