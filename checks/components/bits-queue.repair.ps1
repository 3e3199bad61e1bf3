param([string[]] $Files, [string[]] $DamageCodes, [string] $UpdateJob)
# Jobs of other programs are theirs. What is in a queue that cannot be read is lost to them as well.
try {
    $jobs = @(Get-BitsTransfer -AllUsers -ErrorAction Stop)
    if ($jobs | Where-Object { $_.DisplayName -ne $UpdateJob }) { return }
}
catch {
    $code = '0x{0:X8}' -f $_.Exception.GetBaseException().HResult
    if ($code -notin $DamageCodes) { return }
}
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
