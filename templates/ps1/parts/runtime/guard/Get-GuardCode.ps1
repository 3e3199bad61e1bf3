# 0, or the exit code of the weightiest reason not to change anything. Says all reasons.
function Get-GuardCode {
    [CmdletBinding()]
    [OutputType([int])]
    param([switch] $AllowManaged)
    $stops = @(
        Get-ManagementStop
        if ($script:HasProductGuard) { Test-ProductGuard }
        Get-RestartStop
        Get-InstallerStop
        Get-PowerStop
        Get-SpaceStop
    )
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
