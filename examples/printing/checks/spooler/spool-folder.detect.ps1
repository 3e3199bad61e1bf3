param([int] $Megabytes)
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\Print\Printers'
$folder = Get-RegistryValue -Path $key -Name 'DefaultSpoolDirectory'
if (-not $folder) { $folder = Join-Path -Path $env:SystemRoot -ChildPath 'System32\spool\PRINTERS' }
$drive = $folder.Substring(0, 2)
$evidence = @{ Folder = $folder; Drive = $drive; FreeMegabytes = $null; Megabytes = $Megabytes }
if (-not (Test-Path -LiteralPath $folder)) {
    return New-Finding -Status Problem -Reason 'missing' -Evidence $evidence
}
$volume = Get-CimInstance -ClassName Win32_LogicalDisk -Filter "DeviceID = '$drive'" -OperationTimeoutSec 30
if ($null -eq $volume -or $null -eq $volume.FreeSpace) {
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
}
$evidence['FreeMegabytes'] = [math]::Floor($volume.FreeSpace / 1mb)
if ($evidence.FreeMegabytes -lt $Megabytes) {
    return New-Finding -Status Problem -Reason 'full' -Evidence $evidence
}
New-Finding -Status Ok -Evidence $evidence
