# Waits until servicing is idle. Reading the health of the component store starts it, too, and it ends by itself
# two minutes after its work: a worker that came during this run is idle when it has used no time for a minute. One
# that was there before belongs to others, and must end.
function Get-ServicingStop {
    param([Parameter(Mandatory)] [psobject] $Guard, [int] $TimeoutSeconds = 300)
    # A preview changes nothing, so it has nothing to wait for.
    if ($WhatIfPreference) { return }
    $idleSince = 0
    $used = -1
    for ($waited = 0; $waited -le $TimeoutSeconds; $waited += 5) {
        $workers = @(Get-ServicingWorker)
        $others = @($workers | Where-Object { $_.Id -in $Guard.Workers })
        if (-not $workers) { break }
        $now = ($workers | Measure-Object -Property CPU -Sum).Sum
        if ($now - $used -ge 0.5) {
            $used = $now
            $idleSince = $waited
        }
        if (-not $others -and $waited - $idleSince -ge 60) {
            $workers = @()
            break
        }
        if ($waited -eq 0) { Write-Notice -Key 'servicingAwaited' -With @{ Minutes = $TimeoutSeconds / 60 } }
        Write-Step -Id 2 -Text "TiWorker $waited s"
        Start-Sleep -Seconds 5
    }
    Write-Step -Id 2 -Complete
    if ($workers) { New-GuardStop -Code 14 -Reason 'installerBusy' -Evidence @{ Name = 'TiWorker' } }
}
