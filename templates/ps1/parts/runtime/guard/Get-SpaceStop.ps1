function Get-SpaceStop {
    $drive = "$env:SystemRoot".Substring(0, 2)
    $splat = @{ OperationTimeoutSec = 30; ErrorAction = 'SilentlyContinue' }
    $disk = Get-CimInstance -ClassName Win32_LogicalDisk -Filter "DeviceID = '$drive'" @splat
    # Room for journals and for what Windows rebuilds at once.
    if ($disk -and $disk.FreeSpace -lt 512MB) {
        $evidence = @{ Drive = $drive; FreeMegabytes = [math]::Floor($disk.FreeSpace / 1MB) }
        New-GuardStop -Code 1 -Reason 'diskFull' -Evidence $evidence
    }
}
