# In this order none starts another one again: the orchestrator first, then those that it drives.
$stopped = @()
try {
    foreach ($name in 'UsoSvc', 'DoSvc', 'wuauserv', 'bits', 'CryptSvc') {
        $stopped += @(Stop-RunningService -Name $name)
    }
    Move-ItemAside -Path (Join-Path -Path $env:SystemRoot -ChildPath 'SoftwareDistribution')
    # CryptSvc builds catroot2 anew. The folder catroot, without the 2, holds the catalogues and stays.
    Move-ItemAside -Path (Join-Path -Path $env:SystemRoot -ChildPath 'System32\catroot2')
}
finally {
    # Only those that ran before, each after what it depends on.
    [array]::Reverse($stopped)
    foreach ($name in $stopped) { Start-StoppedService -Name $name }
}
