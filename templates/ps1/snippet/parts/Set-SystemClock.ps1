function Set-SystemClock([timespan] $Offset) {
    $now = [datetime]::UtcNow
    Add-JournalPlan -Action 'set-clock' -Target 'UTC' -Before "$($now.ToString('s'))Z" -After "$($now.Add($Offset).ToString('s'))Z"
    $null = Set-Date -Adjust $Offset
    Add-JournalLine -Text "$($run.Entry)|done|-|-|-|-"
}
