# A PC on which much is wrong at once: services, a waiting restart, a damaged store, little space, failures in the event log.
param($Windows)
$Windows.Services.msiserver.Start = 4
$Windows.Services.wuauserv.Start = 4
$Windows.Services.bits.Start = 4
$servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
$Windows.Registry["$servicing\RebootPending"] = @{}
$Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'] = @{ DisableWindowsUpdateAccess = 1 }
foreach ($code in '0x80070422', '0x8A15000F', '0x80073712', '0x8024402C') {
    $Windows.Events.Add(@{
            Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow
            Data = @{
                updateGuid = "{0a1b2c3d-0000-4000-8000-0000$($code.Substring(2))}"; updateTitle = 'x'; errorCode = $code
            }
        })
}
