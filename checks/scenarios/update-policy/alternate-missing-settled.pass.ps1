param($Windows)
# It was installed at the next attempt.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ WUServer = 'http://sup.example:8530'; WUStatusServer = 'http://sup.example:8530' }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
Add-SimulatedService -Windows $Windows -Name 'CcmExec'
$data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}'; updateTitle = '2026-11 Cumulative Update (KB5099999)'; serviceGuid = '{3DA21691-E39D-4DA6-8A4B-B43877BCB1B7}' }
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-15); Data = $data + @{ errorCode = '0x80d02002' } })
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 19; Time = [datetime]::UtcNow.AddHours(-5); Data = $data })
@{ Reason = ''; HResult = @(); Evidence = @{ Server = 'http://sup.example:8530' } }
