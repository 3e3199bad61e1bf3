# Before the first change: 0, or the exit code of the weightiest reason to make none. Says all reasons.
function Get-GuardCode {
    param([Parameter(Mandatory)] [psobject] $Guard, [switch] $AllowManaged)
    $stops = @($Guard.Stops)
    $isFinal = @($stops | Where-Object { $_.Code -ne 12 -or -not $AllowManaged }).Count -gt 0
    if (-not $isFinal) { $stops += @(Get-ServicingStop -Guard $Guard) }
    $code = 0
    foreach ($weight in 12, 13, 14, 1) {
        foreach ($stop in $stops | Where-Object -Property Code -EQ $weight) {
            $text = Get-ReasonText -Words 'guard' -Reason $stop.Reason -Evidence $stop.Evidence
            if ($AllowManaged -and $stop.Code -eq 12) {
                Write-Notice -Key 'allowedAlthough' -With @{ Reason = $text }
                continue
            }
            Write-Notice -Key 'guarded' -With @{ Reason = $text }
            if ($code -eq 0) { $code = $stop.Code }
        }
    }
    $code
}
