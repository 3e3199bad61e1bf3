param([int] $Minutes)
# Never with /ResetBase, after which no installed update could be uninstalled any more.
$cleanUp = '/English', '/Online', '/Cleanup-Image', '/StartComponentCleanup', '/NoRestart'
$null = Invoke-RepairTool -Tool 'dism' -ArgumentList $cleanUp -TimeoutSeconds (60 * $Minutes) -SuccessCode 0, 3010
