# { ExitCode, Checks (id -> "status reason") } of a diagnosis.
function Get-EngineVerdict {
    param(
        [string] $Engine,
        [string] $Script,
        [string[]] $ArgumentList = @()
    )
    $found = Invoke-ProductReport @PSBoundParameters
    $checks = @{}
    foreach ($check in $found.Report.checks) { $checks[$check.id] = "$($check.status) $($check.reasonKey)".Trim() }
    @{ ExitCode = $found.ExitCode; Checks = $checks }
}
