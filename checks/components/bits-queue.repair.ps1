param([string[]] $Files)
$folder = Join-Path -Path $env:ProgramData -ChildPath 'Microsoft\Network\Downloader'
$present = @($Files | ForEach-Object {
        Get-ChildItem -Path (Join-Path -Path $folder -ChildPath $_) -Force -ErrorAction SilentlyContinue
    } | ForEach-Object { Join-Path -Path $folder -ChildPath $_.Name } | Select-Object -Unique)
if (-not $present) { return }
# Those that queue jobs first, so that none starts BITS again.
$stopped = @()
try {
    foreach ($name in 'UsoSvc', 'DoSvc', 'wuauserv', 'bits') { $stopped += @(Stop-RunningService -Name $name) }
    foreach ($path in $present) { Move-ItemAside -Path $path }
}
finally {
    [array]::Reverse($stopped)
    foreach ($name in $stopped) { Start-StoppedService -Name $name }
}
