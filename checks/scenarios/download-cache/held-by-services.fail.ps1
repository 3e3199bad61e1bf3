param($Windows, $With)
# Each of these services holds the store while it runs, and the orchestrator starts the others again.
$holders = 'UsoSvc', 'DoSvc', 'wuauserv', 'BITS', 'CryptSvc'
foreach ($name in $holders) { $Windows.Services[$name].Status = 'Running' }
$Windows.Services.wuauserv.ComesBack = 1
$Windows.Commands['Rename-Item'] = {
    param([string] $LiteralPath, [string] $NewName)
    $running = $holders | Where-Object { $Windows.Services[$_].Status -eq 'Running' }
    if ($running -and $LiteralPath -like 'C:\Windows\*') { throw "$LiteralPath is held by $running." }
    Microsoft.PowerShell.Management\Rename-Item -LiteralPath $LiteralPath -NewName $NewName
}.GetNewClosure()
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 20
        Time     = [datetime]::UtcNow.AddMinutes(1)
        Data     = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}'; errorCode = $With.Codes[0] }
    })
@{ Reason = 'failed'; HResult = '0x80240031'; Evidence = @{ Codes = '0x80240031'; Failures = 1 } }
