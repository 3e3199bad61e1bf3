param([int] $StoreMinutes, [int] $FilesMinutes, [string] $Source)
# The store first: SFC takes its good copies from there.
$arguments = @('/English', '/Online', '/Cleanup-Image', '/RestoreHealth', '/NoRestart')
# With a source of its own DISM asks no server, which fails where WSUS answers.
if ($Source) { $arguments += "/Source:$Source", '/LimitAccess' }
$splat = @{
    Tool           = 'dism'
    ArgumentList   = $arguments
    TimeoutSeconds = 60 * $StoreMinutes
    SuccessCode    = 0, 3010
}
$code = Invoke-RepairTool @splat
# SFC does not run while repairs of the store wait for a restart.
if ($code -eq 3010) { return }
$null = Invoke-RepairTool -Tool 'sfc' -ArgumentList '/scannow' -TimeoutSeconds (60 * $FilesMinutes)
