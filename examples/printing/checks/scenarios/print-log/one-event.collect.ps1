param($Windows)
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-PrintService'; Id = 808; Log = 'Microsoft-Windows-PrintService/Admin'
        Time = [datetime]::UtcNow.AddDays(-1); UserData = @{ PluginDllName = 'old.dll'; ErrorCode = '0x7e'; Context = 0 }
    })
@{
    Files = @{
        'Microsoft-Windows-PrintService-Admin.txt'                 = '* 808 *Microsoft-Windows-PrintService*'
        'HKLM-SYSTEM-CurrentControlSet-Control-Print-Monitors.txt' = '*localspl.dll*'
    }
}
