# Looked for before anything else: { Stops, Workers }. What servicing does then is not of our making.
function Get-Guard {
    [pscustomobject]@{
        Workers = @(Get-ServicingWorker | ForEach-Object { $_.Id })
        Stops   = @(
            Get-ManagementStop
            if ($script:HasProductGuard) { Test-ProductGuard }
            Get-RestartStop
            Get-InstallerStop
            Get-PowerStop
            Get-SpaceStop
        )
    }
}
