param([int] $Minutes)
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\Print\Printers'
$folder = Get-RegistryValue -Path $key -Name 'DefaultSpoolDirectory'
if (-not $folder) { $folder = Join-Path -Path $env:SystemRoot -ChildPath 'System32\spool\PRINTERS' }
$limit = (Get-Date).ToUniversalTime().AddMinutes(-$Minutes)
$stopped = @()
try {
    $stopped = @(Stop-RunningService -Name 'Spooler')
    $old = @(Get-ChildItem -LiteralPath $folder -File -Force | Where-Object {
            $_.Extension -in '.spl', '.shd' -and $_.LastWriteTimeUtc -lt $limit
        })
    foreach ($file in $old) { Move-ItemAside -Path $file.FullName }
}
finally {
    # Only those that ran before, each after what it depends on.
    [array]::Reverse($stopped)
    foreach ($name in $stopped) { Start-StoppedService -Name $name }
}
