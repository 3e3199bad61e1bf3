# The rows whose check is a problem, in order, as many as the time of the service allows.
function Select-DueCheck {
    param([hashtable[]] $Row, [psobject[]] $Result)
    $problems = @($Result | Where-Object -Property Status -EQ 'Problem' | ForEach-Object { $_.Id })
    $minutes = 0
    foreach ($each in $Row | Where-Object { $_.Id -in $problems }) {
        $minutes += $each.Minutes
        if ($minutes -gt $script:LimitMinutes) {
            $minutes -= $each.Minutes
            continue
        }
        $each
    }
}
