# catroot2 is built anew by CryptSvc. The folder catroot, without the 2, holds the catalogues and stays.
$folders = @('SoftwareDistribution', 'System32\catroot2' | ForEach-Object {
        Join-Path -Path $env:SystemRoot -ChildPath $_
    } | Where-Object { Test-Path -LiteralPath $_ })
if (-not $folders) { return }
# In this order none starts another again: the orchestrator first.
$stopped = @()
try {
    foreach ($name in 'UsoSvc', 'DoSvc', 'wuauserv', 'bits', 'CryptSvc') {
        $stopped += @(Stop-RunningService -Name $name)
    }
    foreach ($folder in $folders) { Move-ItemAside -Path $folder }
}
finally {
    # Only those that ran before, each after what it depends on.
    [array]::Reverse($stopped)
    foreach ($name in $stopped) { Start-StoppedService -Name $name }
}
