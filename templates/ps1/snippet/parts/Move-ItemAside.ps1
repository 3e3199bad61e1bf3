function Move-ItemAside([string] $Path) {
    if (-not (Test-Path -LiteralPath $Path)) { return }
    $disk = Get-CimInstance -ClassName Win32_LogicalDisk -Filter "DeviceID = '$env:SystemDrive'" -OperationTimeoutSec 30
    if ($disk -and $disk.FreeSpace -lt 512MB) { throw "Less than 512 MB are free on $env:SystemDrive." }
    $number = 1
    while (Test-Path -LiteralPath "$Path.mendsheet$number") { $number++ }
    Invoke-JournalledChange 'set-aside' $Path 'present' "$Path.mendsheet$number" {
        foreach ($attempt in 1..5) {
            Rename-Item -LiteralPath $Path -NewName "$(Split-Path -Path $Path -Leaf).mendsheet$number" -ErrorAction SilentlyContinue
            if (Test-Path -LiteralPath "$Path.mendsheet$number") { return }
            $run.Stopped | Stop-Service -Force -ErrorAction SilentlyContinue
            Start-Sleep -Seconds 3
        }
        throw "$Path is in use and could not be set aside."
    }
}
