param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ WUServer = 'http://sup.example:8530'; WUStatusServer = 'http://sup.example:8530' }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
$Windows.Services['CcmExec'] = $Windows.Services['Spooler'].Clone()
$Windows.Events.Add(@{
    Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
    Data = @{
        updateTitle = '2026-11 Cumulative Update (KB5099999)'; errorCode = '0x80d02002'
        serviceGuid = '{3DA21691-E39D-4DA6-8A4B-B43877BCB1B7}'
    }
})
@{
    Reason   = 'alternate-missing'
    HResult  = '0x80D02002'
    Evidence = @{ Installed = '25H2'; Managers = '-'; Server = 'http://sup.example:8530' }
}
