# What it cannot read or did not foresee is an Unknown finding with a reason, never a crash; nor does one that
# never returns hold up the others.
function Invoke-Detection {
    param([Parameter(Mandatory)] [hashtable] $Row, [Parameter(Mandatory)] [psobject] $Machine)
    $applies = Test-Applicability -Where $Row -Machine $Machine
    if ($applies -ne 'applies') { return New-Finding -Status 'NotApplicable' -Reason $applies }
    if ('network-tests' -in $Row.Needs -and -not $script:IncludeNetworkTests) {
        return New-Finding -Status 'NotApplicable' -Reason 'networkTestsOff'
    }
    try { $found = @(Invoke-TestWithLimit -Test $Row.Test -TimeoutSeconds $Row.Limit) }
    catch [TimeoutException] {
        return New-Finding -Status 'Unknown' -Reason 'timedOut' -Evidence @{ LimitSeconds = $Row.Limit }
    }
    $failure = $found | Where-Object { $_ -is [Management.Automation.ErrorRecord] } |
        Select-Object -First 1
    if ($failure) {
        $cause = $failure.Exception.GetBaseException()
        $denied = $cause -is [UnauthorizedAccessException] -or $cause -is [Security.SecurityException]
        # E_ACCESSDENIED, WBEM_E_ACCESS_DENIED and ERROR_ELEVATION_REQUIRED, as CIM, COM and DISM say it.
        if ($cause.HResult -in -2147024891, -2147217405, -2147024156) { $denied = $true }
        $line = $failure.InvocationInfo.ScriptLineNumber
        $evidence = @{ ErrorType = $cause.GetType().FullName; ErrorLine = $line }
        $reason = if ($denied) { 'accessDenied' } else { 'detectThrew' }
        return New-Finding -Status 'Unknown' -Reason $reason -Evidence $evidence
    }
    $findings = @($found | Where-Object { $_ -and $_.PSObject.Properties['Status'] })
    if ($findings.Count -eq 1) { return $findings[0] }
    New-Finding -Status 'Unknown' -Reason 'noFinding' -Evidence @{ Findings = $findings.Count }
}
