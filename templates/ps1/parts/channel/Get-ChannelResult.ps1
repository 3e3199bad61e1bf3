# Detects with each row: one result a check. What is left when the time is up stays undecided and says so, since
# the service that runs this would end it without a word.
function Get-ChannelResult {
    param([hashtable[]] $Row, [Parameter(Mandatory)] [psobject] $Machine)
    $clock = [Diagnostics.Stopwatch]::StartNew()
    foreach ($each in $Row) {
        $isLate = $clock.Elapsed.TotalMinutes -ge $script:LimitMinutes
        $finding = if ($isLate) { New-Finding -Status 'Unknown' -Reason 'outOfTime' }
        else { Invoke-Detection -Row $each -Machine $Machine }
        $evidence = @(foreach ($name in $finding.Evidence.Keys) { "$name=$($finding.Evidence[$name])" }) -join '; '
        Write-ChannelLog -Text "$($each.Id) $($finding.Status) $($finding.Reason) $evidence"
        [pscustomobject]@{
            Id      = $each.Id
            Status  = $finding.Status
            Reason  = $finding.Reason
            HResult = @($finding.HResult)
            Before  = ''
            Outcome = ''
        }
    }
}
