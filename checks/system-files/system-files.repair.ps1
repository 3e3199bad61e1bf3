param([int] $StoreMinutes, [int] $FilesMinutes)
# The store first: SFC takes its good copies from there.
$splat = @{
    Tool           = 'dism'
    ArgumentList   = '/English', '/Online', '/Cleanup-Image', '/RestoreHealth', '/NoRestart'
    TimeoutSeconds = 60 * $StoreMinutes
    SuccessCode    = 0, 3010
}
$code = Invoke-RepairTool @splat
# SFC does not run while repairs of the store wait for a restart.
if ($code -eq 3010) { return }
$null = Invoke-RepairTool -Tool 'sfc' -ArgumentList '/scannow' -TimeoutSeconds (60 * $FilesMinutes)
