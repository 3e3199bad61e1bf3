# In this order none starts another one again: the orchestrator first, then those that it drives.
$stopped = @()
try {
    foreach ($name in 'UsoSvc', 'DoSvc', 'wuauserv', 'bits', 'CryptSvc') {
        $stopped = @(Stop-RunningService -Name $name) + $stopped
    }
    Move-ItemAside -Path (Join-Path -Path $env:SystemRoot -ChildPath 'SoftwareDistribution')
    # CryptSvc builds catroot2 anew. The folder catroot, without the 2, holds the catalogues and stays.
    Move-ItemAside -Path (Join-Path -Path $env:SystemRoot -ChildPath 'System32\catroot2')
}
finally {
    # One service that does not start must not keep the others stopped.
    $failure = $null
    foreach ($name in $stopped) {
        try { Start-StoppedService -Name $name } catch { $failure = $_ }
    }
    if ($failure) { throw $failure }
}
